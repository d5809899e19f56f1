//! The same text standing in several places of a site, and what it is in the other languages there.

use std::ops::Range;

use super::Parallel;
use crate::align::Row;
use crate::facts::{UnitFacts, Value};
use crate::lang::{Word, WordList};
use crate::model::Lang;
use crate::source::{FileId, Span};

/// Pieces of the texts of an edition: sentences, or whole paragraphs, items, cells and headings,
/// each in all languages that have it. Of their words only a digest is kept: a site may have
/// thousands of policies.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    /// Piece by piece, and within a piece language by language.
    pub(super) entries: Vec<Entry>,
    /// How many pieces there are.
    pub(super) count: u32,
}

/// A piece in one language.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The piece, by its place among all.
    pub(super) piece: u32,
    /// The language.
    pub(super) lang: Lang,
    /// A digest of its words, without punctuation and capitals.
    pub(super) digest: u64,
    /// The same without numbers, dates, periods, sums and references: other rules compare those.
    pub(super) wording: u64,
    /// How many words it has.
    pub(super) words: u32,
    pub(super) file: FileId,
    pub(super) span: Span,
}

impl Pieces {
    /// The pieces of an edition's texts.
    pub fn of(parallel: &Parallel<'_>) -> Self {
        let mut pieces = Self::default();
        for row in &parallel.rows {
            pieces.add_row(parallel, row);
        }
        pieces
    }

    /// Adds those of another edition behind its own.
    pub fn append(&mut self, other: Self) {
        let before = self.count;
        let entries = other.entries.into_iter().map(|entry| Entry {
            piece: entry.piece + before,
            ..entry
        });
        self.entries.extend(entries);
        self.count += other.count;
    }

    /// Adds a unit: run by run where the languages have the same runs; sentence by sentence where
    /// a run has as many sentences in each of them.
    fn add_row(&mut self, parallel: &Parallel<'_>, row: &Row) {
        let units: Vec<_> = parallel.units(row).collect();
        let Some((_, _, first)) = units.first() else {
            return;
        };
        let places = |unit: &UnitFacts<'_>| -> Vec<_> {
            unit.runs.iter().map(|run| run.place.clone()).collect()
        };
        let shape = places(first);
        if units.len() < 2 || units.iter().any(|(_, _, unit)| places(unit) != shape) {
            return;
        }
        for at in 0..shape.len() {
            let runs: Vec<_> = units
                .iter()
                .filter_map(|(_, text, unit)| {
                    let run = unit.runs.get(at)?;
                    Some((*text, run, compared(unit, at), sentences(&run.text)))
                })
                .collect();
            // Words that are missing are no translation.
            if runs.iter().any(|(_, run, ..)| run.words.is_empty()) {
                continue;
            }
            let count = runs.first().map_or(0, |(.., sentences)| sentences.len());
            let alike = runs.iter().all(|(.., sentences)| sentences.len() == count);
            for sentence in 0..if alike { count } else { 1 } {
                for (text, run, compared, sentences) in &runs {
                    let range = match sentences.get(sentence) {
                        Some(range) if alike => range.clone(),
                        _ => 0..run.text.len(),
                    };
                    let words = WordList::of(&run.text[range.clone()]);
                    let apart = |word: &Word| {
                        let start = range.start + word.range.start;
                        let before = compared.partition_point(|fact| fact.start <= start);
                        let fact = before.checked_sub(1).and_then(|i| compared.get(i));
                        fact.is_some_and(|fact| start < fact.end)
                    };
                    self.entries.push(Entry {
                        piece: self.count,
                        lang: text.text.lang.clone(),
                        digest: digest(&words, |_| true),
                        wording: digest(&words, |word| !apart(word)),
                        words: u32::try_from(words.len()).unwrap_or(u32::MAX),
                        file: text.text.file,
                        span: run.span(range),
                    });
                }
                self.count += 1;
            }
        }
    }
}

/// The sentences of a run: a line ends one, and so does a stop before a space and a capital.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut start = 0;
    let mut end = |start: &mut usize, at: usize| {
        let piece = &text[*start..at];
        let from = *start + (piece.len() - piece.trim_start().len());
        let to = *start + piece.trim_end().len();
        if from < to {
            list.push(from..to);
        }
        *start = at;
    };
    let mut chars = text.char_indices().peekable();
    let mut stop = false;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if c == '\n' || stop && c == ' ' && next.is_some_and(char::is_uppercase) {
            end(&mut start, at);
        }
        stop = matches!(c, '.' | '!' | '?');
    }
    end(&mut start, text.len());
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

fn digest(words: &WordList, counts: impl Fn(&Word) -> bool) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for (_, folded) in words.iter().filter(|(word, _)| counts(word)) {
        hasher.update(folded.as_bytes());
        hasher.update(b" ");
    }
    let mut bytes = [0; 8];
    hasher.finalize_xof().fill(&mut bytes);
    u64::from_le_bytes(bytes)
}
