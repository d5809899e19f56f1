//! An edition has no text in one of the site's languages.
//!
//! Every edition is published in all languages that `site.yaml` names, each in a file of its own:
//! `kk.md`, `ru.md`, `en.md`.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Lang;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-language",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("missing_language.rs"),
};

/// The finding about an edition, shown at its `edition.yaml`, and the file that is missing.
pub fn finding(file: FileId, span: Span, lang: &Lang, path: &str) -> Finding {
    let mut finding = Finding::new(&RULE, format!("this edition has no text in the language {lang}"))
        .label(file, span, format!("the file `{path}` is missing"))
        .help(format!("add the file `{path}`, or take {lang} out of `languages` in site.yaml"));
    finding.place.language = Some(lang.to_string());
    finding
}
