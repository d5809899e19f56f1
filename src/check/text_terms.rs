//! The terms that a text declares or defines, and where their words stand in it; looked for once, and
//! asked for by rules and by links.

use std::collections::BTreeMap;

use super::defined_terms::{DefinedTerm, every_definition};
use super::titles::{Position, Titles, capital, position};
use super::{Context, Parallel};
use crate::facts::{Facts, Run};
use crate::lang::{Endings, Phrase, Phrases};

/// The terms of a text.
#[derive(Debug)]
pub(crate) struct TextTerms {
    /// All places where the text declares or defines a term.
    pub(crate) definitions: Vec<DefinedTerm>,
    /// Where their words stand, unit by unit.
    standing: Vec<Vec<Standing>>,
}

/// Words of a text that are those of a term, which it may not have declared yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    /// The run, by its place among the runs of the unit.
    pub(super) run: usize,
    /// The first word, by its place among the words of the run.
    pub(super) word: usize,
    /// The words of the term: see [`DefinedTerm::words`].
    pub(super) words: usize,
    /// Whether the first word has a capital that says something.
    pub(super) capital: bool,
    /// Where in its sentence it stands.
    pub(super) position: Position,
}

impl TextTerms {
    /// The terms of an edition's texts, text by text.
    pub(crate) fn of<'p>(parallel: &'p Parallel<'_>, context: &Context<'_>) -> &'p [Self] {
        parallel.memo.terms.get_or_init(|| {
            let texts = parallel.texts.iter();
            texts.map(|text| Self::of_text(text, context)).collect()
        })
    }

    fn of_text(text: &Facts<'_>, context: &Context<'_>) -> Self {
        let mut definitions = every_definition(text, context);
        let phrases = definitions.iter().map(|term| (term.phrase.clone(), 0));
        let mut known: BTreeMap<Phrase, usize> = phrases.collect();
        // In their order, so that those that stand at a word are found by bisection.
        for (number, words) in known.values_mut().enumerate() {
            *words = number;
        }
        for term in &mut definitions {
            term.words = known.get(&term.phrase).copied().unwrap_or_default();
        }
        let endings = &text.language.grammar.endings;
        let phrases = Phrases::of(known.keys(), endings);
        let titles = context.titles.in_language(&text.language.lang);
        let standing = text.units.iter().map(|unit| {
            let mut standing = Vec::new();
            for (at, run) in unit.runs.iter().enumerate() {
                stand_in(at, run, &phrases, titles, endings, &mut standing);
            }
            standing
        });
        Self {
            standing: standing.collect(),
            definitions,
        }
    }

    /// Where the words of terms stand in a unit, in order: run by run, word by word, and at a word by
    /// the numbers of the words that stand there.
    pub(super) fn standing(&self, unit: usize) -> &[Standing] {
        self.standing.get(unit).map_or(&[], Vec::as_slice)
    }
}

/// Notes where terms stand in a run. Titles of policies are no terms.
fn stand_in(
    at: usize,
    run: &Run,
    terms: &Phrases,
    titles: Option<&Titles<usize>>,
    endings: &Endings,
    standing: &mut Vec<Standing>,
) {
    if terms.is_empty() {
        return;
    }
    let mut from = 0;
    let mut here = Vec::new();
    for (word_at, word) in run.words.words().iter().enumerate() {
        if word_at < from {
            continue;
        }
        let titles = titles.filter(|titles| word.capital && titles.may_begin(word.beginning));
        let titles = titles.filter(|_| capital(run, word_at));
        if let Some(title) = titles.and_then(|own| own.at(&run.words, word_at, endings)) {
            from = word_at + title.words;
            continue;
        }
        if !terms.may_begin(word.beginning) {
            continue;
        }
        terms.at(&run.words, word_at, endings, &mut here);
        if here.is_empty() {
            continue;
        }
        let (capital, position) = (capital(run, word_at), position(run, word_at));
        standing.extend(here.drain(..).map(|words| Standing {
            run: at,
            word: word_at,
            words,
            capital,
            position,
        }));
    }
}
