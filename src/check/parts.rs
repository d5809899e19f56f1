//! The numbers that the facts of a unit are made of, counted once for all that is asked of them.

use std::collections::{BTreeMap, BTreeSet};

use super::guise::Kind;
use crate::facts::{Facts, UnitFacts, Value};

/// What a unit states besides the facts of one kind, and in which guises.
pub(super) struct Parts<'u> {
    /// What it states in words alone.
    in_words: BTreeSet<&'u Value>,
    /// For each number, how many facts of other kinds it is a part of, and how many of these are in
    /// figures.
    besides: BTreeMap<String, (usize, usize)>,
    /// Whether there is a fraction or a row of numbers with slashes.
    slashes: bool,
    /// The hours of its times, of twelve.
    times: BTreeSet<u32>,
    /// Its whole numbers that are no times, as hours of twelve.
    wholes: BTreeSet<u32>,
    /// Its numbers with a comma, which may be a decimal mark: «2,50» is 2.5.
    commas: BTreeSet<String>,
    /// The numbers that longer words begin with: «двухфакторный» for "2-factor".
    compounds: BTreeSet<String>,
}

impl<'u> Parts<'u> {
    /// Takes apart what a unit states. `kind` is the kind of facts that are compared.
    pub(super) fn of(text: &Facts<'_>, unit: &'u UnitFacts<'_>, kind: Kind) -> Self {
        let mut parts = Self {
            in_words: BTreeSet::new(),
            besides: BTreeMap::new(),
            slashes: false,
            times: BTreeSet::new(),
            wholes: BTreeSet::new(),
            commas: BTreeSet::new(),
            compounds: compounds(text, unit),
        };
        for fact in &unit.facts {
            if fact.in_words {
                parts.in_words.insert(&fact.value);
            }
            if Kind::of(&fact.value).is_some_and(|own| own != kind) {
                let mut own: BTreeSet<String> = atoms(&fact.value).into_iter().collect();
                if is_full_hour(&fact.value) {
                    own.insert("0".to_owned());
                }
                for atom in own {
                    let counts = parts.besides.entry(atom).or_default();
                    counts.0 += 1;
                    counts.1 += usize::from(!fact.in_words);
                }
            }
            if let Value::Number(number) = &fact.value {
                parts.number(number, unit.words(fact));
            }
        }
        parts
    }

    fn number(&mut self, number: &str, words: &str) {
        self.slashes |= number.contains('/');
        match hour(number) {
            Some(hours) => {
                self.times.insert(hours % 12);
            }
            None => {
                self.wholes
                    .extend(number.parse().ok().map(|own: u32| own % 12));
                if words.contains(',') {
                    self.commas.insert(shortened(number));
                }
            }
        }
    }

    /// Whether a value stands there in words alone.
    pub(super) fn has_in_words(&self, value: &Value) -> bool {
        self.in_words.contains(value)
    }

    /// How often a number is a part of facts of other kinds.
    pub(super) fn besides(&self, atom: &str) -> usize {
        self.besides.get(atom).map_or(0, |(all, _)| *all)
    }

    /// The same without those in words alone.
    pub(super) fn besides_in_figures(&self, atom: &str) -> usize {
        self.besides
            .get(atom)
            .map_or(0, |(_, in_figures)| *in_figures)
    }

    /// Whether a time or a fraction is there as a language may tell it: "6 p.m." for 18:00, "half",
    /// or at the beginning of a longer word.
    pub(super) fn tells_otherwise(&self, value: &Value) -> bool {
        let Value::Number(number) = value else {
            return false;
        };
        if self.compounds.contains(number) {
            return true;
        }
        if number.contains('/') {
            return !self.slashes;
        }
        match hour(number) {
            Some(hours) => self.wholes.contains(&(hours % 12)),
            None => {
                let own = number.parse().ok().map(|own: u32| own % 12);
                own.is_some_and(|own| self.times.contains(&own))
                    || self.commas.contains(&shortened(number))
            }
        }
    }
}

fn compounds(text: &Facts<'_>, unit: &UnitFacts<'_>) -> BTreeSet<String> {
    let Some(quantities) = &text.language.grammar.quantities else {
        return BTreeSet::new();
    };
    let words = unit.runs.iter().flat_map(|run| run.words.iter());
    let counts = words.filter_map(|(_, folded)| quantities.lexicon.compound(folded));
    counts.map(|count| count.to_string()).collect()
}

/// The hours of a time such as 18:00.
fn hour(number: &str) -> Option<u32> {
    let (hours, _) = number.split_once(':')?;
    hours.parse().ok()
}

/// Whether it is a time such as 18:00, which a language may tell as 18 hours and 0 minutes.
fn is_full_hour(value: &Value) -> bool {
    matches!(value, Value::Number(number) if number.ends_with(":00"))
}

/// The numbers that a value is made of.
pub(super) fn atoms(value: &Value) -> Vec<String> {
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
        Value::Identifier(number) | Value::Clause(number) | Value::Item(number) => {
            vec![shortened(number)]
        }
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
