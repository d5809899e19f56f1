//! What changed in the words of a unit since the edition before, line by line.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Run, UnitFacts};

/// What changed in a unit: in its heading, its paragraphs, items and cells. Capital letters,
/// punctuation and marks are no words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ChangedLines {
    /// Whether the unit has other lines than it had, or in another order.
    pub(super) any: bool,
    /// The lines of the unit that are not empty.
    pub(super) lines: Vec<Line>,
    /// Those that it had: for each the place of the first that is equal.
    had: Vec<usize>,
}

/// What a line was in the edition before.
///
/// Only equal lines are paired. Which line became which other is not asked: of a list whose items
/// changed and changed places, that could be answered differently in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The unit had no such line.
    Changed,
    /// One of the equal lines that the unit had.
    Kept {
        /// The place of the first of them.
        first: usize,
        /// Whether there was no other.
        only: bool,
    },
    /// The unit has more such lines than it had: this one may have been added.
    Unclear,
}

impl ChangedLines {
    /// Compares a unit with what it was; `None` for one that was not there.
    pub(super) fn between(old: Option<&UnitFacts<'_>>, new: &UnitFacts<'_>) -> Self {
        let new: Vec<String> = lines(new).map(words).collect();
        let old: Vec<String> = old.into_iter().flat_map(lines).map(words).collect();
        Self::of(&old, &new)
    }

    fn of(old: &[String], new: &[String]) -> Self {
        // The place of the first of equal lines, and how many there are.
        let mut places: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let had = old.iter().enumerate().map(|(at, line)| {
            let (first, count) = places.entry(line).or_insert((at, 0));
            *count += 1;
            *first
        });
        let had = had.collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for line in new {
            *counts.entry(line).or_default() += 1;
        }
        let lines = new.iter().map(|line| {
            let count = counts.get(line.as_str()).copied().unwrap_or(0);
            match places.get(line.as_str()) {
                None => Line::Changed,
                Some((_, had)) if count > *had => Line::Unclear,
                Some((first, had)) => Line::Kept {
                    first: *first,
                    only: *had == 1,
                },
            }
        });
        Self {
            any: old != new,
            lines: lines.collect(),
            had,
        }
    }
}

/// The lines of several languages, whose units have the same lines and had the same lines.
#[derive(Debug)]
pub(super) struct SameLines<'l> {
    sides: Vec<&'l ChangedLines>,
    /// What stood side by side before, by the languages that are asked.
    had: BTreeMap<Vec<usize>, BTreeSet<Vec<usize>>>,
}

impl<'l> SameLines<'l> {
    /// The lines of some languages.
    pub(super) fn of(sides: impl Iterator<Item = &'l ChangedLines>) -> Self {
        Self {
            sides: sides.collect(),
            had: BTreeMap::new(),
        }
    }

    /// Whether the line at a place was the same line before in all of the languages, or new in all of
    /// them.
    pub(super) fn agree(&mut self, at: usize) -> bool {
        let lines = || self.sides.iter().map(|side| side.lines.get(at));
        let kept = lines().enumerate().filter_map(|(side, line)| match line {
            Some(Line::Kept { first, .. }) => Some((side, *first)),
            _ => None,
        });
        let (asked, firsts): (Vec<usize>, Vec<usize>) = kept.unzip();
        if asked.is_empty() {
            return true;
        }
        if lines().any(|line| line == Some(&Line::Changed)) {
            return false;
        }
        let sides = &self.sides;
        let had = self.had.entry(asked.clone()).or_insert_with(|| {
            let asked = || asked.iter().filter_map(|side| sides.get(*side));
            let count = asked().map(|side| side.had.len()).min().unwrap_or(0);
            let row = |at: usize| {
                asked()
                    .filter_map(|side| side.had.get(at).copied())
                    .collect()
            };
            (0..count).map(row).collect()
        });
        had.contains(&firsts)
    }
}

/// The lines of a unit that are not empty.
pub(super) fn lines<'u>(unit: &'u UnitFacts<'_>) -> impl Iterator<Item = &'u Run> {
    unit.runs.iter().filter(|run| !run.text.trim().is_empty())
}

/// The words of a line, folded.
fn words(run: &Run) -> String {
    let words: Vec<&str> = run.words.iter().map(|(_, folded)| folded).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{ChangedLines, Line, SameLines};
    use proptest::prelude::*;

    /// What the lines of one language became.
    fn side(old: &[u8], new: &[u8]) -> ChangedLines {
        let told = |lines: &[u8]| -> Vec<String> { lines.iter().map(u8::to_string).collect() };
        ChangedLines::of(&told(old), &told(new))
    }

    /// The same asked place by place.
    fn plainly(sides: &[(Vec<u8>, Vec<u8>)], at: usize) -> bool {
        let count = |lines: &[u8], line: u8| lines.iter().filter(|own| **own == line).count();
        let mut kept = Vec::new();
        let mut changed = false;
        for (old, new) in sides {
            match count(old, new[at]) {
                0 => changed = true,
                had if count(new, new[at]) > had => {}
                _ => kept.push((old, new[at])),
            }
        }
        let place = |place: usize| kept.iter().all(|(old, line)| old[place] == *line);
        kept.is_empty() || !changed && (0..sides[0].0.len()).any(place)
    }

    #[test]
    fn of_equal_lines_none_is_the_only_one() {
        let lines = side(&[1, 2, 2], &[2, 1, 3, 2]).lines;
        let kept = |first, only| Line::Kept { first, only };
        assert_eq!(
            lines,
            [kept(1, false), kept(0, true), Line::Changed, kept(1, false)]
        );
        assert_eq!(side(&[1], &[1, 1]).lines, [Line::Unclear, Line::Unclear]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn languages_agree_as_when_each_place_is_asked(
            sides in (0_usize..5, 1_usize..5).prop_flat_map(|(old, new)| {
                let lines = |count| prop::collection::vec(0_u8..3, count);
                prop::collection::vec((lines(old), lines(new)), 1..4)
            })
        ) {
            let lines: Vec<ChangedLines> = sides.iter().map(|(old, new)| side(old, new)).collect();
            let mut same = SameLines::of(lines.iter());
            for at in 0..sides[0].1.len() {
                prop_assert_eq!(same.agree(at), plainly(&sides, at));
            }
        }
    }
}
