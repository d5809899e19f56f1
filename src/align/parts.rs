use std::collections::{BTreeMap, BTreeSet};

use super::editions::{Class, Half};
use super::matching::Matching;

/// How much of a unit, in thousandths, has to come from another to have been part of it.
const TAKEN: usize = 600;
/// How many words it has to have.
const WORDS: usize = 4;

/// Which units were parts of others, or became such.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// New units that were split off, and the old ones they come from.
    pub(super) split: BTreeMap<usize, usize>,
    /// The same by the old unit.
    pub(super) split_into: BTreeMap<usize, Vec<usize>>,
    /// Old units that others took in, and the new ones they stand in.
    pub(super) merged: BTreeMap<usize, usize>,
    /// The same by the new unit.
    pub(super) merged_from: BTreeMap<usize, Vec<usize>>,
}

/// Finds what was split off or taken in among the units that have no counterpart: their words are
/// those that the counterpart of a neighbour lost or took on.
pub(super) fn parts(old: &Half<'_, '_>, new: &Half<'_, '_>, matching: &Matching) -> Parts {
    let split = found(new, old, &matching.new, &matching.old);
    let mut merged = found(old, new, &matching.old, &matching.new);
    // A unit is either split or merged.
    let wholes: BTreeSet<usize> = split.values().copied().collect();
    merged.retain(|_, into| {
        let old = matching.new[*into];
        !old.is_some_and(|old| wholes.contains(&old))
    });
    Parts {
        split_into: by_whole(&split),
        merged_from: by_whole(&merged),
        split,
        merged,
    }
}

fn by_whole(parts: &BTreeMap<usize, usize>) -> BTreeMap<usize, Vec<usize>> {
    let mut by_whole: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (part, whole) in parts {
        by_whole.entry(*whole).or_default().push(*part);
    }
    by_whole
}

/// For each unit of a text without counterpart, the unit of the other text that it was part of.
fn found(
    own: &Half<'_, '_>,
    other: &Half<'_, '_>,
    known: &[Option<usize>],
    back: &[Option<usize>],
) -> BTreeMap<usize, usize> {
    // The nearest units with a counterpart, before and behind.
    let mut behind = vec![None; known.len()];
    let mut next = None;
    for at in (0..known.len()).rev() {
        behind[at] = next;
        next = known[at].or(next);
    }
    let mut parts = BTreeMap::new();
    let mut before = None;
    for at in 0..known.len() {
        if known[at].is_some() {
            before = known[at];
            continue;
        }
        if own.bags[at].words.len() < WORDS || Class::of(own.units[at].kind) != Class::Clause {
            continue;
        }
        let above = own.units[at].parent.and_then(|parent| known[parent]);
        let mut wholes = vec![before, behind[at], above];
        wholes.dedup();
        let taken = wholes.into_iter().flatten().filter_map(|whole| {
            let kept = back[whole].and_then(|kept| own.bags.get(kept))?;
            let taken = own.bags[at].part_taken(&other.bags[whole], kept);
            (taken >= TAKEN).then_some((taken, std::cmp::Reverse(whole)))
        });
        if let Some((_, std::cmp::Reverse(whole))) = taken.max() {
            parts.insert(at, whole);
        }
    }
    parts
}
