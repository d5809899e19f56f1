use std::collections::BTreeMap;

use super::Shelf;
use super::content::Content;
use crate::check::{missing_key, unchecked_language, unknown_language};
use crate::config::{self, Reading};
use crate::lang::{Language, LanguageFile, built_in};
use crate::model::{Lang, Site};
use crate::source::{FileId, Span};

/// What is known of the site's languages: the site's own files over those that tarmaq brings.
pub(super) fn languages(
    shelf: &mut Shelf,
    site_file: FileId,
    site: &Site,
    content: &Content,
) -> BTreeMap<Lang, Language> {
    let mut languages = BTreeMap::new();
    for lang in &site.languages {
        let brought = built_in(lang).map(|(path, text)| shelf.add(&path, text.as_bytes()));
        let own = content.languages.get(lang.code()).copied();
        let Some(shown) = own.or(brought) else {
            let span = config::languages_span(shelf.sources.get(site_file));
            shelf
                .findings
                .push(unknown_language::finding(site_file, span, lang.code()));
            continue;
        };
        let base = brought.map(|id| read(shelf, id)).unwrap_or_default();
        let file = own.map(|id| read(shelf, id)).unwrap_or_default().over(base);
        match Language::new(lang.clone(), file) {
            Ok(language) => {
                shelf
                    .findings
                    .extend(unchecked_language::finding(shown, &language));
                languages.insert(lang.clone(), language);
            }
            Err(missing) => {
                for key in missing {
                    let example = format!("{key}: …");
                    let finding = missing_key::finding(shown, Span::at(0), key, &example);
                    shelf.findings.push(finding);
                }
            }
        }
    }
    languages
}

fn read(shelf: &mut Shelf, id: FileId) -> LanguageFile {
    let Reading {
        value, findings, ..
    } = config::read(id, shelf.sources.get(id));
    shelf.findings.extend(findings);
    value
}
