//! Compares the facts of one kind clause by clause, and forgives what stands there in another guise:
//! a number that one language writes out, a date that could not be read but whose day and year are
//! there, a period of which only the number was recognised.

use super::compare::{Difference, compare};
use super::mismatch::{Noun, Statement, word};
use super::parallel::Parallel;
use super::parts::{Parts, atoms};
use crate::diagnostic::{Finding, Rule};
use crate::facts::{Fact, UnitFacts, Value};

/// The kinds of facts that are compared apart from one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Date,
    Duration,
    Amount,
    Identifier,
    Reference,
}

impl Kind {
    /// The kind of a value; `None` where rules of another making compare it.
    pub(super) fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Number(_) => Self::Number,
            Value::Date(_) | Value::PartialDate { .. } => Self::Date,
            Value::Duration(_) => Self::Duration,
            Value::Percent(_) | Value::Money { .. } => Self::Amount,
            Value::Identifier(_) => Self::Identifier,
            Value::Annex(_) | Value::Clause(_) | Value::Item(_) => Self::Reference,
            _ => return None,
        })
    }
}

type Stated<'p> = Vec<(usize, Vec<(Value, Statement)>)>;

/// Reports what the texts of each clause do not state alike.
pub(super) fn report(
    parallel: &Parallel<'_>,
    rule: &'static Rule,
    kind: Kind,
    noun: Noun,
    findings: &mut Vec<Finding>,
) {
    for row in &parallel.rows {
        // Most units state nothing of the kind.
        let any = |unit: &UnitFacts<'_>| unit.facts.iter().any(|fact| asks(fact, kind, true));
        if !parallel.units(row).any(|(_, _, unit)| any(unit)) {
            continue;
        }
        let units: Vec<(usize, &UnitFacts<'_>)> = parallel
            .units(row)
            .map(|(column, _, unit)| (column, unit))
            .collect();
        if units.len() < 2 {
            continue;
        }
        let mut counts = units.iter().map(|(_, unit)| {
            let own = unit.facts.iter().filter(|fact| asks(fact, kind, true));
            own.count()
        });
        // Where each language states as many, those in words are compared as well.
        let first = counts.next();
        let words = counts.all(|count| Some(count) == first);
        let stated: Stated<'_> = units
            .iter()
            .map(|(column, unit)| (*column, statements(unit, kind, words)))
            .collect();
        let differences = compare(&stated);
        if differences.is_empty() {
            continue;
        }
        let parts = parallel
            .units(row)
            .map(|(column, text, unit)| (column, Parts::of(text, unit, kind)));
        let parts: Vec<(usize, Parts<'_>)> = parts.collect();
        for mut difference in differences {
            forgive(&mut difference, &parts, kind);
            difference.extra.sort_by_key(|(_, own)| own.0);
            difference
                .missing
                .sort_by_key(|(_, column, own)| (*column, own.0));
            if !difference.extra.is_empty() || !difference.missing.is_empty() {
                findings.extend(word(parallel, row, rule, noun, &difference));
            }
        }
    }
}

/// Whether a fact is of a kind and wants an answer in the other languages. One in words alone is
/// often no statement but a manner of speaking: "one of the parties".
fn asks(fact: &Fact, kind: Kind, words: bool) -> bool {
    let one = || matches!(&fact.value, Value::Number(number) if number == "1");
    Kind::of(&fact.value) == Some(kind) && (!fact.in_words || words && !one())
}

fn statements(unit: &UnitFacts<'_>, kind: Kind, words: bool) -> Vec<(Value, Statement)> {
    let facts = unit.facts.iter().filter(|fact| asks(fact, kind, words));
    facts
        .map(|fact| {
            let statement = (unit.span(fact), unit.words(fact).to_owned());
            (fact.value.clone(), statement)
        })
        .collect()
}

/// Takes out of a difference what is there in another guise.
fn forgive(
    difference: &mut Difference<Value, Statement>,
    parts: &[(usize, Parts<'_>)],
    kind: Kind,
) {
    let of = |column: usize| parts.iter().find(|(own, _)| *own == column);
    let Some((own, own_parts)) = of(difference.column) else {
        return;
    };
    difference.missing.retain(|(value, other, _)| {
        of(*other).is_none_or(|(_, other)| !answered(value, own_parts, other, kind))
    });
    difference.extra.retain(|(value, _)| {
        let mut others = parts.iter().filter(|(column, _)| column != own);
        !others.any(|(_, other)| answered(value, other, own_parts, kind))
    });
}

/// Whether one text has a value, which another states, in another guise: in words, or each of its
/// numbers more often than the other has it besides.
fn answered(value: &Value, here: &Parts<'_>, there: &Parts<'_>, kind: Kind) -> bool {
    if here.has_in_words(value) {
        return true;
    }
    let atoms = atoms(value);
    let in_parts = atoms
        .iter()
        .all(|atom| here.besides(atom) > there.besides_in_figures(atom));
    !atoms.is_empty() && in_parts || kind == Kind::Number && here.tells_otherwise(value)
}
