//! A line in the middle of a paragraph begins with a clause number.
//!
//! It may be the next clause, typed without an empty line above it, or a reference to that clause that
//! happened to be wrapped there. An empty line before the number makes it a clause; moving the number
//! to the end of the line above makes it a reference.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::ClauseNumber;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "ambiguous-number",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("ambiguous_number.rs"),
};

/// The finding about a number, and what it was taken for: the start of a clause, or words.
pub fn finding(file: FileId, span: Span, number: &ClauseNumber, opens_clause: bool) -> Finding {
    let taken = match opens_clause {
        true => "it was taken for the start of a clause",
        false => "it was taken for words of the paragraph above",
    };
    Finding::new(&RULE, format!("{number} may begin a clause or may be a reference; {taken}"))
        .label(file, span, "no empty line stands above this number")
        .help("if a clause begins here, leave an empty line above it; if not, join the line with the one above")
        .clause(number)
}
