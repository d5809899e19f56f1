use super::order::heaviest_rising;

/// Which of the old things is which of the new ones, as far as it is known.
#[derive(Clone, Debug)]
pub(crate) struct Matching {
    /// For each old thing its new place.
    pub(crate) old: Vec<Option<usize>>,
    /// For each new thing its old place.
    pub(crate) new: Vec<Option<usize>>,
}

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

    /// All things: the places of each in both texts, and whether it moved.
    pub(crate) fn all(&self, in_order: &[bool]) -> Vec<(Option<usize>, Option<usize>, bool)> {
        let old = self.old.iter().zip(in_order).enumerate();
        let old = old.map(|(at, (new, in_order))| (Some(at), *new, new.is_some() && !in_order));
        let new = self.new.iter().enumerate();
        let new = new.filter(|(_, old)| old.is_none());
        old.chain(new.map(|(at, _)| (None, Some(at), false)))
            .collect()
    }
}
