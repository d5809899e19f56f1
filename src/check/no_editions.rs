//! A policy has no edition.
//!
//! The texts of a policy stand in the folders of its editions: `1.0/edition.yaml`, `1.0/kk.md` and so
//! on.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "no-editions",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("no_editions.rs"),
};

/// The finding about a policy, shown at its `policy.yaml`.
pub fn finding(file: FileId) -> Finding {
    Finding::new(&RULE, "this policy has no edition")
        .label(file, Span::at(0), "")
        .help("add a folder with the number of the edition, such as 1.0, and in it edition.yaml and a text for each language")
}
