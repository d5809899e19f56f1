//! A folder of an edition holds no `edition.yaml`.
//!
//! The number of the edition, its order and its dates stand in the file `edition.yaml` beside the
//! texts. Without it nobody can tell what the texts are.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-edition-file",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("missing_edition_file.rs"),
};

/// The finding about the file that is missing, shown at another file of the folder.
pub fn finding(file: FileId, path: &str) -> Finding {
    Finding::new(&RULE, format!("the file `{path}` is missing"))
        .label(file, Span::at(0), "beside this text")
        .help("add the file, with the number of the edition, its order and the date of its last update")
}
