//! An edition comes into force before the order that approves it.
//!
//! An order can give an edition force from an earlier day, but it rarely means to: more often one of
//! the two dates is a slip.
//!
//! ```yaml
//! order: { number: 07-О/Д, date: 2026-03-01 }
//! in_force: 2025-03-15   # a year too early
//! ```
//!
//! Correct the date that is wrong. If both are right, set the rule to `off` in site.yaml.

use super::histories::of_edition;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Policy;

/// The rule.
pub static RULE: Rule = Rule {
    name: "backdated-edition",
    severity: Severity::Warning,
    family: Family::History,
    source: include_str!("backdated_edition.rs"),
};

/// Compares the first day of each edition with the date of its order.
pub fn check(policy: &Policy, findings: &mut Vec<Finding>) {
    for edition in policy.approved() {
        let (Some(order), Some(from)) = (&edition.order, edition.in_force) else {
            continue;
        };
        let Some(date) = order.date else { continue };
        if from < date {
            let message = format!(
                "edition {} is in force from {from}, and its order is of {date}",
                edition.number,
            );
            let finding = Finding::new(&RULE, message)
                .label(edition.file, edition.places.in_force, "in force from this day")
                .label(edition.file, order.date_span, "approved on this day")
                .help("correct the date that is wrong");
            findings.push(of_edition(finding, policy, edition));
        }
    }
}
