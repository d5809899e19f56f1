use std::collections::{BTreeMap, BTreeSet};

/// What several texts hold, in one order: that of the first text. What only a later one has stands
/// behind what stands before it there.
pub fn interleaved<K: Copy + Ord>(lists: impl IntoIterator<Item = Vec<K>>) -> Vec<K> {
    let mut order: Vec<K> = Vec::new();
    let mut known: BTreeSet<K> = BTreeSet::new();
    for list in lists {
        let mut behind: BTreeMap<Option<K>, Vec<K>> = BTreeMap::new();
        let mut before = None;
        for key in list {
            match known.contains(&key) {
                true => before = Some(key),
                false => behind.entry(before).or_default().push(key),
            }
        }
        let mut merged = behind.remove(&None).unwrap_or_default();
        for key in order {
            merged.push(key);
            merged.append(&mut behind.remove(&Some(key)).unwrap_or_default());
        }
        known.extend(&merged);
        order = merged;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::interleaved;

    #[test]
    fn what_only_a_later_text_has_stands_behind_what_stands_before_it_there() {
        let texts = [vec![2, 4, 6], vec![1, 2, 4, 5, 6, 7], vec![2, 3, 6, 4]];
        assert_eq!(interleaved(texts), [1, 2, 3, 4, 5, 6, 7]);
    }
}
