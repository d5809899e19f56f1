//! A template of the theme cannot be used.
//!
//! Templates are written for Tera (<https://keats.github.io/tera/>). The finding gives Tera's own words
//! and the page that was being made.

use crate::diagnostic::{Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "template-error",
    severity: Severity::Error,
    source: include_str!("template_error.rs"),
};

/// The finding about a place in a template, in Tera's words.
pub fn finding(file: FileId, span: Span, message: &str) -> Finding {
    Finding::new(&RULE, message)
        .label(file, span, "")
        .help("correct the template; nothing was written")
}
