//! The site has no policies.
//!
//! A policy is a folder in `content/` that holds a file `policy.yaml`. Without any, only the index is
//! built, and it is empty.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "no-policies",
    severity: Severity::Warning,
    family: Family::Files,
    source: include_str!("no_policies.rs"),
};

/// The finding, shown at `site.yaml`.
pub fn finding(file: FileId) -> Finding {
    Finding::new(&RULE, "this site has no policies yet")
        .label(file, Span::at(0), "")
        .help("add a folder below content/ with the files policy.yaml, 1.0/edition.yaml and a text for each language")
}
