use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Found, FoundWord, Outline, Source};

/// Where a page departs from what was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The address of the unit; `title` for the title, `None` for the lines below it that are made of
    /// the edition's facts.
    pub address: Option<String>,
    /// The words that were sealed there; empty where words were added.
    pub sealed: String,
    /// The words that were found there; empty where words are missing.
    pub found: String,
    /// Whether nothing of the unit was found.
    pub whole: bool,
}

/// All places where what was found departs from what was sealed, in the order of the sealed text.
pub fn compare(outline: &Outline, found: &Found) -> Vec<Departure> {
    let whole = Expected::new(outline, found.source, Lines::Wanted);
    let departures = whole.departures(&whole.words_of(found));
    if found.source == Source::Article || departures.iter().all(|d| d.address.is_some()) {
        return departures;
    }
    // Text that was taken from elsewhere need not have the lines about the edition.
    let bare = Expected::new(outline, found.source, Lines::Unwanted);
    let without = bare.departures(&bare.words_of(found));
    match without.len() < departures.len() {
        true => without,
        false => departures,
    }
}

/// How much of the words of two texts is the same, in thousandths.
pub fn likeness(outline: &Outline, found: &Found) -> usize {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sealed = 0;
    for word in outline.parts.iter().flat_map(|part| &part.words) {
        *counts.entry(word).or_default() += 1;
        sealed += 1;
    }
    let same = found.words.iter().filter(|word| {
        let count = counts
            .get_mut(word.text.as_str())
            .filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    });
    2000 * same.count() / (sealed + found.words.len()).max(1)
}

/// Whether the lines about the edition have to be there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Wanted,
    Unwanted,
}

/// The words that have to be found.
struct Expected<'o> {
    outline: &'o Outline,
    source: Source,
    words: Vec<String>,
    /// For each word, its part.
    parts: Vec<usize>,
    /// Whether a bullet stands before the word on the page.
    bulleted: Vec<bool>,
}

impl<'o> Expected<'o> {
    fn new(outline: &'o Outline, source: Source, lines: Lines) -> Self {
        let mut expected = Self {
            outline,
            source,
            words: Vec::new(),
            parts: Vec::new(),
            bulleted: Vec::new(),
        };
        for (at, part) in outline.parts.iter().enumerate() {
            if part.address.is_none() && lines == Lines::Unwanted {
                continue;
            }
            for (place, word) in part.words.iter().enumerate() {
                let bulleted = part.bulleted.binary_search(&place).is_ok();
                for (nth, piece) in expected.pieces(word).enumerate() {
                    expected.bulleted.push(bulleted && nth == 0);
                    expected.words.push(piece.to_owned());
                    expected.parts.push(at);
                }
            }
        }
        expected
    }

    /// A word, or a number and the word that is glued to it, unless these have to be found so.
    fn pieces<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> + use<'w> {
        let end = match self.source {
            Source::Article => 0,
            Source::Anything => number_end(word),
        };
        let (number, rest) = word.split_at(end);
        [number, rest].into_iter().filter(|piece| !piece.is_empty())
    }

    /// The words of a page from the title on.
    fn words_of(&self, found: &Found) -> Vec<FoundWord> {
        let words = found.words.iter().flat_map(|word| {
            let pieces = self.pieces(&word.text).enumerate();
            pieces.map(|(at, piece)| FoundWord {
                text: piece.to_owned(),
                begins: word.begins && at == 0,
            })
        });
        let mut words: Vec<FoundWord> = words.collect();
        if self.source == Source::Anything {
            let start = self.start(&words);
            words.drain(..start);
        }
        words
    }

    /// Where the title stands before the text: of several places with its words, such as the
    /// navigation of a page, the one that is followed by the most words of the text.
    fn start(&self, words: &[FoundWord]) -> usize {
        const WINDOW: usize = 40;
        let title = self.parts.iter().take_while(|part| **part == 0).count();
        let (title, rest) = self.words.split_at(title);
        let fits = |at: &usize| {
            let there = words[*at..].iter().map(|word| &word.text);
            title.iter().eq(there.take(title.len()))
        };
        let followed = |at: &usize| {
            let mut next: BTreeMap<&str, usize> = BTreeMap::new();
            for word in rest.iter().take(WINDOW) {
                *next.entry(word).or_default() += 1;
            }
            let there = words[at + title.len()..].iter().take(WINDOW);
            let same = there.filter(|word| {
                let count = next.get_mut(word.text.as_str()).filter(|count| **count > 0);
                count.map(|count| *count -= 1).is_some()
            });
            same.count()
        };
        let places = (0..words.len()).filter(fits);
        places.max_by_key(followed).unwrap_or(0)
    }

    fn departures(&self, found: &[FoundWord]) -> Vec<Departure> {
        let there: Vec<&str> = found.iter().map(|word| word.text.as_str()).collect();
        let wanted: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let mut operations = capture_diff_slices(Algorithm::Myers, &wanted, &there);
        if self.source == Source::Anything {
            pass_over_ends(&mut operations);
        }
        let mut list = Vec::new();
        for operation in operations {
            if !matches!(operation, DiffOp::Equal { .. }) {
                let words = &found[operation.new_range()];
                self.depart(operation.old_range(), words, &mut list);
            }
        }
        list.retain(|departure| !departure.sealed.is_empty() || !departure.found.is_empty());
        list
    }

    /// Tells a departure part by part. What was found stands with the first part.
    fn depart(&self, sealed: Range<usize>, found: &[FoundWord], list: &mut Vec<Departure>) {
        let skips = self.source == Source::Anything;
        // A bullet stands at the beginning of a line, or before the words of an item.
        let item = self.bulleted.get(sealed.end) == Some(&true);
        let (last, any) = (found.len().saturating_sub(1), found.len() > 1);
        let bullet = |at: usize, word: &FoundWord| {
            let placed = word.begins || item && at == last && !(any && sealed.is_empty());
            skips && word.looks_like_bullet() && placed
        };
        let found: Vec<&str> = found
            .iter()
            .enumerate()
            .filter(|(at, word)| !bullet(*at, word))
            .map(|(_, word)| word)
            .map(|word| word.text.as_str())
            .collect();
        let sealed_words: Vec<&str> = self.words[sealed.clone()]
            .iter()
            .map(String::as_str)
            .collect();
        if sealed_words == found {
            return;
        }
        let mut found = Some(found.join(" "));
        let mut at = sealed.start;
        if sealed.is_empty() {
            // Added words stand with the part before them.
            let part = self.parts.get(at.saturating_sub(1)).copied().unwrap_or(0);
            list.push(self.departure(part, at..at, found.unwrap_or_default()));
            return;
        }
        while at < sealed.end {
            let part = self.parts[at];
            let length = self.parts[at..sealed.end]
                .iter()
                .take_while(|p| **p == part)
                .count();
            let words = found.take().unwrap_or_default();
            list.push(self.departure(part, at..at + length, words));
            at += length;
        }
    }

    fn departure(&self, part: usize, sealed: Range<usize>, found: String) -> Departure {
        let address = self
            .outline
            .parts
            .get(part)
            .and_then(|part| part.address.clone());
        let around = [sealed.start.checked_sub(1), Some(sealed.end)];
        let goes_on = around
            .into_iter()
            .flatten()
            .any(|at| self.parts.get(at) == Some(&part));
        Departure {
            address,
            whole: !sealed.is_empty() && !goes_on && found.is_empty(),
            sealed: self.words[sealed].join(" "),
            found,
        }
    }
}

/// Where the number ends that a word begins with and that a letter follows: `1.1.` in `1.1.Біз`.
fn number_end(word: &str) -> usize {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &word[..word.len() - rest.len()];
    let is_number = number.ends_with('.') && number.starts_with(|c: char| c.is_ascii_digit());
    match is_number && !rest.is_empty() {
        true => number.len(),
        false => 0,
    }
}

/// Takes out what stands before the first and behind the last word of the text.
fn pass_over_ends(operations: &mut Vec<DiffOp>) {
    if let Some(DiffOp::Insert { .. }) = operations.last() {
        operations.pop();
    }
    if let Some(DiffOp::Insert { .. }) = operations.first() {
        operations.remove(0);
    }
}
