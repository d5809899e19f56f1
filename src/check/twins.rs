//! The same text standing in several places of a site, and what it is in the other languages there.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::Parallel;
use crate::align::Row;
use crate::facts::{Run, UnitFacts, Value};
use crate::lang::{Language, SignSet, is_capital};
use crate::model::Lang;
use crate::source::{FileId, Span};

/// Pieces of the texts of an edition: sentences, or whole paragraphs, items, cells and headings,
/// each in all languages that have it. Of their words only a digest is kept: a site may have
/// thousands of policies. `F` names files.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pieces<F = FileId> {
    /// The texts: the language of each, by its place among those of the site in the order of their
    /// codes, and its file.
    pub(super) columns: Vec<(u16, F)>,
    /// Piece by piece, and within a piece language by language.
    pub(super) entries: Vec<Entry>,
}

/// A piece in one language. There are many: what is small is kept small.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// A digest of its words, without punctuation and capitals.
    pub(super) digest: Digest,
    /// The same without numbers, dates, periods, sums and references: other rules compare those.
    pub(super) wording: Digest,
    pub(super) span: Span,
    /// Its text, by its place among the columns.
    pub(super) column: u16,
    /// How many words it has; 255 where it has more.
    pub(super) words: u8,
    /// Whether it is the first of its piece.
    pub(super) first: bool,
}

/// SipHash-1-3 (<https://www.aumasson.jp/siphash/siphash.pdf>) of some words: there are too many for
/// anything larger or slower.
pub(super) type Digest = [u8; 8];

impl<F> Default for Pieces<F> {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            entries: Vec::new(),
        }
    }
}

impl<F: Copy> Pieces<F> {
    /// The same with other names of files; `None` where one of them has none.
    pub fn try_map<G>(self, mut name: impl FnMut(F) -> Option<G>) -> Option<Pieces<G>> {
        let columns = self.columns.into_iter();
        let columns = columns.map(|(lang, file)| Some((lang, name(file)?)));
        Some(Pieces {
            columns: columns.collect::<Option<_>>()?,
            entries: self.entries,
        })
    }

    /// The language of an entry, and its file.
    pub(super) fn column(&self, entry: &Entry) -> Option<(u16, F)> {
        self.columns.get(usize::from(entry.column)).copied()
    }

    /// The piece that an entry belongs to, in all its languages.
    pub(super) fn piece(&self, at: usize) -> Range<usize> {
        let mut before = self.entries.iter().take(at + 1);
        let start = before.rposition(|entry| entry.first).unwrap_or(at);
        let mut behind = self.entries.iter().skip(at + 1);
        let rest = behind.position(|entry| entry.first);
        start..rest.map_or(self.entries.len(), |rest| at + 1 + rest)
    }
}

impl Pieces {
    /// The pieces of an edition's texts.
    pub fn of(parallel: &Parallel<'_>, languages: &BTreeMap<Lang, Language>) -> Self {
        let columns = parallel.texts.iter().map(|text| {
            let own = &text.text.lang;
            let place = languages.keys().take_while(|lang| *lang < own).count();
            (u16::try_from(place).unwrap_or(u16::MAX), text.text.file)
        });
        let mut pieces = Self {
            columns: columns.collect(),
            entries: Vec::new(),
        };
        for row in &parallel.rows {
            pieces.add_row(parallel, row);
        }
        // They are kept for as long as the site is looked at.
        pieces.entries.shrink_to_fit();
        pieces
    }

    /// Adds a unit: run by run where the languages have the same runs; sentence by sentence where
    /// a run has as many sentences in each of them.
    fn add_row(&mut self, parallel: &Parallel<'_>, row: &Row) {
        let units: Vec<_> = parallel.units(row).collect();
        let Some((_, _, first)) = units.first() else {
            return;
        };
        let alike = |unit: &UnitFacts<'_>| {
            let places = unit.runs.iter().map(|run| &run.place);
            places.eq(first.runs.iter().map(|run| &run.place))
        };
        if units.len() < 2 || !units.iter().all(|(_, _, unit)| alike(unit)) {
            return;
        }
        for at in 0..first.runs.len() {
            // Words that are missing are no translation.
            let is_empty = |unit: &UnitFacts<'_>| {
                let run = unit.runs.get(at);
                run.is_some_and(|run| run.words.is_empty())
            };
            if units.iter().any(|(_, _, unit)| is_empty(unit)) {
                continue;
            }
            let runs: Vec<_> = units
                .iter()
                .filter_map(|(column, _, unit)| {
                    let run = unit.runs.get(at)?;
                    Some((*column, run, compared(unit, at), sentences(run)))
                })
                .collect();
            let count = runs.first().map_or(0, |(.., sentences)| sentences.len());
            let alike = runs.iter().all(|(.., sentences)| sentences.len() == count);
            for sentence in 0..if alike { count } else { 1 } {
                for (at, (column, run, compared, sentences)) in runs.iter().enumerate() {
                    let range = match sentences.get(sentence) {
                        Some(range) if alike => range.clone(),
                        _ => 0..run.text.len(),
                    };
                    let places = run.words.place_from(range.start)..run.words.place_from(range.end);
                    let folded = run.words.folded(places.clone());
                    let whole = digest(folded);
                    let wording = match compared.is_empty() {
                        true => whole,
                        false => digest(&without(run, places.clone(), compared)),
                    };
                    self.entries.push(Entry {
                        digest: whole,
                        wording,
                        span: run.span(range),
                        column: u16::try_from(*column).unwrap_or(u16::MAX),
                        words: u8::try_from(places.len()).unwrap_or(u8::MAX),
                        first: at == 0,
                    });
                }
            }
        }
    }
}

/// What a sentence may end with.
const ENDS: SignSet = SignSet::of(&['\n', '.', '!', '?']);

/// The sentences of a run: a line ends one, and so does a stop before a space and a capital.
fn sentences(run: &Run) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut start = 0;
    let mut end = |start: &mut usize, at: usize| {
        let piece = &run.text[*start..at];
        let from = *start + (piece.len() - piece.trim_start().len());
        let to = *start + piece.trim_end().len();
        if from < to {
            list.push(from..to);
        }
        *start = at;
    };
    let signs = match run.words.sign_set().may_share(ENDS) {
        true => run.words.signs(),
        false => &[],
    };
    for sign in signs {
        match sign.c {
            '\n' => end(&mut start, sign.at()),
            '.' | '!' | '?' => {
                let behind = &run.text[sign.at() + 1..];
                let behind = behind.strip_prefix(' ');
                if behind.is_some_and(|behind| behind.starts_with(is_capital)) {
                    end(&mut start, sign.at() + 1);
                }
            }
            _ => {}
        }
    }
    end(&mut start, run.text.len());
    list
}

/// The facts of a run that other rules compare, in order.
fn compared(unit: &UnitFacts<'_>, run: usize) -> Vec<Range<usize>> {
    let start = unit.facts.partition_point(|fact| fact.run < run);
    let own = unit.facts[start..]
        .iter()
        .take_while(|fact| fact.run == run);
    let own = own.filter(|fact| {
        !matches!(
            fact.value,
            Value::Citation(_) | Value::Declaration(_) | Value::Web(_)
        )
    });
    own.map(|fact| fact.range.clone()).collect()
}

/// Some words of a run, folded, without those that stand in the facts of the run, which are in order.
fn without(run: &Run, places: Range<usize>, facts: &[Range<usize>]) -> String {
    let mut words = String::new();
    let mut from = places.start;
    let begins = |at: usize| {
        run.words
            .word(at)
            .map_or(run.text.len(), |word| word.range.start)
    };
    let (start, end) = (begins(places.start), begins(places.end));
    // Of the facts before the words no more than the last may reach into them.
    let nearest = facts
        .partition_point(|fact| fact.start < start)
        .saturating_sub(1);
    let within = facts.iter().enumerate().skip(nearest);
    for (at, fact) in within.take_while(|(_, fact)| fact.start < end) {
        // From where the next fact begins, that one tells.
        let next = facts.get(at + 1).map_or(fact.end, |next| next.start);
        let end = fact.end.min(next);
        if end <= fact.start {
            continue;
        }
        let first = run.words.place_from(fact.start).clamp(from, places.end);
        words.push_str(run.words.folded(from..first));
        from = run.words.place_from(end).clamp(first, places.end);
    }
    words.push_str(run.words.folded(from..places.end));
    words
}

fn digest(words: &str) -> Digest {
    SipHasher13::new().hash(words.as_bytes()).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::without;
    use crate::facts::Run;
    use crate::model::{Inline, InlineKind};
    use crate::source::Span;
    use proptest::prelude::*;
    use std::ops::Range;

    /// The same asked of each fact of the run.
    fn plainly(run: &Run, places: Range<usize>, facts: &[Range<usize>]) -> String {
        let mut words = String::new();
        let mut from = places.start;
        for (at, fact) in facts.iter().enumerate() {
            let next = facts.get(at + 1).map_or(fact.end, |next| next.start);
            let end = fact.end.min(next);
            if end > fact.start {
                let first = run.words.place_from(fact.start).clamp(from, places.end);
                words.push_str(run.words.folded(from..first));
                from = run.words.place_from(end).clamp(first, places.end);
            }
        }
        words.push_str(run.words.folded(from..places.end));
        words
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn facts_elsewhere_take_no_words_out(
            text in "[ab.]{0,3}( [ab5]{1,3}[.,]?){0,12}",
            places in (0_usize..14, 0_usize..14),
            facts in prop::collection::vec((0_usize..50, 0_usize..12), 0..6),
        ) {
            let kind = InlineKind::Text(text.clone().into());
            let run = Run::of_heading(&[Inline { kind, span: Span::new(0, text.len()) }]);
            let count = run.words.len();
            let places = (places.0.min(count), places.1.min(count));
            let places = places.0.min(places.1)..places.0.max(places.1);
            let within = |at: usize| at.min(text.len());
            let facts = facts.into_iter().map(|(start, length)| within(start)..within(start + length));
            let mut facts: Vec<Range<usize>> = facts.collect();
            facts.sort_by_key(|fact| (fact.start, fact.end));
            let quick = without(&run, places.clone(), &facts);
            prop_assert_eq!(quick, plainly(&run, places, &facts), "{}", text);
        }
    }
}
