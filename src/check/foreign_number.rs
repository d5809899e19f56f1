//! A clause has the number of another section.
//!
//! The first part of a clause's number is the number of the section it stands in: clause 4.1 stands in
//! section 4. Clauses that follow one another and have the number of the same other section are told
//! of once: the section's own number may be the wrong one, or its heading lacks the `##` and is read
//! as words.
//!
//! ```text
//! ## 8. Security of the information
//!
//! 7.1. We take measures to ensure the security of the information.
//! ```
//!
//! Correct the number of the clause or that of the section, or put the clause into its section.

use crate::diagnostic::{Family, Finding, Rule, Severity, many};
use crate::model::Text;

use super::numbering::{Numbered, numbering};

/// The rule.
pub static RULE: Rule = Rule {
    name: "foreign-number",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("foreign_number.rs"),
};

/// Checks the numbers of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    for (_, division) in text.divisions() {
        let numbers = numbering(division);
        for follow in numbers.chunk_by(|one, next| strange(one).is_some() && strange(one) == strange(next)) {
            findings.extend(finding(text, follow));
        }
    }
}

/// The section a clause stands in, and the one that its number belongs to, where that is another.
fn strange(numbered: &Numbered<'_>) -> Option<(usize, u16)> {
    let section = numbered.section?;
    let (own, other) = (section.value.section(), numbered.value.section());
    (own != other).then_some((section.span.range().start, other))
}

/// The finding about clauses that follow one another; `None` where they stand in their section.
fn finding(text: &Text, follow: &[Numbered<'_>]) -> Option<Finding> {
    let first = follow.first()?;
    strange(first)?;
    let section = first.section?;
    let (number, others) = (first.value, follow.len() - 1);
    let (message, help) = match others {
        0 => (
            format!("{number} stands in section {}", section.value),
            "correct the number, or put the clause into its section",
        ),
        _ => (
            format!(
                "{number} and {} after it stand in section {}",
                many(others, "clause", "clauses"),
                section.value
            ),
            "correct the number of the section or those of the clauses, or put the heading of their \
             section before them",
        ),
    };
    let expected = format!("expected a number that begins with {}", section.value);
    let finding = Finding::new(&RULE, message)
        .label(text.file, first.span, expected)
        .label(text.file, section.span, "the section it stands in")
        .help(help);
    Some(finding)
}
