//! A template uses an interface word that a language does not have.
//!
//! The words around the text ("Contents", "Language") stand in the language's file. Those that tarmaq
//! brings are complete for its own theme; a theme or a language of your own may need more.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Lang;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-word",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("missing_word.rs"),
};

/// The finding about a word, shown at the place in the template that uses it.
pub fn finding(file: FileId, span: Span, word: &str, lang: &Lang) -> Finding {
    told(file, span, "used here", word, lang)
}

/// The finding about a word that each site needs, shown in the file that names its languages.
pub fn needed(site_file: FileId, word: &str, lang: &Lang) -> Finding {
    let why = "each site needs it";
    told(site_file, Span::at(0), why, word, lang)
}

fn told(file: FileId, span: Span, why: &'static str, word: &str, lang: &Lang) -> Finding {
    let mut finding = Finding::new(&RULE, format!("the language {lang} has no word `{word}`"))
        .label(file, span, why)
        .help(format!("add `{word}: …` below `words:` in content/languages/{lang}.yaml"));
    finding.place.language = Some(lang.to_string());
    finding
}
