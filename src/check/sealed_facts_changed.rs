//! A fact of an edition that was sealed has been changed.
//!
//! A seal covers the number of the edition, the number and date of its order, the date of the last
//! update and the first day in force, as well as the texts: other systems keep them to know what
//! somebody has accepted. It covers the end of the edition too (`until`, `repealed`), as far as it was
//! recorded when `tarmaq seal` was run: with the edition itself, or later, when an end came to an edition
//! that had none. The summary of what changed and acceptances are not covered.
//!
//! ```text
//! order: { number: 06-О/Д, date: 2025-12-10 }     was sealed
//! order: { number: 07-О/Д, date: 2025-12-10 }     stands there now
//! ```
//!
//! Restore the fact as it was sealed. A new order makes a new edition. An edition that was to end on a
//! day can still be repealed earlier: a repeal is one more fact, and is sealed in its turn.

use jiff::civil::Date;

use super::sealed::{line_of, when};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Seal, SealedOrder};
use crate::source::{Sources, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "sealed-facts-changed",
    severity: Severity::Error,
    family: Family::Seal,
    source: include_str!("sealed_facts_changed.rs"),
};

/// A fact: its key in `edition.yaml` and in `seal.yaml`, its value now and when it was sealed.
struct Fact {
    key: &'static str,
    sealed_key: &'static str,
    now: Option<String>,
    then: Option<String>,
    place: Span,
}

/// Finds the sealed facts of an edition that are not what they were.
pub fn check(edition: &Edition, sources: &Sources, findings: &mut Vec<Finding>) {
    let Some(seal) = &edition.seal else { return };
    for fact in changed(edition, seal) {
        let Fact { key, now, then, .. } = &fact;
        let message = match (then, now) {
            (Some(then), Some(now)) => format!("`{key}` was sealed as `{then}` and is `{now}` now"),
            (Some(then), None) => format!("`{key}` was sealed as `{then}` and is not stated now"),
            (None, Some(now)) => format!("`{key}` is `{now}` and was not stated when it was sealed"),
            (None, None) => continue,
        };
        let help = match then {
            Some(then) => format!("write `{then}` again; a new order makes a new edition"),
            None => "take it out again; a new order makes a new edition".to_owned(),
        };
        let place = line_of(sources.get(seal.file), fact.sealed_key);
        let finding = Finding::new(&RULE, message)
            .label(edition.file, fact.place, "not as it was sealed")
            .label(seal.file, place, when(seal))
            .help(help);
        findings.push(finding);
    }
}

/// Whether the facts of an edition are those that were sealed; those that cannot be read are not
/// looked at.
pub fn stand(edition: &Edition) -> bool {
    let seal = edition.seal.as_ref();
    seal.is_none_or(|seal| changed(edition, seal).next().is_none())
}

/// The sealed facts that are not what they were. What cannot be read has been reported.
fn changed(edition: &Edition, seal: &Seal) -> impl Iterator<Item = Fact> {
    let facts = facts(edition, seal).into_iter().chain(ending(edition, seal));
    facts.filter(|fact| {
        let outer = fact.key.split('.').next().unwrap_or_default();
        fact.now != fact.then && !edition.unread.iter().any(|key| *key == outer)
    })
}

fn facts(edition: &Edition, seal: &Seal) -> [Fact; 4] {
    let (facts, places, order) = (&seal.facts, &edition.places, &edition.order);
    [
        Fact {
            key: "order.number",
            sealed_key: "number:",
            now: order.as_ref().map(|order| order.number.clone()),
            then: Some(facts.order.clone()),
            place: order.as_ref().map_or(places.number, |order| order.span),
        },
        Fact {
            key: "order.date",
            sealed_key: "date:",
            now: day(order.as_ref().and_then(|order| order.date)),
            then: Some(facts.order_date.to_string()),
            place: order.as_ref().map_or(places.number, |order| order.date_span),
        },
        Fact {
            key: "updated",
            sealed_key: "updated:",
            now: day(edition.updated),
            then: day(facts.updated),
            place: places.updated,
        },
        Fact {
            key: "in_force",
            sealed_key: "in_force:",
            now: day(edition.in_force),
            then: day(facts.in_force),
            place: places.in_force,
        },
    ]
}

/// The facts about the end of an edition, as far as they were sealed.
fn ending(edition: &Edition, seal: &Seal) -> impl Iterator<Item = Fact> {
    let (now, then, places) = (edition.ending(), seal.end(), &edition.places);
    let repeal = edition.repeal.as_ref();
    let repealed = repeal.map_or(places.number, |repeal| repeal.span);
    let order = repeal.and_then(|repeal| repeal.order.as_ref());
    let (now_order, then_order) = (now.repeal_order, then.repeal_order);
    let number = |order: &SealedOrder| order.number.clone();
    let date = |order: &SealedOrder| order.date.to_string();
    let facts = [
        Fact {
            key: "until",
            sealed_key: "until:",
            now: day(now.until),
            then: day(then.until),
            place: places.until,
        },
        Fact {
            key: "repealed.date",
            sealed_key: "repealed:",
            now: day(now.repealed),
            then: day(then.repealed),
            place: repealed,
        },
        Fact {
            key: "repealed.order.number",
            sealed_key: "repeal_order:",
            now: now_order.as_ref().map(number),
            then: then_order.as_ref().map(number),
            place: order.map_or(repealed, |order| order.span),
        },
        Fact {
            key: "repealed.order.date",
            sealed_key: "repeal_order:",
            now: now_order.as_ref().map(date),
            then: then_order.as_ref().map(date),
            place: order.map_or(repealed, |order| order.date_span),
        },
    ];
    facts.into_iter().filter(|fact| fact.then.is_some())
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}
