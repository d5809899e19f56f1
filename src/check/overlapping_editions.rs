//! Two editions of a policy are in force on the same day.
//!
//! An edition ends where the next begins. Two editions that count from the same day, or one whose
//! last day (`until`, or the day before `repealed`) lies behind the first day of the next, leave open
//! which of them holds.
//!
//! ```text
//! 1.1  until: 2026-03-31
//! 1.2  in_force: 2026-03-15   both hold from 15 to 31 March
//! ```
//!
//! An end need not be stated: leave `until` out, and the edition ends the day before the next one.

use super::histories::{of_edition, successions};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Policy;

/// The rule.
pub static RULE: Rule = Rule {
    name: "overlapping-editions",
    severity: Severity::Error,
    family: Family::History,
    source: include_str!("overlapping_editions.rs"),
};

/// Compares the days of each edition of a policy with those of the one before it.
pub fn check(policy: &Policy, findings: &mut Vec<Finding>) {
    for (before, edition) in successions(policy) {
        let (Some(from_before), Some(from)) = (before.counts_from(), edition.counts_from()) else {
            continue;
        };
        let begins = edition.counts_from_place();
        let both = format!("editions {} and {}", before.number, edition.number);
        let told = match before.stated_end() {
            _ if from_before == from => Finding::new(&RULE, format!("{both} both count from {from}"))
                .label(edition.file, begins, format!("edition {}", edition.number))
                .label(before.file, before.counts_from_place(), format!("edition {}", before.number))
                .help("correct one of the dates; `in_force` states the first day an edition holds"),
            Some(end) if end >= from => {
                let message = format!("{both} are both in force from {from} to {end}");
                let last = format!("the last day of edition {} is {end}", before.number);
                Finding::new(&RULE, message)
                    .label(edition.file, begins, format!("edition {} holds from here on", edition.number))
                    .label(before.file, before.stated_end_place(), last)
                    .help("correct one of the dates, or leave out the end of the earlier edition")
            }
            _ => continue,
        };
        findings.push(of_edition(told, policy, edition));
    }
}
