use std::collections::BTreeSet;

use crate::check::missing_word;
use crate::diagnostic::Finding;
use crate::lang::Language;
use crate::load::Loaded;
use crate::site::WORDS_OF_VIEWS;
use crate::source::{FileId, Span};

/// The findings about interface words that the templates use, or the views that they are given, and a
/// language does not have.
pub fn missing_words(loaded: &Loaded) -> Vec<Finding> {
    let Loaded {
        theme,
        sources,
        languages,
        site_file,
        ..
    } = loaded;
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for template in &theme.templates {
        for (word, span) in used_words(sources.get(template.file).text()) {
            if !seen.insert(word) {
                continue;
            }
            let lacking = languages
                .values()
                .filter(|language| !language.words.contains_key(word));
            findings.extend(lacking.map(|l| finding(template.file, span, word, l)));
        }
    }
    for word in WORDS_OF_VIEWS {
        let lacking = languages
            .values()
            .filter(|language| !seen.contains(word) && !language.words.contains_key(word));
        findings.extend(lacking.map(|l| missing_word::needed(*site_file, word, &l.lang)));
    }
    findings
}

fn finding(file: FileId, span: Span, word: &str, language: &Language) -> Finding {
    missing_word::finding(file, span, word, &language.lang)
}

/// The words a template asks for as `words.<word>`, each with its place.
fn used_words(template: &str) -> impl Iterator<Item = (&str, Span)> {
    const ASKED: &str = "words.";
    template.match_indices(ASKED).filter_map(|(at, _)| {
        let start = at + ASKED.len();
        let letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let length = template[start..]
            .find(|c| !letter(c))
            .unwrap_or(template.len() - start);
        let whole = !template[..at].ends_with(letter) && length > 0;
        whole.then(|| {
            (
                &template[start..start + length],
                Span::new(start, start + length),
            )
        })
    })
}
