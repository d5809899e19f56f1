//! Where in a text something can be changed. Places are found by plain means, not by those of the
//! checker: what it does not recognise must still be changed.

use std::ops::Range;

use tarmaq::facts::{Mark, Run};

use crate::edition::{Change, Edition, Unit};

/// A place in the words of a text.
pub(crate) struct Spot<'u> {
    pub(crate) unit: &'u Unit,
    pub(crate) run: &'u Run,
    /// The bytes of the run's text.
    pub(crate) range: Range<usize>,
}

impl Spot<'_> {
    /// The words.
    pub(crate) fn words(&self) -> &str {
        &self.run.text[self.range.clone()]
    }

    /// The text of the run before the words.
    pub(crate) fn before(&self) -> &str {
        &self.run.text[..self.range.start]
    }

    /// The text of the run after the words.
    pub(crate) fn after(&self) -> &str {
        &self.run.text[self.range.end..]
    }

    /// Whether the words stand in a link that begins so.
    pub(crate) fn in_link(&self, scheme: &str) -> bool {
        self.run.marks.iter().any(|(range, mark)| {
            let Mark::Link(target) = mark else {
                return false;
            };
            target.starts_with(scheme)
                && range.start <= self.range.start
                && self.range.end <= range.end
        })
    }

    /// Whether they stand at the beginning of a sentence.
    pub(crate) fn begins_sentence(&self) -> bool {
        let before = self
            .before()
            .trim_end_matches(|c: char| c.is_whitespace() || "«“\"(".contains(c));
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '\n', '—', '–'])
    }

    /// The change that puts other words in their place.
    pub(crate) fn to(&self, new: &str) -> Change {
        Change {
            range: self.run.span(self.range.clone()).range(),
            new: new.to_owned(),
            clauses: vec![self.unit.address.clone()],
        }
    }
}

/// Makes a change of each place of a text that is wanted.
pub(crate) fn each(
    edition: &Edition,
    column: usize,
    find: impl Fn(&str) -> Vec<Range<usize>>,
    change: impl Fn(&Spot<'_>) -> Vec<Change>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for unit in &edition.units(column) {
        for run in &unit.runs {
            for range in find(&run.text) {
                changes.extend(change(&Spot { unit, run, range }));
            }
        }
    }
    changes
}

/// All places of some words.
pub(crate) fn of(words: &'static str) -> impl Fn(&str) -> Vec<Range<usize>> {
    move |text| {
        text.match_indices(words)
            .map(|(at, _)| at..at + words.len())
            .collect()
    }
}

/// Each figure.
pub(crate) fn digits(text: &str) -> Vec<Range<usize>> {
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    digits.map(|(at, _)| at..at + 1).collect()
}

/// Each word: letters only.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Another figure.
pub(crate) fn other_digit(digit: &str) -> &'static str {
    match digit {
        "1" => "2",
        "2" => "3",
        "3" => "5",
        "5" => "6",
        _ => "1",
    }
}
