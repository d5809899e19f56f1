//! A line ends in two or more spaces.
//!
//! To Markdown that is a line break, which nobody sees in the file. Here such a line flows on into the
//! next one. Where a new line is meant, a backslash at the end of the line says so visibly.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "invisible-break",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("invisible_break.rs"),
};

/// The finding about the spaces.
pub fn finding(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "two spaces at the end of a line say nothing here")
        .label(file, span, "invisible spaces")
        .help("delete the spaces; if a new line shall begin here, end this one with a backslash `\\`")
}
