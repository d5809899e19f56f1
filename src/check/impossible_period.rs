//! An edition ends before it begins.
//!
//! Its last day (`until`) or its repeal (`repealed`) lies before the first day it counts from: the day
//! stated by `in_force`, else the date of its order. So it would never be in force.
//!
//! ```yaml
//! in_force: 2026-03-15
//! until: 2025-12-31   # lies before it
//! ```

use super::histories::of_edition;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Policy;

/// The rule.
pub static RULE: Rule = Rule {
    name: "impossible-period",
    severity: Severity::Error,
    family: Family::History,
    source: include_str!("impossible_period.rs"),
};

/// Compares the stated ends of each edition with its beginning.
pub fn check(policy: &Policy, findings: &mut Vec<Finding>) {
    for edition in policy.approved() {
        let Some(from) = edition.counts_from() else {
            continue;
        };
        let number = &edition.number;
        let until = edition.until.filter(|until| *until < from).map(|until| {
            let message = format!("edition {number} counts from {from}, and its last day is {until}");
            (message, edition.places.until)
        });
        let repeal = edition.repeal.as_ref().filter(|repeal| repeal.date < from);
        let repeal = repeal.map(|repeal| {
            let date = repeal.date;
            let message = format!("edition {number} counts from {from}, and is repealed from {date}");
            (message, repeal.span)
        });
        for (message, span) in until.into_iter().chain(repeal) {
            let finding = Finding::new(&RULE, message)
                .label(edition.file, span, "the end lies here")
                .label(edition.file, edition.counts_from_place(), "and the beginning here")
                .help("correct one of the dates");
            findings.push(of_edition(finding, policy, edition));
        }
    }
}
