//! A paragraph or heading begins with the next number, but without its final full stop.
//!
//! The number of a clause or section ends in a full stop: `4.5.`, not `4.5`. Without it the number is
//! words: the paragraph belongs to the clause above, the section has no number.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::ClauseNumber;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unfinished-number",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("unfinished_number.rs"),
};

/// The finding about the number.
pub fn finding(file: FileId, span: Span, number: &ClauseNumber) -> Finding {
    Finding::new(&RULE, format!("{number} looks like the number of a {} without its final full stop", noun(number)))
        .label(file, span, "read as words")
        .help(format!("if {} {number} begins here, type `{number}.`", noun(number)))
        .clause(number)
}

fn noun(number: &ClauseNumber) -> &'static str {
    match number.depth() {
        1 => "section",
        _ => "clause",
    }
}
