//! The same order number stands with two dates, or approves two editions of one policy.
//!
//! One order may approve several policies, on one day. Two dates for the same number, or one number
//! for two editions of the same policy, mostly come from copying `edition.yaml`. It may be right, when
//! a company numbers its orders anew every year.
//!
//! ```text
//! privacy-policy 1.2      06-О/Д  2026-03-01
//! destruction-policy 1.2  06-О/Д  2025-12-10
//! ```

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::histories::of_edition;
use super::sealed_facts_changed::stand;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Order, Policy};

/// The rule.
pub static RULE: Rule = Rule {
    name: "reused-order-number",
    severity: Severity::Warning,
    family: Family::History,
    source: include_str!("reused_order_number.rs"),
};

/// Where an order was met.
#[derive(Clone, Copy)]
struct Met<'p> {
    policy: &'p Policy,
    edition: &'p Edition,
    order: &'p Order,
    date: Date,
}

/// Compares the orders of all editions of the site. Each is compared with the first of its number, and
/// with the first of its number in the same policy. One that was changed after it was sealed is told as
/// that.
pub fn check(policies: &[Policy], findings: &mut Vec<Finding>) {
    let mut anywhere: BTreeMap<&str, Met<'_>> = BTreeMap::new();
    for policy in policies {
        let mut here: BTreeMap<&str, Met<'_>> = BTreeMap::new();
        for edition in policy.approved().filter(|edition| stand(edition)) {
            let Some(order) = edition.order.as_ref().filter(|order| !order.number.is_empty()) else {
                continue;
            };
            let Some(date) = order.date else { continue };
            let number = order.number.as_str();
            let own = Met { policy, edition, order, date };
            if let Some(first) = here.get(number) {
                let message = format!(
                    "order {number} approves two editions of this policy, {} and {}",
                    first.edition.number, edition.number,
                );
                let told = label(label(Finding::new(&RULE, message), &own), first);
                findings.push(of_edition(told, policy, edition));
            } else if let Some(met) = anywhere.get(number)
                && met.date != date
            {
                let message = format!(
                    "order {number} is of {date} here, and of {} for {}",
                    met.date, met.policy.slug,
                );
                let told = label(label(Finding::new(&RULE, message), &own), met);
                findings.push(of_edition(told, policy, edition));
            }
            here.entry(number).or_insert(own);
            anywhere.entry(number).or_insert(own);
        }
    }
}

fn label(finding: Finding, met: &Met<'_>) -> Finding {
    let said = format!("of {}, for {} {}", met.date, met.policy.slug, met.edition.number);
    finding
        .label(met.edition.file, met.order.span, said)
        .help("correct the number or the date of the order that is wrong")
}
