//! What changed in the words of a unit since the edition before, line by line.

use std::collections::BTreeMap;

use crate::facts::{Run, UnitFacts};

/// What changed in a unit: in its heading, its paragraphs, items and cells. Capital letters,
/// punctuation and marks are no words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ChangedLines {
    /// The lines of the unit that are not empty: for each, whether it was not among those of the
    /// unit before.
    pub(super) changed: Vec<bool>,
    /// Whether a line of the unit before is no longer among them.
    pub(super) lost: bool,
    /// Whether lines that stayed stand in another order.
    pub(super) reordered: bool,
}

impl ChangedLines {
    /// Compares a unit with what it was; `None` for one that was not there.
    ///
    /// Which line became which is not asked: of a list whose items changed and changed places, that
    /// could be answered differently in each language.
    pub(super) fn between(old: Option<&UnitFacts<'_>>, new: &UnitFacts<'_>) -> Self {
        let new: Vec<String> = lines(new).map(words).collect();
        let old: Vec<String> = old.into_iter().flat_map(lines).map(words).collect();
        if old == new {
            return Self {
                changed: vec![false; new.len()],
                ..Self::default()
            };
        }
        // The places of each line in the old unit, the first one last.
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, line) in old.iter().enumerate().rev() {
            places.entry(line).or_default().push(at);
        }
        let kept = new
            .iter()
            .map(|line| places.get_mut(line.as_str()).and_then(Vec::pop));
        let kept: Vec<Option<usize>> = kept.collect();
        Self {
            changed: kept.iter().map(Option::is_none).collect(),
            lost: places.values().any(|places| !places.is_empty()),
            reordered: !kept.iter().flatten().is_sorted(),
        }
    }

    /// Whether anything changed.
    pub(super) fn any(&self) -> bool {
        self.lost || self.reordered || self.changed.contains(&true)
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
