//! An edition's folder and its `edition.yaml` name different editions.
//!
//! The name of the folder is part of the edition's address, and the number in `edition.yaml` stands in
//! the edition line. They are the same fact and have to agree.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "edition-folder",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("edition_folder.rs"),
};

/// The finding about the number in `edition.yaml` and the folder's name.
pub fn finding(file: FileId, span: Span, number: &str, folder: &str) -> Finding {
    Finding::new(&RULE, format!("the folder is called `{folder}`, the edition `{number}`"))
        .label(file, span, format!("expected {folder}"))
        .help("rename the folder or correct the number")
}
