use std::collections::BTreeMap;

use super::Unit;

/// Which unit of one text is which of another.
#[derive(Debug)]
pub struct Pairs {
    /// For each unit of the left text, its counterpart's place among the units of the right text.
    pub left: Vec<Option<usize>>,
    /// The same the other way round.
    pub right: Vec<Option<usize>>,
}

/// Pairs the units of two texts: first those of one name, then, of the others, those of one number
/// in one division. A unit has one counterpart at most; of several with one number the first counts.
pub fn pair(left: &[Unit<'_>], right: &[Unit<'_>]) -> Pairs {
    let mut pairs = Pairs {
        left: vec![None; left.len()],
        right: vec![None; right.len()],
    };
    pairs.join(left, right, |unit| unit.name);
    pairs.join(left, right, |unit| Some((unit.division, unit.kind)));
    pairs
}

impl Pairs {
    fn join<'u, K: Ord>(
        &mut self,
        left: &'u [Unit<'u>],
        right: &'u [Unit<'u>],
        key: impl Fn(&'u Unit<'u>) -> Option<K>,
    ) {
        let mut places = BTreeMap::new();
        for (at, unit) in right.iter().enumerate() {
            if let (None, Some(key)) = (self.right[at], key(unit)) {
                places.entry(key).or_insert(at);
            }
        }
        for (at, unit) in left.iter().enumerate() {
            if self.left[at].is_some() {
                continue;
            }
            if let Some(other) = key(unit).and_then(|key| places.remove(&key)) {
                self.left[at] = Some(other);
                self.right[other] = Some(at);
            }
        }
    }
}
