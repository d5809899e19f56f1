//! A clause's number stands between stars, in bold or italic letters.
//!
//! A clause begins with its plain number: `4.5. Text`. In `**4.5.** Text` the number is words, and the
//! paragraph belongs to the clause above. How numbers look is the matter of the site's theme.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::ClauseNumber;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "marked-number",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("marked_number.rs"),
};

/// The finding about the number.
pub fn finding(file: FileId, span: Span, number: &ClauseNumber) -> Finding {
    Finding::new(&RULE, format!("{number} is in bold or italic letters, and so begins no clause"))
        .label(file, span, "read as words of the clause above")
        .help("take the stars from around the number")
        .clause(number)
}
