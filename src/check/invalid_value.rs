//! A value in a configuration file is not of the kind that is expected there.
//!
//! A date is written year-month-day (2025-12-10), a language by its code (kk), an address of the site
//! with https:// in front. The finding says what was expected.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "invalid-value",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("invalid_value.rs"),
};

/// The finding about a value and what was expected instead.
pub fn finding(file: FileId, span: Span, expected: &str) -> Finding {
    Finding::new(&RULE, format!("this value cannot be used: {expected}"))
        .label(file, span, "this value")
        .help("correct the value as described")
}
