//! What changed in the words of a unit since the edition before, line by line.

use std::collections::BTreeMap;

use crate::facts::{Run, UnitFacts};

/// What changed in a unit: in its heading, its paragraphs, items and cells. Capital letters,
/// punctuation and marks are no words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ChangedLines {
    /// Whether the unit has other lines than it had, or in another order.
    pub(super) any: bool,
    /// The lines of the unit that are not empty.
    pub(super) lines: Vec<Line>,
}

/// What a line was in the edition before.
///
/// Only equal lines are paired. Which line became which other is not asked: of a list whose items
/// changed and changed places, that could be answered differently in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The unit had no such line.
    Changed,
    /// One of the lines at these places among those that the unit had.
    Kept(Vec<usize>),
    /// The unit has more such lines than it had: this one may have been added.
    Unclear,
}

impl ChangedLines {
    /// Compares a unit with what it was; `None` for one that was not there.
    pub(super) fn between(old: Option<&UnitFacts<'_>>, new: &UnitFacts<'_>) -> Self {
        let new: Vec<String> = lines(new).map(words).collect();
        let old: Vec<String> = old.into_iter().flat_map(lines).map(words).collect();
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, line) in old.iter().enumerate() {
            places.entry(line).or_default().push(at);
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for line in &new {
            *counts.entry(line).or_default() += 1;
        }
        let lines = new.iter().map(|line| {
            let count = counts.get(line.as_str()).copied().unwrap_or(0);
            match places.get(line.as_str()) {
                None => Line::Changed,
                Some(places) if count > places.len() => Line::Unclear,
                Some(places) => Line::Kept(places.clone()),
            }
        });
        Self {
            any: old != new,
            lines: lines.collect(),
        }
    }
}

impl Line {
    /// Whether the same line of several languages, whose units had the same lines, was the same line
    /// before in all of them, or new in all of them.
    pub(super) fn agree<'l>(lines: impl Iterator<Item = &'l Self> + Clone) -> bool {
        let changed = lines.clone().any(|line| *line == Self::Changed);
        let kept = lines.filter_map(|line| match line {
            Self::Kept(places) => Some(places),
            _ => None,
        });
        match kept.clone().next() {
            None => true,
            Some(_) if changed => false,
            Some(first) => {
                let everywhere = |place| kept.clone().all(|places| places.contains(place));
                first.iter().any(everywhere)
            }
        }
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
