//! Compares the facts of one kind clause by clause, and forgives what stands there in another guise:
//! a number that one language writes out, a date that could not be read but whose day and year are
//! there, a period of which only the number was recognised.

use super::compare::{Difference, compare};
use super::mismatch::{Noun, Statement, word};
use super::parallel::Parallel;
use crate::align::Row;
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
    fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Number(_) => Self::Number,
            Value::Date(_) | Value::PartialDate { .. } => Self::Date,
            Value::Duration(_) => Self::Duration,
            Value::Percent(_) | Value::Money { .. } => Self::Amount,
            Value::Identifier(_) => Self::Identifier,
            Value::Annex(_) | Value::Clause(_) => Self::Reference,
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
        let units: Vec<(usize, &UnitFacts<'_>)> = parallel
            .units(row)
            .map(|(column, _, unit)| (column, unit))
            .collect();
        let any = |unit: &UnitFacts<'_>| unit.facts.iter().any(|fact| asks(fact, kind, true));
        if units.len() < 2 || !units.iter().any(|(_, unit)| any(unit)) {
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
        for mut difference in compare(&stated) {
            forgive(&mut difference, &units, kind);
            if kind == Kind::Number {
                forgive_compounds(&mut difference, parallel, row);
            }
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
    let one = fact.value == Value::Number("1".to_owned());
    Kind::of(&fact.value) == Some(kind) && (!fact.in_words || words && !one)
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
    units: &[(usize, &UnitFacts<'_>)],
    kind: Kind,
) {
    let unit = |column: usize| units.iter().find(|(own, _)| *own == column);
    let Some((own, own_unit)) = unit(difference.column) else {
        return;
    };
    difference.missing.retain(|(value, other, _)| {
        unit(*other).is_none_or(|(_, other)| !answered(value, own_unit, other, kind))
    });
    difference.extra.retain(|(value, _)| {
        let mut others = units.iter().filter(|(column, _)| column != own);
        !others.any(|(_, other)| answered(value, other, own_unit, kind))
    });
}

/// Takes out of a difference the numbers that a longer word begins with in the other text:
/// «двухфакторный» for "2-factor".
fn forgive_compounds(
    difference: &mut Difference<Value, Statement>,
    parallel: &Parallel<'_>,
    row: &Row,
) {
    let own = difference.column;
    let has = |column: usize, value: &Value| {
        let (Some(text), Some(unit)) = (parallel.texts.get(column), parallel.unit(row, column))
        else {
            return false;
        };
        let (Some(quantities), Value::Number(number)) = (&text.language.grammar.quantities, value)
        else {
            return false;
        };
        let mut words = unit.runs.iter().flat_map(|run| run.words.iter());
        words.any(|(_, folded)| {
            let count = quantities.lexicon.compound(folded);
            count.is_some_and(|count| *number == count.to_string())
        })
    };
    difference.missing.retain(|(value, ..)| !has(own, value));
    difference.extra.retain(|(value, _)| {
        let mut others = parallel.units(row).filter(|(column, ..)| *column != own);
        !others.any(|(column, ..)| has(column, value))
    });
}

/// Whether one text has a value, which another states, in another guise: in words, or each of its
/// numbers more often than the other has it besides.
fn answered(value: &Value, here: &UnitFacts<'_>, there: &UnitFacts<'_>, kind: Kind) -> bool {
    let same = |fact: &Fact| fact.in_words && fact.value == *value;
    if here.facts.iter().any(same) {
        return true;
    }
    let atoms = atoms(value);
    let in_parts = atoms
        .iter()
        .all(|atom| besides(here, kind, atom, true) > besides(there, kind, atom, false));
    !atoms.is_empty() && in_parts || kind == Kind::Number && told_otherwise(value, here)
}

/// How often a number is a part of facts of other kinds.
fn besides(unit: &UnitFacts<'_>, kind: Kind, atom: &str, words: bool) -> usize {
    let facts = unit.facts.iter().filter(|fact| {
        Kind::of(&fact.value).is_some_and(|own| own != kind)
            && (words || !fact.in_words)
            && (atoms(&fact.value).iter().any(|own| own == atom)
                || atom == "0" && is_full_hour(&fact.value))
    });
    facts.count()
}

/// Whether a time or a fraction is there as a language may tell it: "6 p.m." for 18:00, "half".
fn told_otherwise(value: &Value, here: &UnitFacts<'_>) -> bool {
    let Value::Number(number) = value else {
        return false;
    };
    let mut numbers = here.facts.iter().filter_map(|fact| match &fact.value {
        Value::Number(number) => Some((number.as_str(), here.words(fact))),
        _ => None,
    });
    let hour = |number: &str| -> Option<u32> {
        let (hours, _) = number.split_once(':')?;
        hours.parse().ok()
    };
    if number.contains('/') {
        return !numbers.any(|(other, _)| other.contains('/'));
    }
    numbers.any(|(other, words)| match (hour(number), hour(other)) {
        (Some(hours), None) => other
            .parse()
            .is_ok_and(|other: u32| other % 12 == hours % 12),
        (None, Some(hours)) => number.parse().is_ok_and(|own: u32| own % 12 == hours % 12),
        // A comma is a decimal mark: «2,50» is 2.5.
        (None, None) => words.contains(',') && shortened(number) == shortened(other),
        _ => false,
    })
}

/// Whether it is a time such as 18:00, which a language may tell as 18 hours and 0 minutes.
fn is_full_hour(value: &Value) -> bool {
    matches!(value, Value::Number(number) if number.ends_with(":00"))
}

/// The numbers that a value is made of.
fn atoms(value: &Value) -> Vec<String> {
    match value {
        Value::Number(number) if number.contains(':') => {
            let parts = number.split(':').filter(|part| *part != "00");
            parts
                .map(|part| part.trim_start_matches('0').to_owned())
                .collect()
        }
        Value::Number(number) | Value::Percent(number) | Value::Money { amount: number, .. } => {
            vec![shortened(number)]
        }
        Value::Duration(duration) => vec![shortened(&duration.count)],
        Value::Date(date) => vec![date.day().to_string(), date.year().to_string()],
        Value::PartialDate { year, day, .. } => {
            let year = year.map(|year| year.to_string());
            let day = day.map(|day| day.to_string());
            day.into_iter().chain(year).collect()
        }
        Value::Identifier(number) | Value::Clause(number) => vec![shortened(number)],
        Value::Annex(number) => vec![number.to_string()],
        _ => Vec::new(),
    }
}

/// A decimal without the noughts at its end.
fn shortened(number: &str) -> String {
    match number.split_once('.') {
        Some((whole, part)) if !part.contains('.') => {
            let part = part.trim_end_matches('0');
            let dot = if part.is_empty() { "" } else { "." };
            format!("{whole}{dot}{part}")
        }
        _ => number.to_owned(),
    }
}
