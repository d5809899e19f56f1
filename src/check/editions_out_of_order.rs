//! The numbers of a policy's editions do not follow their dates.
//!
//! A higher edition number means a later edition: it is approved later and comes into force later.
//! Numbers are compared part by part, so that 1.10 comes after 1.9. A draft, which has no order yet,
//! comes after all editions that were approved.
//!
//! ```text
//! 1.3  order of 2026-03-01
//! 1.2  order of 2026-05-20   the edition 1.2 is approved later than 1.3
//! ```
//!
//! Correct the date, or the number of the edition and the name of its folder.

use super::histories::{of_edition, successions};
use super::sealed_facts_changed::stand;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Policy};

/// The rule.
pub static RULE: Rule = Rule {
    name: "editions-out-of-order",
    severity: Severity::Error,
    family: Family::History,
    source: include_str!("editions_out_of_order.rs"),
};

/// Compares each edition of a policy with the one before it.
pub fn check(policy: &Policy, findings: &mut Vec<Finding>) {
    for (before, edition) in successions(policy) {
        let (Some(from_before), Some(from)) = (before.counts_from(), edition.counts_from()) else {
            continue;
        };
        let (own, other) = (&edition.number, &before.number);
        if edition.number_order() < before.number_order() {
            // What is sealed was in order when it was sealed.
            let sealed = edition.seal.is_some() && before.seal.is_none();
            findings.push(match sealed {
                true => {
                    let message = format!(
                        "edition {other} counts from {from_before}, earlier than edition {own}, \
                         which counts from {from}"
                    );
                    finding(policy, message, before, edition)
                }
                false => {
                    let message = format!(
                        "edition {own} counts from {from}, later than edition {other}, which counts \
                         from {from_before}"
                    );
                    finding(policy, message, edition, before)
                }
            });
        } else if let (Some(earlier), Some(order)) = (&before.order, &edition.order)
            && let (Some(approved_before), Some(approved)) = (earlier.date, order.date)
            && approved < approved_before
        {
            let message = format!(
                "edition {own} was approved on {approved}, before edition {other}, which was approved \
                 on {approved_before}"
            );
            let finding = Finding::new(&RULE, message)
                .label(edition.file, order.date_span, format!("the order of edition {}", edition.number))
                .label(before.file, earlier.date_span, format!("the order of edition {}", before.number))
                .help("correct the date of one of the orders, or the numbers of the editions");
            findings.push(of_edition(finding, policy, edition));
        }
    }
    let Some(last) = policy.approved().max_by_key(|edition| edition.number_order()) else {
        return;
    };
    let drafts = policy.editions.iter().filter(|edition| edition.is_draft() && stand(edition));
    for draft in drafts.filter(|draft| draft.number_order() < last.number_order()) {
        let message = format!(
            "edition {} has no order, and edition {} after it has one",
            draft.number, last.number,
        );
        findings.push(finding(policy, message, draft, last));
    }
}

fn finding(policy: &Policy, message: String, edition: &Edition, other: &Edition) -> Finding {
    let date = |edition: &Edition| match edition.is_draft() {
        true => edition.places.number,
        false => edition.counts_from_place(),
    };
    let finding = Finding::new(&RULE, message)
        .label(edition.file, date(edition), format!("edition {}", edition.number))
        .label(other.file, date(other), format!("edition {}", other.number))
        .help("correct the dates, or the number of the edition and the name of its folder");
    of_edition(finding, policy, edition)
}
