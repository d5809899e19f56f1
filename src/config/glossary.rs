use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::Deserializer;

use super::place::find_key;
use super::value::{LangCode, Words, scalar};
use super::yaml::Reading;
use crate::check::unknown_key;
use crate::diagnostic::Finding;
use crate::model::Lang;
use crate::source::{FileId, SourceFile};

/// `glossary.yaml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    /// Words that are of no language, such as a brand.
    #[serde(default)]
    pub protected: Vec<Words>,
    /// The concepts by their ids.
    #[serde(default)]
    pub concepts: BTreeMap<Words, ConceptFile>,
}

/// What the glossary says of one concept.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConceptFile {
    /// What it is called in each language.
    #[serde(default)]
    pub forms: FormsFile,
    /// What it must not be called.
    #[serde(default)]
    pub forbidden: FormsFile,
    /// What a lawyer should know of it.
    pub note: Option<Words>,
}

/// Forms of words, language by language.
pub type FormsFile = BTreeMap<LangCode, Vec<TermForm>>;

/// A form of a term as it was typed, such as `дербес дерек~`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermForm(pub String);

impl<'de> Deserialize<'de> for TermForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a term such as дербес дерек~, each word of which begins with letters";
        scalar(deserializer, expected, |text| {
            let mut words = text.split_whitespace().peekable();
            let whole = words.peek().is_some()
                && words.all(|word| {
                    let letters = word.trim_end_matches('~');
                    !letters.contains('~') && letters.contains(char::is_alphanumeric)
                });
            whole.then(|| Self(text.trim().to_owned()))
        })
    }
}

/// What the glossary of a site says, and the findings: also about languages that the site has not.
pub fn glossary(
    id: FileId,
    file: &SourceFile,
    reading: Reading<GlossaryFile>,
    languages: &[Lang],
) -> (GlossaryFile, Vec<Finding>) {
    let (mut glossary, mut findings) = (reading.value, reading.findings);
    let known: Vec<&str> = languages.iter().map(Lang::code).collect();
    for (concept, entry) in &mut glossary.concepts {
        for (key, forms) in [
            ("forms", &mut entry.forms),
            ("forbidden", &mut entry.forbidden),
        ] {
            forms.retain(|code, _| {
                let code = code.0.code();
                let has = known.contains(&code);
                if !has {
                    let span = find_key(file, &["concepts", &concept.0, key, code]);
                    findings.push(unknown_key::finding(id, span, code, &known));
                }
                has
            });
        }
    }
    (glossary, findings)
}
