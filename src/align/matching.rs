use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::likeness::{Bag, Index};
use super::order::heaviest_rising;

/// Which of the old things is which of the new ones, as far as it is known.
#[derive(Clone, Debug)]
pub(crate) struct Matching {
    /// For each old thing its new place.
    pub(crate) old: Vec<Option<usize>>,
    /// For each new thing its old place.
    pub(crate) new: Vec<Option<usize>>,
}

/// From how much likeness, in thousandths, things in the same place of the order are the same.
const ALIKE: usize = 400;
/// From how much likeness things are the same that stand in another place.
const ALIKE_ELSEWHERE: usize = 600;
/// How many words something has to have to be known in another place.
const WORDS_ELSEWHERE: usize = 4;
/// By so much a thing in the same place of the order is preferred to one elsewhere.
const IN_PLACE: usize = 100;
/// From how much of the smaller one, in thousandths, one of two things contains the other.
const CONTAINED: usize = 800;
/// How much likeness, in thousandths, such a one has at least that has the same number.
const PART: usize = 700;
/// So many of the things left in the same place of the order are looked at.
const NEIGHBOURS: usize = 4;

impl Matching {
    /// Nothing is known of so many old and so many new things.
    pub(crate) fn new(old: usize, new: usize) -> Self {
        Self {
            old: vec![None; old],
            new: vec![None; new],
        }
    }

    /// Each of so many things stands in the same place.
    pub(crate) fn same(count: usize) -> Self {
        let places: Vec<Option<usize>> = (0..count).map(Some).collect();
        Self {
            old: places.clone(),
            new: places,
        }
    }

    /// Notes that an old thing is a new one, unless another is known for either.
    pub(crate) fn join(&mut self, old: usize, new: usize) -> bool {
        match (self.old.get_mut(old), self.new.get_mut(new)) {
            (Some(own @ None), Some(other @ None)) => {
                *own = Some(new);
                *other = Some(old);
                true
            }
            _ => false,
        }
    }

    /// The pairs in the order of the old things.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let pairs = self.old.iter().enumerate();
        pairs.filter_map(|(old, new)| new.map(|new| (old, new)))
    }

    /// Pairs what has the same words: first in order, then what is left in another place.
    pub(crate) fn equal(&mut self, old: &[&Bag], new: &[&Bag]) {
        let mut known: BTreeMap<&[u32], u32> = BTreeMap::new();
        let mut number = |words| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *known.entry(words).or_insert(next)
        };
        let old_places = left(&self.old, old);
        let new_places = left(&self.new, new);
        let old_keys: Vec<u32> = old_places
            .iter()
            .map(|&at| number(&old[at].words))
            .collect();
        let new_keys: Vec<u32> = new_places
            .iter()
            .map(|&at| number(&new[at].words))
            .collect();
        for (a, b) in same_in_order(&old_keys, &new_keys) {
            self.join(old_places[a], new_places[b]);
        }
        let mut elsewhere: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (&at, &key) in new_places.iter().zip(&new_keys).rev() {
            if self.new[at].is_none() && new[at].words.len() >= WORDS_ELSEWHERE {
                elsewhere.entry(key).or_default().push(at);
            }
        }
        for (&at, key) in old_places.iter().zip(&old_keys) {
            if self.old[at].is_none()
                && let Some(other) = elsewhere.get_mut(key).and_then(Vec::pop)
            {
                self.join(at, other);
            }
        }
    }

    /// Pairs what is alike, the most alike first; `bonus` says by how much a pair is preferred.
    pub(crate) fn alike(
        &mut self,
        old: &[&Bag],
        new: &[&Bag],
        bonus: impl Fn(usize, usize) -> usize,
    ) {
        let gaps = self.gaps();
        let places = left(&self.new, new);
        let index = Index::of(places.iter().map(|&at| (at, new[at])));
        let mut scored = Vec::new();
        for at in left(&self.old, old) {
            let gap = &gaps[at];
            let mut candidates = index.candidates(old[at]);
            let from = places.partition_point(|&place| place < gap.new.start);
            let to = places.partition_point(|&place| place < gap.new.end);
            let near = (from + gap.before)
                .min(to.saturating_sub(NEIGHBOURS))
                .max(from);
            candidates.extend(
                places
                    .get(near..to)
                    .unwrap_or_default()
                    .iter()
                    .take(NEIGHBOURS),
            );
            candidates.sort_unstable();
            candidates.dedup();
            for other in candidates {
                let here = gap.new.contains(&other);
                let bonus = bonus(at, other);
                if let Some(likeness) = alike(old[at], new[other], here, bonus > 0) {
                    let in_place = if here { IN_PLACE } else { 0 };
                    scored.push((likeness + bonus + in_place, at, other));
                }
            }
        }
        scored.sort_by_key(|&(score, at, other)| (std::cmp::Reverse(score), at, other));
        for (_, at, other) in scored {
            self.join(at, other);
        }
    }

    /// Pairs the one old and the one new thing that are left in the same place of the order.
    pub(crate) fn alone_in_place(&mut self, may: impl Fn(usize, usize) -> bool) {
        let gaps = self.gaps();
        let mut left: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, gap) in gaps.iter().enumerate() {
            if self.old[at].is_none() {
                left.entry(gap.new.start).or_default().push(at);
            }
        }
        for olds in left.into_values() {
            let &[at] = olds.as_slice() else { continue };
            let mut news = gaps[at]
                .new
                .clone()
                .filter(|&other| self.new[other].is_none());
            if let (Some(other), None) = (news.next(), news.next())
                && may(at, other)
            {
                self.join(at, other);
            }
        }
    }

    /// Which pairs stand in the same order in both: for each old thing that has a counterpart.
    pub(crate) fn in_order(&self, weight: impl Fn(usize, usize) -> u64) -> Vec<bool> {
        let pairs: Vec<(usize, usize)> = self.pairs().collect();
        let things: Vec<(usize, u64)> = pairs
            .iter()
            .map(|&(old, new)| (new, weight(old, new)))
            .collect();
        let rising = heaviest_rising(&things);
        let mut in_order = vec![false; self.old.len()];
        for ((old, _), rising) in pairs.into_iter().zip(rising) {
            in_order[old] = rising;
        }
        in_order
    }

    /// Lets go of the pairs that may not be.
    pub(crate) fn keep(&mut self, may: impl Fn(usize, usize) -> bool) {
        for old in 0..self.old.len() {
            if let Some(new) = self.old[old].filter(|&new| !may(old, new)) {
                (self.old[old], self.new[new]) = (None, None);
            }
        }
    }

    /// Lets go of the pairs that stand in another order.
    pub(crate) fn keep_in_order(&mut self, weight: impl Fn(usize, usize) -> u64) {
        let in_order = self.in_order(weight);
        self.keep(|old, _| in_order[old]);
    }

    /// Pairs what is left between two pairs with what is left there of the same kind, in order.
    pub(crate) fn fill(&mut self, old: &[u32], new: &[u32]) {
        let in_order = self.in_order(|_, _| 1);
        let pairs = self.pairs().filter(|(old, _)| in_order[*old]);
        let mut pairs: Vec<(usize, usize)> = pairs.collect();
        pairs.push((self.old.len(), self.new.len()));
        let (mut a, mut b) = (0, 0);
        for (to, until) in pairs {
            for (x, y) in same_in_order(&old[a..to], &new[b..until]) {
                self.join(a + x, b + y);
            }
            (a, b) = (to + 1, until + 1);
        }
    }

    /// Pairs what has no words with what has none in the same place of the order.
    pub(crate) fn wordless(&mut self, old: &[&Bag], new: &[&Bag]) {
        let kinds = |bags: &[&Bag], first: usize| -> Vec<u32> {
            let kinds = (first..)
                .zip(bags)
                .map(|(at, bag)| match bag.words.is_empty() {
                    true => 0,
                    false => u32::try_from(at + 1).unwrap_or(u32::MAX),
                });
            kinds.collect()
        };
        // No two that have words are of one kind.
        self.fill(&kinds(old, 0), &kinds(new, old.len()));
    }

    /// All things: the places of each in both texts, and whether it moved.
    pub(crate) fn all(&self, in_order: &[bool]) -> Vec<(Option<usize>, Option<usize>, bool)> {
        let old = self.old.iter().zip(in_order).enumerate();
        let old = old.map(|(at, (new, in_order))| (Some(at), *new, new.is_some() && !in_order));
        let new = self.new.iter().enumerate();
        let new = new.filter(|(_, old)| old.is_none());
        old.chain(new.map(|(at, _)| (None, Some(at), false)))
            .collect()
    }

    /// For each old thing, the new places between the counterparts of those around it.
    fn gaps(&self) -> Vec<Gap> {
        let in_order = self.in_order(|_, _| 1);
        let mut gaps: Vec<Gap> = Vec::with_capacity(self.old.len());
        let (mut start, mut before) = (0, 0);
        for (at, &new) in self.old.iter().enumerate() {
            gaps.push(Gap {
                new: start..self.new.len(),
                before,
            });
            match new {
                Some(new) if in_order[at] => (start, before) = (new + 1, 0),
                None => before += 1,
                _ => {}
            }
        }
        let mut end = self.new.len();
        for (at, gap) in gaps.iter_mut().enumerate().rev() {
            gap.new.end = end.max(gap.new.start);
            if let (Some(new), true) = (self.old[at], in_order[at]) {
                end = new;
            }
        }
        gaps
    }
}

/// Where among the new things an old one would stand.
struct Gap {
    new: std::ops::Range<usize>,
    /// How many old things without a counterpart stand before it in the same place.
    before: usize,
}

/// How alike two things are when they are alike enough to be the same.
fn alike(old: &Bag, new: &Bag, here: bool, preferred: bool) -> Option<usize> {
    let likeness = old.likeness(new);
    let words = old.words.len().min(new.words.len());
    if here || preferred {
        let (small, large) = match old.words.len() <= new.words.len() {
            true => (old, new),
            false => (new, old),
        };
        let contained = small.words.len() > WORDS_ELSEWHERE && small.part_in(large) >= CONTAINED;
        let least = match (contained, preferred) {
            (true, true) => PART,
            (true, false) => ALIKE,
            (false, _) => 0,
        };
        let likeness = likeness.max(least);
        return (likeness >= ALIKE).then_some(likeness);
    }
    (likeness >= ALIKE_ELSEWHERE && words >= WORDS_ELSEWHERE).then_some(likeness)
}

/// The places of the things that have no counterpart yet and have words.
fn left(known: &[Option<usize>], bags: &[&Bag]) -> Vec<usize> {
    let places = known.iter().zip(bags).enumerate();
    places
        .filter(|(_, (known, bag))| known.is_none() && !bag.words.is_empty())
        .map(|(at, _)| at)
        .collect()
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
