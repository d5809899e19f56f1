//! Where the texts of an edition use the terms they have declared or defined.

use std::collections::BTreeMap;
use std::ops::Range;

use super::defined_terms::{DefinedTerm, defined_terms};
use super::text_terms::{Standing, TextTerms};
use super::titles::Position;
use super::{Context, Parallel};
use crate::facts::UnitFacts;
use crate::source::Span;

/// A term in all languages: by its concept, else by the row that declares it in each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Concept(usize),
    Row(usize),
}

/// The terms of one text, by their words: see [`DefinedTerm::words`]. The key tells what a term is.
#[derive(Clone)]
pub(crate) struct Terms<K> {
    terms: BTreeMap<usize, Vec<Kept<K>>>,
    count: usize,
}

/// A term, the how manieth it is, and what.
#[derive(Clone)]
struct Kept<K> {
    nth: usize,
    key: K,
    term: DefinedTerm,
}

impl<K> Default for Terms<K> {
    fn default() -> Self {
        Self {
            terms: BTreeMap::new(),
            count: 0,
        }
    }
}

impl<K: Copy> Terms<K> {
    /// Takes a term in.
    pub(crate) fn keep(&mut self, key: K, term: DefinedTerm) {
        let nth = self.count;
        self.count += 1;
        let same = self.terms.entry(term.words).or_default();
        same.push(Kept { nth, key, term });
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, &DefinedTerm)> {
        let terms = self.terms.values().flatten();
        terms.map(|own| (own.key, &own.term))
    }

    /// Those of some words.
    fn of(&self, words: usize) -> &[Kept<K>] {
        self.terms.get(&words).map_or(&[], Vec::as_slice)
    }
}

/// A term in running text.
pub(crate) struct Use<K> {
    pub(crate) key: K,
    /// The run it stands in, by its place among the runs of its unit.
    pub(crate) run: usize,
    /// Its first word, by its place among the words of the run.
    pub(crate) word: usize,
    /// Its words, as bytes of the run's text.
    pub(crate) range: Range<usize>,
    /// Where they stand in the file.
    pub(crate) span: Span,
    pub(crate) capital: bool,
    pub(crate) position: Position,
}

impl<K> Use<K> {
    /// Its words, in the unit it stands in.
    pub(super) fn words<'u>(&self, unit: &'u UnitFacts<'_>) -> &'u str {
        let run = unit.runs.get(self.run);
        run.and_then(|run| run.text.get(self.range.clone()))
            .unwrap_or_default()
    }
}

/// The terms of each text, each with what it is in all languages. A term that the glossary does not
/// know counts when the same row has one such term in each language.
pub(super) fn keyed(parallel: &Parallel<'_>, context: &Context<'_>) -> Vec<Terms<Key>> {
    let texts = TextTerms::of(parallel, context).iter();
    let texts = texts.map(|text| defined_terms(&text.definitions));
    let mut lists: Vec<Vec<DefinedTerm>> = texts.collect();
    let mut keyed: Vec<Terms<Key>> = vec![Terms::default(); lists.len()];
    let mut unknown: Vec<BTreeMap<usize, Vec<DefinedTerm>>> = vec![BTreeMap::new(); lists.len()];
    for (column, list) in lists.iter_mut().enumerate() {
        for term in list.drain(..) {
            match term.concept {
                Some(concept) => keyed[column].keep(Key::Concept(concept), term),
                None => unknown[column].entry(term.unit).or_default().push(term),
            }
        }
    }
    for (at, row) in parallel.rows.iter().enumerate() {
        let taken: Vec<(usize, Vec<DefinedTerm>)> = row
            .places
            .iter()
            .enumerate()
            .filter_map(|(column, place)| {
                Some((column, unknown.get_mut(column)?.remove(&(*place)?)?))
            })
            .collect();
        if taken.iter().all(|(_, terms)| terms.len() == 1) {
            for (column, terms) in taken {
                for term in terms {
                    keyed[column].keep(Key::Row(at), term);
                }
            }
        }
    }
    keyed
}

/// Where a unit uses terms, after the text has declared or defined them; of terms that begin with
/// one word the longest. Titles of policies are no such use.
pub(crate) fn uses<K: Copy>(
    text: &TextTerms,
    at: usize,
    unit: &UnitFacts<'_>,
    terms: &Terms<K>,
) -> Vec<Use<K>> {
    let standing = text.standing(at);
    let mut uses = Vec::with_capacity(standing.len());
    for here in standing.chunk_by(|one, other| (one.run, one.word) == (other.run, other.word)) {
        let Some(&Standing {
            run: run_at,
            word: word_at,
            capital,
            position,
            ..
        }) = here.first()
        else {
            continue;
        };
        let run = unit.runs.get(run_at);
        let Some((run, word)) = run.and_then(|run| Some((run, run.words.word(word_at)?))) else {
            continue;
        };
        let near = here.iter().flat_map(|own| terms.of(own.words));
        let near = near.filter(|own| own.term.place() < (at, run_at, word.range.start));
        let Some(Kept { key, term, .. }) = near.max_by_key(|own| (own.term.phrase.len(), own.nth))
        else {
            continue;
        };
        let last = run.words.word(word_at + term.phrase.len() - 1);
        let end = last.map_or(word.range.end, |last| last.range.end);
        uses.push(Use {
            key: *key,
            run: run_at,
            word: word_at,
            span: run.span(word.range.start..end),
            range: word.range.start..end,
            capital,
            position,
        });
    }
    uses
}
