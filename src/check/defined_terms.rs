//! The terms that a text declares or defines.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Context;
use crate::align::UnitKind;
use crate::facts::{Facts, Run, Value};
use crate::lang::{Phrase, Sign, WordList};

/// A term that a text declares or defines.
#[derive(Clone, Debug)]
pub(crate) struct DefinedTerm {
    /// Its concept, where the glossary knows it.
    pub(crate) concept: Option<usize>,
    /// Its words.
    pub(crate) phrase: Phrase,
    /// Which of the different words of the text's terms these are.
    pub(crate) words: usize,
    /// The unit it is declared or defined in, by its place among the units of the text.
    pub(crate) unit: usize,
    /// The run, by its place among the runs of the unit.
    pub(crate) run: usize,
    /// Its words there, as bytes of the run's text.
    pub(crate) range: Range<usize>,
    /// Whether it is declared in quotation marks, not only defined in a list of terms.
    pub(crate) declared: bool,
}

impl DefinedTerm {
    /// The place behind it: the unit, the run and the byte.
    pub(crate) fn place(&self) -> (usize, usize, usize) {
        (self.unit, self.run, self.range.end)
    }
}

/// Most words of a term that is defined with a dash.
const MOST_WORDS: usize = 5;

/// The terms of a text, each once: where it is declared first, else where it is defined. Takes all places
/// of them.
pub(super) fn defined_terms(every: &[DefinedTerm]) -> Vec<DefinedTerm> {
    let mut terms = every.to_vec();
    let mut known: BTreeSet<(Option<usize>, Option<Phrase>)> = BTreeSet::new();
    terms.retain(|term| {
        let unknown = term.concept.is_none().then(|| term.phrase.clone());
        known.insert((term.concept, unknown))
    });
    terms
}

/// All places where a text declares terms that begin with a capital («далее – «Веб-сайт»»), then all
/// where it defines them («Пользователь — субъект персональных данных»). A definition is known by its
/// company: at least two items of one list, or clauses of one section, and most of them, begin so.
pub(super) fn every_definition(text: &Facts<'_>, context: &Context<'_>) -> Vec<DefinedTerm> {
    let mut terms: Vec<DefinedTerm> = Vec::new();
    for (at, unit) in text.units.iter().enumerate() {
        for fact in &unit.facts {
            if matches!(fact.value, Value::Declaration(_)) {
                let place = (at, fact.run, fact.range.clone());
                terms.extend(term(text, context, place, true));
            }
        }
    }
    for (at, run_at, end) in definitions(text) {
        terms.extend(term(text, context, (at, run_at, 0..end), false));
    }
    terms
}

fn term(
    text: &Facts<'_>,
    context: &Context<'_>,
    (unit, run, range): (usize, usize, Range<usize>),
    declared: bool,
) -> Option<DefinedTerm> {
    let place = text.units.get(unit)?.runs.get(run)?;
    let words = place.text.get(range.clone())?;
    let list = WordList::of(words);
    let capital = words.trim_start().starts_with(char::is_uppercase);
    capital.then(|| DefinedTerm {
        concept: context.glossary.concept(&list, text.language),
        phrase: Phrase::of(&list),
        words: 0,
        unit,
        run,
        range,
        declared,
    })
}

/// A run: its unit's place, and its own within that.
type RunAt = (usize, usize);

/// The runs that define a term: unit, run, and where the term ends.
fn definitions(text: &Facts<'_>) -> Vec<(usize, usize, usize)> {
    // Runs that stand side by side: items of one list, or the first runs of clauses of one section.
    let mut sides: BTreeMap<(usize, &[u32]), Vec<RunAt>> = BTreeMap::new();
    for (at, unit) in text.units.iter().enumerate() {
        for (run_at, run) in unit.runs.iter().enumerate() {
            match (run.place.0.as_slice(), unit.unit.kind, unit.unit.parent) {
                ([list @ .., _, 0], ..) if !list.is_empty() => {
                    sides.entry((at, list)).or_default().push((at, run_at));
                }
                ([0], UnitKind::Clause(_), Some(parent)) => {
                    sides.entry((parent, &[])).or_default().push((at, run_at));
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    for side in sides.values() {
        let ends = side.iter().filter_map(|(at, run_at)| {
            let run = text.units.get(*at)?.runs.get(*run_at)?;
            Some((*at, *run_at, definition(run)?))
        });
        let ends: Vec<_> = ends.collect();
        if ends.len() >= 2 && ends.len() * 2 > side.len() {
            found.extend(ends);
        }
    }
    found.sort_unstable();
    found
}

/// Where the term ends that a run defines: a few words from a capital on, then a dash between
/// spaces.
fn definition(run: &Run) -> Option<usize> {
    let between = |sign: &&Sign| {
        let (before, behind) = run.text.split_at(sign.at());
        matches!(sign.c, '—' | '–' | '-')
            && before.ends_with(' ')
            && behind[sign.c.len_utf8()..].starts_with(' ')
    };
    let end = run.words.signs().iter().find(between)?.at() - 1;
    let inside = run
        .words
        .iter()
        .take_while(|(word, _)| word.range.end <= end);
    let mut inside = inside.enumerate();
    let fits = inside.all(|(i, (word, _))| i < MOST_WORDS && (i == 0 || word.joined));
    (fits && run.text.starts_with(char::is_uppercase)).then_some(end)
}
