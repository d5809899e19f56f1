//! A paragraph begins with the next clause number, but without its final full stop.
//!
//! A clause begins with a number that ends in a full stop: `4.5.`, not `4.5`. Without it the paragraph
//! belongs to the clause above.

use crate::diagnostic::{Finding, Rule, Severity};
use crate::model::ClauseNumber;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unfinished-number",
    severity: Severity::Warning,
    source: include_str!("unfinished_number.rs"),
};

/// The finding about the number.
pub fn finding(file: FileId, span: Span, number: &ClauseNumber) -> Finding {
    Finding::new(&RULE, format!("{number} looks like a clause number without its final full stop"))
        .label(file, span, "read as words of the clause above")
        .help(format!("if clause {number} begins here, type `{number}.`"))
        .clause(number)
}
