//! A clause, section or annex is in one language and not in another.
//!
//! The texts of an edition are one text in several languages: the same clauses, under the same numbers.
//! The finding points at the place where the clause should stand and at the clause in the other
//! language. When a whole section or annex is missing, what stands in it is not reported again.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::align::{Unit, UnitKind, pair, units};
use crate::model::{Edition, Text};
use crate::source::Span;

use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-clause",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("missing_clause.rs"),
};

/// Compares the texts of one edition.
pub fn check(edition: &Edition, findings: &mut Vec<Finding>) {
    let all: Vec<_> = edition.texts.iter().map(|text| (text, units(text))).collect();
    for (lacking, own) in &all {
        let mut told = BTreeSet::new();
        for (text, others) in all.iter().filter(|(text, _)| text.lang != lacking.lang) {
            let pairs = pair(others, own);
            // A number that stands twice is reported by a rule of its own; the second one is not
            // missing elsewhere.
            let there: BTreeSet<_> = own.iter().map(|unit| (unit.division, unit.kind)).collect();
            let mut before = None;
            for (at, unit) in others.iter().enumerate() {
                let key = (unit.division, unit.kind);
                let above_missing = unit.parent.is_some_and(|parent| pairs.left[parent].is_none());
                match pairs.left[at] {
                    Some(counterpart) => before = Some(&own[counterpart]),
                    None if above_missing || there.contains(&key) || !told.insert(key) => {}
                    None => findings.push(finding(lacking, before, text, unit)),
                }
            }
        }
    }
}

/// The finding that `lacking` has no counterpart of a unit of `text`; `before` is the unit after
/// which it should stand.
fn finding(lacking: &Text, before: Option<&Unit<'_>>, text: &Text, unit: &Unit<'_>) -> Finding {
    let (has_not, has, kind) = (&lacking.lang, &text.lang, unit.kind);
    let (span, place) = match before {
        Some(before) => (before.span, format!("expected {kind} after this {}", noun(before.kind))),
        None => (lacking.title.as_ref().map_or(Span::at(0), |t| t.span), format!("expected {kind} below")),
    };
    let mut finding = Finding::new(&RULE, format!("{kind} is in {has} and not in {has_not}"))
        .label(lacking.file, span, place)
        .label(text.file, unit.span, format!("{kind} in {has}"))
        .help(format!("add {kind} to the text in {has_not}, or take it out of the others"));
    finding.place.language = Some(has_not.to_string());
    finding.place.clause = unit.address();
    finding
}

fn noun(kind: UnitKind<'_>) -> &'static str {
    match kind {
        UnitKind::Title => "title",
        UnitKind::Annex(_) => "annex",
        UnitKind::Section(_) => "section",
        UnitKind::Unnumbered(_) => "heading",
        UnitKind::Clause(_) => "clause",
    }
}
