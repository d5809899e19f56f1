//! The languages of a clause do not refer to the same place.
//!
//! References by number have to have the same numbers in each language: that is an error. A reference
//! by title (“the address indicated in the Contact Information”) that most languages make and one does
//! not is a warning; where the odd language writes a title that is nobody's, `broken-reference` tells.
//!
//! ```text
//! ru: (Приложение №1)
//! en: (Annex No. 2)
//! ```
//!
//! Make all languages refer to the same place.

use std::collections::BTreeSet;

use super::compare::compare;
use super::guise::Kind;
use super::lacks::lacks;
use super::mismatch::{Noun, Statement, word};
use super::parallel::about;
use super::references::{References, number};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{UnitFacts, Value};

/// The rule. A difference in numbers is an error, one in titles a warning.
pub static RULE: Rule = Rule {
    name: "reference-mismatch",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("reference_mismatch.rs"),
};

/// Compares what the texts of each clause refer to.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "reference",
        many: "references",
    };
    let made = References::of(parallel, context);
    for (at, row) in parallel.rows.iter().enumerate() {
        let refers = |unit: &UnitFacts<'_>| {
            let mut facts = unit.facts.iter();
            facts.any(|fact| Kind::of(&fact.value) == Some(Kind::Reference))
        };
        if !parallel.units(row).any(|(_, _, unit)| refers(unit)) {
            continue;
        }
        let units: Vec<_> = parallel.units(row).collect();
        // A section that one language names by its title and another by its number is one section.
        let titled: BTreeSet<String> = units
            .iter()
            .flat_map(|(column, ..)| {
                let references = made.made(at, *column).iter();
                references.filter_map(|reference| number(parallel, *column, reference.target))
            })
            .collect();
        let stated: Vec<_> = units
            .iter()
            .map(|(column, _, unit)| (*column, numbers(unit, &titled)))
            .collect();
        for difference in compare(&stated) {
            let worded = word(parallel, row, &RULE, noun, &difference);
            findings.extend(worded.map(|finding| Finding {
                severity: Severity::Error,
                ..finding
            }));
        }
    }
    for lack in lacks(parallel, context) {
        if lack.instead.is_some() {
            continue;
        }
        let (text, unit) = (lack.text, lack.unit);
        let (lang, name) = (&text.text.lang, unit.unit.describe());
        let called = lack.called();
        let message =
            format!("{name} does not refer in {lang} to “{called}” as the other languages do");
        let finding = Finding::new(&RULE, message).label(
            text.text.file,
            unit.unit.span,
            format!("{name} in {lang}"),
        );
        let finding = lack
            .show(finding)
            .label(lack.file, lack.heading.span, "what is referred to")
            .help(format!(
                "refer to “{called}” by its title, as the other languages do"
            ));
        findings.push(about(finding, text, unit));
    }
}

/// The references by number of a unit, without its heading and without the numbers of sections that
/// some language names by their titles.
fn numbers(unit: &UnitFacts<'_>, titled: &BTreeSet<String>) -> Vec<(Value, Statement)> {
    let references = unit.facts.iter().filter(|fact| match &fact.value {
        Value::Annex(_) => true,
        Value::Clause(number) => !titled.contains(number),
        Value::Item(_) => true,
        _ => false,
    });
    let body = references.filter(|fact| {
        let run = unit.runs.get(fact.run);
        run.is_some_and(|run| !run.place.0.is_empty())
    });
    let stated = body.map(|fact| {
        let words = unit.words(fact).to_owned();
        // Languages differ in what they call an item: «подпункт 1)», "paragraph 1".
        let value = match &fact.value {
            Value::Item(number) => Value::Clause(number.clone()),
            value => value.clone(),
        };
        (value, (unit.span(fact), words))
    });
    stated.collect()
}
