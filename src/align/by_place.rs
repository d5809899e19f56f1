//! Pairs things by where they stand among those that are known.

use std::collections::BTreeMap;
use std::ops::Range;

use super::matching::Matching;
use super::order::same_in_order;

impl Matching {
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

    /// For each old thing, the new places between the counterparts of those around it.
    pub(super) fn gaps(&self) -> Vec<Gap> {
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
pub(super) struct Gap {
    pub(super) new: Range<usize>,
    /// How many old things without a counterpart stand before it in the same place.
    pub(super) before: usize,
}
