//! The terms that a text declares or defines.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use crate::align::UnitKind;
use crate::facts::{Facts, Run, Value};
use crate::lang::{Phrase, Sign, WordList};

/// A term that a text declares or defines.
#[derive(Clone, Debug)]
pub(super) struct DefinedTerm {
    /// Its concept, where the glossary knows it.
    pub(super) concept: Option<usize>,
    /// Its words.
    pub(super) phrase: Phrase,
    /// Where it is declared or defined first: the unit, the run and the byte behind it.
    pub(super) place: (usize, usize, usize),
    /// Whether it is declared in quotation marks, not only defined in a list of terms.
    pub(super) declared: bool,
}

/// Most words of a term that is defined with a dash.
const MOST_WORDS: usize = 5;

/// The terms that begin with a capital where a text declares them («далее – «Веб-сайт»») or defines
/// them («Пользователь — субъект персональных данных»); each once, at its first place. A definition
/// is known by its company: at least two items of one list, or clauses of one section, and most
/// of them, begin so.
pub(super) fn defined_terms(text: &Facts<'_>, context: &Context<'_>) -> Vec<DefinedTerm> {
    let mut terms: Vec<DefinedTerm> = Vec::new();
    for (at, unit) in text.units.iter().enumerate() {
        for fact in &unit.facts {
            if let Value::Declaration(words) = &fact.value {
                let place = (at, fact.run, fact.range.end);
                terms.extend(term(text, context, words, place, true));
            }
        }
    }
    for (at, run_at, end) in definitions(text) {
        let run = text.units.get(at).and_then(|unit| unit.runs.get(run_at));
        terms.extend(
            run.and_then(|run| term(text, context, &run.text[..end], (at, run_at, end), false)),
        );
    }
    let mut known: BTreeSet<(Option<usize>, Option<Phrase>)> = BTreeSet::new();
    terms.retain(|term| {
        let unknown = term.concept.is_none().then(|| term.phrase.clone());
        known.insert((term.concept, unknown))
    });
    terms
}

fn term(
    text: &Facts<'_>,
    context: &Context<'_>,
    words: &str,
    place: (usize, usize, usize),
    declared: bool,
) -> Option<DefinedTerm> {
    let list = WordList::of(words);
    let capital = words.trim_start().starts_with(char::is_uppercase);
    capital.then(|| DefinedTerm {
        concept: context.glossary.concept(&list, text.language),
        phrase: Phrase::of(&list),
        place,
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
