//! A fact of an edition that was sealed has been changed.
//!
//! A seal covers the number of the edition, the number and date of its order, the date of the last
//! update and the first day in force, as well as the texts: other systems keep them to know what
//! somebody has accepted. What comes later in the life of an edition is not covered: its last day in
//! force, its repeal, the summary of what changed, acceptances.
//!
//! ```text
//! order: { number: 06-О/Д, date: 2025-12-10 }     was sealed
//! order: { number: 07-О/Д, date: 2025-12-10 }     stands there now
//! ```
//!
//! Restore the fact as it was sealed. A new order makes a new edition.

use super::sealed::{line_of, when};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Seal};
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
    for fact in facts(edition, seal) {
        if fact.now == fact.then {
            continue;
        }
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

fn facts(edition: &Edition, seal: &Seal) -> [Fact; 5] {
    let (facts, places, order) = (&seal.facts, &edition.places, &edition.order);
    let day = |date: &Option<jiff::civil::Date>| date.map(|date| date.to_string());
    [
        Fact {
            key: "edition",
            sealed_key: "edition:",
            now: Some(edition.number.clone()),
            then: Some(facts.edition.clone()),
            place: places.number,
        },
        Fact {
            key: "order.number",
            sealed_key: "number:",
            now: order.as_ref().map(|order| order.number.clone()),
            then: Some(facts.order.clone()),
            place: order.as_ref().map_or(Span::at(0), |order| order.span),
        },
        Fact {
            key: "order.date",
            sealed_key: "date:",
            now: day(&order.as_ref().and_then(|order| order.date)),
            then: Some(facts.order_date.to_string()),
            place: order.as_ref().map_or(Span::at(0), |order| order.date_span),
        },
        Fact {
            key: "updated",
            sealed_key: "updated:",
            now: day(&edition.updated),
            then: day(&facts.updated),
            place: places.updated,
        },
        Fact {
            key: "in_force",
            sealed_key: "in_force:",
            now: day(&edition.in_force),
            then: day(&facts.in_force),
            place: places.in_force,
        },
    ]
}
