//! An edition without a seal stands before an edition that is sealed.
//!
//! Each seal is chained to that of the edition before. So no edition can come in between two that are
//! sealed one after the other, or before the one that was sealed as the first. Mostly a date of the new
//! edition is a slip, which puts it among the old ones.
//!
//! ```text
//! 1.0   order of 2025-03-01   sealed
//! 2.1   order of 2025-06-20   the year is wrong: 2026
//! 2.0   order of 2025-10-12   sealed, chained to 1.0
//! ```
//!
//! Correct the date of the new edition. If it is right, the edition comes too late to be put in: what it
//! says has to be approved by an order after those of the sealed editions.

use super::histories::of_edition;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Policy};

/// The rule.
pub static RULE: Rule = Rule {
    name: "misplaced-edition",
    severity: Severity::Error,
    family: Family::Seal,
    source: include_str!("misplaced_edition.rs"),
};

/// The finding about an edition without a seal, and the sealed ones it stands before and behind.
pub(super) fn finding(
    policy: &Policy,
    edition: &Edition,
    before: Option<&Edition>,
    after: &Edition,
) -> Finding {
    let (number, next) = (&edition.number, &after.number);
    let from = edition.counts_from().map(|day| day.to_string());
    let from = from.unwrap_or_default();
    let message = match before {
        Some(before) => format!(
            "edition {number} counts from {from}, between the editions {} and {next}, which are sealed \
             one after the other",
            before.number,
        ),
        None => format!(
            "edition {number} counts from {from}, before edition {next}, which is sealed as the first"
        ),
    };
    let finding = Finding::new(&RULE, message)
        .label(edition.file, edition.counts_from_place(), "counts from this day")
        .label(after.file, after.places.number, "sealed, without the other before it")
        .help("correct the day; no edition can be put before one that is sealed");
    of_edition(finding, policy, edition)
}
