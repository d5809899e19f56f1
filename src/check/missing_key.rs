//! A configuration file does not say what it has to.
//!
//! Each file has keys without which the site cannot be built: an edition has a number, an order and a
//! date; the site has an address and its languages.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-key",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("missing_key.rs"),
};

/// The finding about a key that is not there; `example` shows how it is written.
pub fn finding(file: FileId, span: Span, key: &str, example: &str) -> Finding {
    Finding::new(&RULE, format!("`{key}` is missing"))
        .label(file, span, format!("expected `{example}`"))
        .help(format!("add a line such as `{example}`"))
}
