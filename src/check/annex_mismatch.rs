//! An annex has another number in its heading than in the other languages.
//!
//! An annex is known by its place, so that the same annex is compared whatever its heading says; the
//! number in the heading is what people cite.
//!
//! ```text
//! ru: # Приложение №1
//! en: # Annex No. 2
//! ```
//!
//! Correct the number. A heading in which no number is recognised is not reported.

use super::compare::compare;
use super::mismatch::{Noun, Statement, word};
use super::{Context, Parallel};
use crate::align::UnitKind;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{UnitFacts, Value};

/// The rule.
pub static RULE: Rule = Rule {
    name: "annex-mismatch",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("annex_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "number of the annex",
        many: "numbers of the annex",
    };
    for row in &parallel.rows {
        let numbers = parallel
            .units(row)
            .map(|(column, _, unit)| Some((column, vec![number(unit)?])));
        // Where one language's number is not recognised, there is nothing to compare the others with.
        let Some(stated) = numbers.collect::<Option<Vec<_>>>() else {
            continue;
        };
        for difference in compare(&stated) {
            findings.extend(word(parallel, row, &RULE, noun, &difference));
        }
    }
}

/// The number in the heading of an annex.
fn number(unit: &UnitFacts<'_>) -> Option<(u32, Statement)> {
    if !matches!(unit.unit.kind, UnitKind::Annex(_)) {
        return None;
    }
    unit.facts.iter().find_map(|fact| match fact.value {
        Value::Annex(number) if fact.run == 0 => {
            Some((number, (unit.span(fact), unit.words(fact).to_owned())))
        }
        _ => None,
    })
}
