//! Between two editions of a policy there are days on which none is in force.
//!
//! An edition states its last day, or its repeal, and the next one begins later than the day after. In
//! the days between the company has no such policy, which may be so, and may be a slip.
//!
//! ```text
//! 1.1  until: 2026-02-28
//! 1.2  in_force: 2026-03-15   nothing holds from 1 to 14 March
//! ```
//!
//! If the earlier edition was to hold until the next one, leave its end out.

use super::histories::{of_edition, successions};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Policy;

/// The rule.
pub static RULE: Rule = Rule {
    name: "gap-between-editions",
    severity: Severity::Warning,
    family: Family::History,
    source: include_str!("gap_between_editions.rs"),
};

/// Compares the stated end of each edition with the beginning of the next.
pub fn check(policy: &Policy, findings: &mut Vec<Finding>) {
    for (before, edition) in successions(policy) {
        let (Some(end), Some(from)) = (before.stated_end(), edition.counts_from()) else {
            continue;
        };
        let (Ok(first), Ok(last)) = (end.tomorrow(), from.yesterday()) else {
            continue;
        };
        if first <= last {
            let message = format!(
                "no edition is in force from {first} to {last}, between {} and {}",
                before.number, edition.number,
            );
            let finding = Finding::new(&RULE, message)
                .label(edition.file, edition.counts_from_place(), format!("edition {} begins here", edition.number))
                .label(before.file, before.stated_end_place(), format!("edition {} ends here", before.number))
                .help("leave out the end of the earlier edition, or correct one of the dates");
            findings.push(of_edition(finding, policy, edition));
        }
    }
}
