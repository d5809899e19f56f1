use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Of things that have a place and a weight, the heaviest selection whose places rise. The things
/// come in one order and have their places in another: what is selected stands in the same order
/// in both. Equal places are never selected together.
pub(crate) fn heaviest_rising(things: &[(usize, u64)]) -> Vec<bool> {
    let mut ranks: Vec<usize> = things.iter().map(|(place, _)| *place).collect();
    ranks.sort_unstable();
    ranks.dedup();
    // For each rank, the heaviest selection that ends at it or before: a Fenwick tree.
    let mut best: Vec<(u64, Option<usize>)> = vec![(0, None); ranks.len() + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(things.len());
    for (at, (place, weight)) in things.iter().enumerate() {
        let rank = ranks.partition_point(|own| own < place);
        let (sum, last) = heaviest(&best, rank);
        before.push(last);
        let own = (sum + weight, Some(at));
        let mut slot = rank + 1;
        while let Some(known) = best.get_mut(slot) {
            if own.0 > known.0 {
                *known = own;
            }
            slot += slot & slot.wrapping_neg();
        }
    }
    let mut selected = vec![false; things.len()];
    let mut next = heaviest(&best, ranks.len()).1;
    while let Some(at) = next {
        selected[at] = true;
        next = before[at];
    }
    selected
}

/// The heaviest selection that ends before a rank: its weight and its last thing.
fn heaviest(best: &[(u64, Option<usize>)], rank: usize) -> (u64, Option<usize>) {
    let mut found = (0, None);
    let mut slot = rank;
    while slot > 0 {
        if best[slot].0 > found.0 {
            found = best[slot];
        }
        slot &= slot - 1;
    }
    found
}

/// The order in which things of two texts are told: in that of the new text, and what the new text
/// has not stands where it stood: behind what it followed in the old text. For each thing its place
/// in the old and in the new text, and whether it moved; what moved holds no others.
pub(crate) fn reading_order(things: &[(Option<usize>, Option<usize>, bool)]) -> Vec<usize> {
    let mut old: Vec<usize> = (0..things.len())
        .filter(|&at| things[at].0.is_some())
        .collect();
    old.sort_by_key(|&at| things[at].0);
    // What left, by the new place of what it stood behind; `None` at the very beginning.
    let mut left: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut behind = None;
    for at in old {
        match things[at] {
            (_, Some(new), false) => behind = Some(new),
            (_, None, _) => left.entry(behind).or_default().push(at),
            _ => {}
        }
    }
    let mut new: Vec<usize> = (0..things.len())
        .filter(|&at| things[at].1.is_some())
        .collect();
    new.sort_by_key(|&at| things[at].1);
    let mut order = left.remove(&None).unwrap_or_default();
    for at in new {
        order.push(at);
        order.extend(left.remove(&things[at].1).unwrap_or_default());
    }
    order
}

/// The places at which two sequences have the same, in order.
pub(crate) fn same_in_order(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Histogram, old, new) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            pairs.extend((0..len).map(|i| (old_index + i, new_index + i)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{heaviest_rising, reading_order};

    #[test]
    fn the_light_one_moves() {
        let places = [(0, 5), (3, 1), (1, 5), (2, 5)];
        assert_eq!(heaviest_rising(&places), [true, false, true, true]);
        assert_eq!(heaviest_rising(&[(1, 2), (0, 9)]), [false, true]);
        assert_eq!(heaviest_rising(&[]), Vec::<bool>::new());
    }

    #[test]
    fn what_left_stands_where_it_stood() {
        let things = [
            (Some(0), Some(0), false),
            (Some(1), None, false),
            (Some(2), Some(3), true),
            (Some(3), Some(2), false),
            (None, Some(1), false),
        ];
        assert_eq!(reading_order(&things), [0, 1, 4, 3, 2]);
    }
}
