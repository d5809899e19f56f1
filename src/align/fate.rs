use std::collections::BTreeMap;

use super::Fate;
use super::classes::number;
use super::editions::Half;
use super::matching::Matching;
use super::order::heaviest_rising;

/// Whether each old unit with a counterpart was kept in place, renumbered or moved. A unit moved
/// when the unit above it is another one, or when it no longer stands in the same order with the
/// others below that; of two that changed places the shorter one moved.
pub(super) fn fates(old: &Half<'_, '_>, new: &Half<'_, '_>, matching: &Matching) -> Vec<Fate> {
    let mut moved = vec![false; old.units.len()];
    let mut siblings: BTreeMap<Option<usize>, Vec<(usize, usize)>> = BTreeMap::new();
    let mut strays = Vec::new();
    for (a, b) in matching.pairs() {
        let (above, below) = (old.units[a].parent, new.units[b].parent);
        let there = above.and_then(|above| matching.old[above]);
        let here = below.and_then(|below| matching.new[below]);
        match (above, below) {
            (None, None) => siblings.entry(None).or_default().push((a, b)),
            (Some(_), Some(_)) if there.is_some() && there == below => {
                siblings.entry(there).or_default().push((a, b));
            }
            (Some(_), Some(_)) if there.is_some() && here.is_some() => moved[a] = true,
            // What stood above it left, or came.
            _ => strays.push((a, b)),
        }
    }
    let weight = |a: usize, b: usize| {
        let words = old.bags[a].words.len().max(new.bags[b].words.len());
        let same = number(old.units[a]) == number(new.units[b]);
        2 * words as u64 + 1 + u64::from(same)
    };
    let rising = |pairs: &[(usize, usize)]| {
        let things: Vec<(usize, u64)> = pairs.iter().map(|&(a, b)| (b, weight(a, b))).collect();
        heaviest_rising(&things)
    };
    for pairs in siblings.values() {
        for ((a, _), rising) in pairs.iter().zip(rising(pairs)) {
            moved[*a] = !rising;
        }
    }
    if !strays.is_empty() {
        let all: Vec<(usize, usize)> = matching.pairs().collect();
        let in_order: BTreeMap<usize, bool> =
            all.iter().map(|&(a, _)| a).zip(rising(&all)).collect();
        for (a, _) in strays {
            moved[a] = in_order.get(&a) == Some(&false);
        }
    }
    let told = matching.old.iter().enumerate().map(|(a, b)| {
        let same = b.is_none_or(|b| number(old.units[a]) == number(new.units[b]));
        match (moved[a], same) {
            (true, _) => Fate::Moved,
            (false, true) => Fate::Kept,
            (false, false) => Fate::Renumbered,
        }
    });
    told.collect()
}
