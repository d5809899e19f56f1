//! Whether a line opens a clause, or merely begins with a number.

use std::ops::Range;

use super::numeral::{self, Typed};
use super::reader::Reader;
use super::segments::{Cutter, InAnnex};
use crate::check::{ambiguous_number, marked_number, unfinished_number, unmarked_section};
use crate::model::ClauseNumber;
use crate::source::Span;

/// More characters than the title of a section has.
const LONGEST_TITLE: usize = 90;

/// Whether numbers at the start of lines open clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// They do: in the text itself.
    OpenClauses,
    /// They are words as any other: inside a form.
    AreWords,
}

/// What stood on the line before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing, or a line that belongs to no paragraph.
    Nothing,
    /// A line of text.
    Text(Range<usize>),
}

impl Cutter {
    /// The number that makes this line the first of a clause. After an empty line any number does.
    /// Right below other text it may as well be a reference that was wrapped («… в пункте / 4.5.
    /// настоящей Политики»): then it opens a clause when it is the number that has to come next,
    /// or when the line above ends as a clause does.
    pub(super) fn clause_start(
        &mut self,
        reader: &mut Reader<'_>,
        start: usize,
        line: &Range<usize>,
    ) -> Option<Typed> {
        // The text itself is looked at, not its copy: there the full stop may be covered.
        let bytes = &reader.source.as_bytes()[..line.end];
        if self.numbers == Numbers::AreWords {
            return None;
        }
        let marks = bytes[start..].iter().take_while(|b| b"*_".contains(b));
        let marks = marks.count();
        let number = numeral::typed(bytes, start + marks.min(3))?;
        let span = Span::from(number.range.clone());
        let comes_next = self.comes_next(&number.value);
        let ended = match &self.before {
            Before::Nothing => true,
            Before::Text(above) => ends_a_clause(reader.words(above.clone())),
        };
        let due = comes_next && ended;
        if marks > 0 {
            if due && number.stopped && number.value.depth() > 1 {
                reader.report(marked_number::finding(reader.file, span, &number.value));
            }
            return None;
        }
        if number.value.depth() == 1 {
            let words = reader.words(number.range.end..line.end).trim_start();
            let capital = words.chars().next().is_some_and(char::is_uppercase);
            let goes_on = number.stopped && self.counts_on(&number.value);
            if number.stopped && due && capital && !goes_on && !self.is_point(reader, &number, line)
            {
                reader.report(unmarked_section::finding(reader.file, span, &number.value));
            }
            return None;
        }
        if !number.stopped {
            if due {
                reader.report(unfinished_number::finding(reader.file, span, &number.value));
            }
            return None;
        }
        if self.before == Before::Nothing || due {
            return Some(number);
        }
        let opens = comes_next || ended;
        reader.report(ambiguous_number::finding(
            reader.file,
            span,
            &number.value,
            opens,
        ));
        opens.then_some(number)
    }

    /// Whether the number is the next of a list that is counted by hand: `1. …`, `2. …`.
    fn counts_on(&mut self, number: &ClauseNumber) -> bool {
        let next = number.last() == self.counted.saturating_add(1);
        if next || number.last() == 1 {
            self.counted = number.last();
        }
        next && self.counted > 1
    }

    /// Whether a numbered line of an annex is a point, of which an annex often consists, and no
    /// section: it stands in a section without a number, it does not look like a heading, or the
    /// next line of all is the next point.
    fn is_point(&self, reader: &Reader<'_>, number: &Typed, line: &Range<usize>) -> bool {
        let Some(place) = self.annex else {
            return false;
        };
        let words = reader.words(number.range.end..line.end).trim();
        let ends = words.ends_with(['.', ';', ',', ':', '!', '?']);
        let long = words.chars().nth(LONGEST_TITLE).is_some();
        let behind = reader.source.get(line.end..).unwrap_or_default();
        let next = behind.lines().map(str::trim).find(|line| !line.is_empty());
        let next = next.and_then(|line| numeral::typed(line.as_bytes(), 0));
        let goes_on = next.is_some_and(|next| {
            next.value.depth() == 1 && next.value.last() == number.value.last().saturating_add(1)
        });
        place == InAnnex::Unnumbered || ends || long || goes_on
    }

    pub(super) fn comes_next(&self, number: &ClauseNumber) -> bool {
        match &self.last_number {
            Some(last) => number.may_follow(last),
            None => number.last() == 1,
        }
    }
}

fn ends_a_clause(line: &str) -> bool {
    line.trim_end().ends_with(['.', ';', ':', '!', '?'])
}
