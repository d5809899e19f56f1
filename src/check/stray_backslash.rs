//! A backslash at the end of a line that breaks no line.
//!
//! A backslash right at the end of a line begins a new line of the same paragraph. At the end of a
//! paragraph, an entry or a heading there is no line to begin; and a space behind the backslash, which
//! nobody sees, makes a plain backslash of it in other programs.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "stray-backslash",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("stray_backslash.rs"),
};

/// The finding about a backslash at the end of a paragraph.
pub fn at_end(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "no line follows this backslash")
        .label(file, span, "not published")
        .help("delete the backslash; if a line shall follow, leave no empty line between")
}

/// The finding about a backslash with spaces behind it.
pub fn before_space(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "invisible spaces stand behind this backslash")
        .label(file, span, "read as a line break")
        .help("delete the spaces at the end of the line")
}
