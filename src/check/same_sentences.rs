//! Sentences that stand letter by letter in a clause of two languages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::spelling::{own_words, words_of};
use super::untranslatable::{Codes, in_title, is_name, titles};
use super::{Context, Parallel};
use crate::align::Row;
use crate::facts::Run;
use crate::lang::{Language, Script, Word, is_letter, sentences};
use crate::source::Span;

/// Fewer words than these are no sentence; names do not count.
const WORDS: usize = 3;
/// With fewer letters than these, a sentence says nothing.
const LETTERS: usize = 20;

/// How long a word before a stop may be that does not end a sentence.
const ABBREVIATION: usize = 3;

/// A sentence of a unit.
pub(super) struct Sentence<'u> {
    column: usize,
    pub(super) run: &'u Run,
    pub(super) range: Range<usize>,
}

/// A sentence that does not look like its language, with the column of the text that it looks like,
/// and where it stands there.
pub(super) type Same<'u> = (Sentence<'u>, usize, Span);

/// For each column of a row, its sentences that are another language's.
pub(super) fn same_sentences<'p>(
    parallel: &'p Parallel<'_>,
    row: &'p Row,
    context: &'p Context<'_>,
) -> BTreeMap<usize, Vec<Same<'p>>> {
    let mut odd: BTreeMap<usize, Vec<Same<'p>>> = BTreeMap::new();
    if !may_share_words(parallel, row, context) || !may_be_same(parallel, row, context) {
        return odd;
    }
    let mut sentences: BTreeMap<String, Vec<Sentence<'p>>> = BTreeMap::new();
    for (column, text, unit) in parallel.units(row) {
        let script = text.language.grammar.script.as_ref();
        for run in &unit.runs {
            for (key, range) in keys(run, script, context) {
                let sentence = Sentence { column, run, range };
                sentences.entry(key).or_default().push(sentence);
            }
        }
    }
    for (key, places) in sentences {
        let strange = |column: usize| {
            let language = parallel.texts.get(column).map(|text| text.language);
            language.map_or(0, |language| strangeness(&key, language))
        };
        let Some(home) = places
            .iter()
            .map(|place| place.column)
            .min_by_key(|c| strange(*c))
        else {
            continue;
        };
        let Some(model) = places.iter().find(|place| place.column == home) else {
            continue;
        };
        let model = model.run.span(model.range.clone());
        for place in places.into_iter().filter(|place| place.column != home) {
            odd.entry(place.column)
                .or_default()
                .push((place, home, model));
        }
    }
    odd
}

/// Whether two languages of a row may have so many words in a row in common as make a sentence: most
/// have not, which is seen by what their words begin with, mostly before it is known which are words of
/// their language.
fn may_share_words(parallel: &Parallel<'_>, row: &Row, context: &Context<'_>) -> bool {
    // A bit for each beginning of a word of the languages before.
    let mut others = [0_u64; 16];
    for (_, _, unit) in parallel.units(row) {
        let mut own = others;
        for run in &unit.runs {
            let mut common = 0;
            for word in run.words.words().iter().filter(|word| word.letters() > 0) {
                let (place, bit) = place(word);
                common += usize::from(others[place] & bit != 0);
                own[place] |= bit;
            }
            if common < WORDS {
                continue;
            }
            let mut follow = 0;
            let words = own_words(run, context).filter(|(_, word)| word.letters() > 0);
            for (_, word) in words {
                let (place, bit) = place(word);
                follow = match others[place] & bit {
                    0 => 0,
                    _ => follow + 1,
                };
                if follow >= WORDS {
                    return true;
                }
            }
        }
        others = own;
    }
    false
}

/// The place and the bit that stand for what a word begins with.
fn place(word: &Word) -> (usize, u64) {
    let mixed = word.beginning.mixed();
    let place = usize::try_from(mixed >> 60).unwrap_or_default();
    (place, 1 << (mixed >> 54 & 63))
}

/// Whether two languages of a row may have a sentence in common: three words in a row begin with the
/// same letters. Most have not, and need not be taken apart into sentences.
fn may_be_same(parallel: &Parallel<'_>, row: &Row, context: &Context<'_>) -> bool {
    let mut others: Vec<Threes> = Vec::new();
    for (_, _, unit) in parallel.units(row) {
        let mut own = Threes::default();
        own.list
            .reserve(unit.runs.iter().map(|run| run.words.len()).sum());
        for run in &unit.runs {
            let words = own_words(run, context).filter(|(_, word)| word.letters() > 0);
            let (mut before, mut last): (Option<u64>, Option<u64>) = (None, None);
            for (_, word) in words {
                let mixed = word.beginning.mixed();
                if let (Some(before), Some(last)) = (before, last) {
                    let three = before ^ last.rotate_left(21) ^ mixed.rotate_left(42);
                    if others.iter().any(|other| other.has(three)) {
                        return true;
                    }
                    own.add(three);
                }
                (before, last) = (last, Some(mixed));
            }
        }
        own.list.sort_unstable();
        others.push(own);
    }
    false
}

/// Words of a text, three by three, each as one number.
struct Threes {
    list: Vec<u64>,
    /// For each of them one bit is set: most others are seen at once not to be among them.
    bits: [u64; 64],
}

impl Default for Threes {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            bits: [0; 64],
        }
    }
}

impl Threes {
    fn add(&mut self, three: u64) {
        self.list.push(three);
        if let Some(bits) = self.bits.get_mut(Self::word(three)) {
            *bits |= 1 << (three & 63);
        }
    }

    /// Whether a number is among them, once they are in order.
    fn has(&self, three: u64) -> bool {
        let bits = self
            .bits
            .get(Self::word(three))
            .copied()
            .unwrap_or_default();
        bits & (1 << (three & 63)) != 0 && self.list.binary_search(&three).is_ok()
    }

    fn word(three: u64) -> usize {
        usize::try_from(three >> 58).unwrap_or_default()
    }
}

/// How little a sentence looks like one of a language: its letters are of another script, or not of
/// the alphabet, or it has none of the language's own.
fn strangeness(sentence: &str, language: &Language) -> usize {
    let Some(script) = &language.grammar.script else {
        return 0;
    };
    let letters: Vec<char> = sentence.chars().filter(|c| is_letter(*c)).collect();
    let strange = letters.iter().filter(|c| !script.has(**c)).count();
    let own = letters.iter().any(|c| script.is_own(*c) != Some(false));
    strange * 2 + usize::from(!own)
}

/// The sentences of a run that are long enough to be compared: their words, and their place.
fn keys(run: &Run, script: Option<&Script>, context: &Context<'_>) -> Vec<(String, Range<usize>)> {
    let quoted = script.map(|script| titles(run, script)).unwrap_or_default();
    let (mut quoted, mut codes) = (quoted.as_slice(), Codes::of(&run.text));
    let mut spelt = words_of(run, context).peekable();
    let mut keys = Vec::new();
    for range in sentences(&run.text, ABBREVIATION) {
        let (mut key, mut count, mut letters) = (String::new(), 0, 0);
        while let Some(word) = spelt.next_if(|word| word.own.range.start < range.end) {
            if word.own.letters() == 0 {
                continue;
            }
            let title = in_title(&mut quoted, word.own.range.start);
            let tells = !title && !is_name(word.word()) && !codes.have(&word.own.range);
            count += usize::from(tells);
            letters += word.own.letters();
            key.push_str(word.folded());
            key.push(' ');
        }
        if count >= WORDS && letters >= LETTERS {
            keys.push((key, trimmed(&run.text, range)));
        }
    }
    keys
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}
