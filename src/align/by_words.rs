//! Pairs things by their words.

use std::collections::BTreeMap;

use super::likeness::{Bag, Index};
use super::matching::Matching;
use super::order::same_in_order;

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
