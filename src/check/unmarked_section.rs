//! A line looks like a section, but has no `##` and space before it.
//!
//! A section begins with two `#` and a space: `## 13. Contact information`. Without them the line is
//! words of the clause above it, and the section's clauses seem to stand in the section before.
//!
//! Numbered points are usual in an annex. Nothing is said there of a point that ends as a sentence
//! does, is longer than a title, stands in a section without a number or has the next point right
//! behind it.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::ClauseNumber;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unmarked-section",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("unmarked_section.rs"),
};

/// The finding about the `#` of a line that has no space behind them.
pub fn without_space(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "this line looks like a heading, but is read as words")
        .label(file, span, "no space stands behind the `#`")
        .help("if it is a heading, type a space after the `#`; if not, a backslash before it")
}

/// The finding about the section's number.
pub fn finding(file: FileId, span: Span, number: &ClauseNumber) -> Finding {
    Finding::new(&RULE, format!("this line looks like section {number}, but is read as words"))
        .label(file, span, "no `##` stands before this number")
        .help(format!("if a section begins here, type `## {number}.` and its title"))
}
