//! The end of a sealed edition is recorded and not sealed.
//!
//! When an edition is approved, its end is mostly not known. It is entered in `edition.yaml` when it
//! comes: the last day (`until`), a repeal with its order (`repealed`). From then on it is a fact like the
//! others, which nobody may change unseen, so that it is sealed in its turn. The digest of the edition
//! stays what it was.
//!
//! ```yaml
//! repealed:
//!   date: 2026-09-01   # recorded after the edition was sealed
//! ```
//!
//! Run `tarmaq seal` with the policy and the edition. It can be done after later editions were sealed
//! as well.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Policy};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unsealed-end",
    severity: Severity::Error,
    family: Family::Seal,
    source: include_str!("unsealed_end.rs"),
};

/// Finds what was recorded of the end of a sealed edition since it was sealed.
pub fn check(policy: &Policy, edition: &Edition, findings: &mut Vec<Finding>) {
    let Some(seal) = &edition.seal else { return };
    let added = edition.ending().besides(&seal.end());
    let repeal = edition.repeal.as_ref();
    let until = added.until.map(|day| (format!("its last day, {day},"), edition.places.until));
    let repealed = repeal.filter(|_| added.repealed.is_some());
    let repealed = repealed.map(|own| (format!("its repeal from {}", own.date), own.span));
    let order = repeal.and_then(|repeal| repeal.order.as_ref());
    let order = order.filter(|_| added.repeal_order.is_some() && added.repealed.is_none());
    let order = order.map(|own| (format!("the order of its repeal, {},", own.number), own.span));
    let (slug, number) = (&policy.slug, &edition.number);
    for (what, span) in until.into_iter().chain(repealed).chain(order) {
        let message = format!("edition {number} is sealed, and {what} is not");
        let finding = Finding::new(&RULE, message)
            .label(edition.file, span, "recorded since")
            .help(format!("run `tarmaq seal {slug} {number}`, which seals it"));
        findings.push(finding);
    }
}
