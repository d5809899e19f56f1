//! A word is broken at its hyphen at the end of a line.
//!
//! Text that was copied from a PDF breaks words such as «Веб-сайт» after their hyphen. The two halves
//! are joined again without a space. Typing the word on one line leaves no doubt.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "line-end-hyphen",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("line_end_hyphen.rs"),
};

/// The finding about the first half of the word, which was read as `joined`.
pub fn finding(file: FileId, span: Span, joined: &str) -> Finding {
    Finding::new(&RULE, format!("the line ends in a hyphen; read as “{joined}”"))
        .label(file, span, "goes on in the next line")
        .help("type the whole word on one line")
}
