//! A file in `content/` that nobody reads.
//!
//! A text whose name is misspelt (`RU.md`, `ru.txt`, `ru (1).md`) or whose language is not on the site
//! would be left out in silence. Files whose names begin with a dot, notes in README files and what
//! editors keep for themselves are not meant.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-file",
    severity: Severity::Warning,
    family: Family::Files,
    source: include_str!("unknown_file.rs"),
};

/// The finding about a file, shown at its first line when it is text.
pub fn finding(file: FileId, why: &str, help: &'static str) -> Finding {
    Finding::new(&RULE, format!("nobody reads this file: {why}"))
        .label(file, Span::at(0), "")
        .help(help)
}
