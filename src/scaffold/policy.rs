use std::path::Path;

use super::edition::facts;
use super::folder::{Made, make};
use crate::lang::Language;
use crate::load::{Loaded, is_policy_name};
use crate::source::Error;

/// The number of a policy's first edition.
const FIRST: &str = "1.0";

/// Makes a policy with a draft of its first edition: a text to begin with in each language of the
/// site. An error says what is wrong with the name, or that the folder is there already.
pub fn policy(root: &Path, loaded: &Loaded, name: &str) -> Result<Made, Error> {
    if !is_policy_name(name) {
        let why = "the name of a policy is made of small Latin letters, digits and hyphens, such as \
                   refund-policy, because it stands in addresses";
        return Err(Error::explained("use the name", name.as_ref(), why));
    }
    let languages = &loaded.site.languages;
    let mut files = vec![
        (
            "policy.yaml".to_owned(),
            b"# position: 3 # its place on the index; without one it comes last\n".to_vec(),
        ),
        (
            format!("{FIRST}/edition.yaml"),
            facts(FIRST, languages, "").into_bytes(),
        ),
    ];
    for lang in languages {
        let text = loaded
            .languages
            .get(lang)
            .map_or_else(String::new, beginning);
        files.push((format!("{FIRST}/{lang}.md"), text.into_bytes()));
    }
    let folder = format!("content/{name}");
    Ok(Made {
        files: make(root, &folder, &files)?,
        folder,
        copied: None,
    })
}

/// A text to begin with: a title, a section and a clause.
fn beginning(language: &Language) -> String {
    let words = |key: &str| language.words.get(key).map_or("…", String::as_str);
    let [title, section, clause] = ["new_title", "new_section", "new_clause"].map(words);
    format!("# {title}\n\n## 1. {section}\n\n1.1. {clause}\n")
}
