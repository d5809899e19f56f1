//! A configuration file cannot be read as YAML.
//!
//! Something in the way the file is written makes it unreadable as a whole: a tab where spaces are
//! expected, a missing colon, a quote that is never closed, a value with `: ` in it that has no quotes
//! around it. What the file says beyond that place is not known.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "malformed-yaml",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("malformed_yaml.rs"),
};

/// The finding about the place, with the reader's own words for what is wrong.
pub fn finding(file: FileId, span: Span, why: &str) -> Finding {
    Finding::new(&RULE, format!("this file cannot be read: {why}"))
        .label(file, span, "reading stopped here")
        .help("write `key: value`, indent with spaces, put quotes around a value that holds `: ` or begins with a special character")
}
