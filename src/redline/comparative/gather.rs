use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Extent};
use crate::align::Fate;
use crate::redline::{Entry, Redline, Side};

/// A clause of the old text and of the new one, by its addresses: `None` where a text has not got
/// it, an empty one for the title.
type Key = (Option<String>, Option<String>);

/// What became of each clause in each language, joined by clause: rows with one change a language.
pub(super) fn joined(redlines: &[&Redline], extent: Extent) -> Vec<Vec<Option<Change>>> {
    let lists: Vec<Vec<(Key, Change)>> = redlines.iter().map(|own| changes(own, extent)).collect();
    let order = order(&lists);
    let mut rows: Vec<Vec<Option<Change>>> = Vec::new();
    rows.resize_with(order.len(), || redlines.iter().map(|_| None).collect());
    for (language, list) in lists.into_iter().enumerate() {
        for (key, change) in list {
            let row = order.get(&key).and_then(|&row| rows.get_mut(row));
            if let Some(cell) = row.and_then(|row| row.get_mut(language)) {
                *cell = Some(change);
            }
        }
    }
    rows
}

/// The place of each clause: the order of the first language; what only another has stands behind
/// what stands before it there.
fn order(lists: &[Vec<(Key, Change)>]) -> BTreeMap<Key, usize> {
    let mut known: BTreeSet<&Key> = BTreeSet::new();
    let mut order: Vec<&Key> = Vec::new();
    for list in lists {
        let mut behind: BTreeMap<Option<&Key>, Vec<&Key>> = BTreeMap::new();
        let mut before = None;
        for (key, _) in list {
            match known.contains(key) {
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
    let places = order.into_iter().cloned().zip(0..);
    places.collect()
}

/// What became of each clause of a redline; a split or a merger is told of once.
fn changes(redline: &Redline, extent: Extent) -> Vec<(Key, Change)> {
    let families = Families::of(&redline.entries);
    let mut changes = Vec::new();
    for (at, entry) in redline.entries.iter().enumerate() {
        if families.tells_elsewhere(entry) {
            continue;
        }
        let mut family = vec![at];
        family.extend(families.others(entry));
        let change = Change::of(&redline.entries, family, extent);
        changes.push(((key(&entry.old), key(&entry.new)), change));
    }
    changes
}

fn key(side: &Option<Side>) -> Option<String> {
    let side = side.as_ref()?;
    Some(side.address.clone().unwrap_or_default())
}

/// The splits and mergers of a redline: by the place of the unit that is whole in its text, the
/// entries of the parts that stand in the other text alone, and whether there is a main one.
struct Families {
    split: BTreeMap<usize, Vec<usize>>,
    merged: BTreeMap<usize, Vec<usize>>,
    whole: BTreeSet<(Fate, usize)>,
}

impl Families {
    fn of(entries: &[Entry]) -> Self {
        let mut families = Self {
            split: BTreeMap::new(),
            merged: BTreeMap::new(),
            whole: BTreeSet::new(),
        };
        for (at, entry) in entries.iter().enumerate() {
            match (entry.fate, &entry.old, &entry.new) {
                (Fate::Split, Some(old), Some(_)) => {
                    families.whole.insert((Fate::Split, old.place));
                }
                (Fate::Merged, Some(_), Some(new)) => {
                    families.whole.insert((Fate::Merged, new.place));
                }
                (Fate::Split, ..) => {
                    for kin in &entry.kin {
                        families.split.entry(kin.place).or_default().push(at);
                    }
                }
                (Fate::Merged, ..) => {
                    for kin in &entry.kin {
                        families.merged.entry(kin.place).or_default().push(at);
                    }
                }
                _ => {}
            }
        }
        families
    }

    /// Whether an entry is told of with the main one of its family.
    fn tells_elsewhere(&self, entry: &Entry) -> bool {
        let part = entry.old.is_none() || entry.new.is_none();
        let kin = entry.kin.first();
        part && kin.is_some_and(|kin| self.whole.contains(&(entry.fate, kin.place)))
    }

    /// The entries that are told of with a main one.
    fn others(&self, entry: &Entry) -> &[usize] {
        let list = match (entry.fate, &entry.old, &entry.new) {
            (Fate::Split, Some(old), Some(_)) => self.split.get(&old.place),
            (Fate::Merged, Some(_), Some(new)) => self.merged.get(&new.place),
            _ => None,
        };
        list.map_or(&[], Vec::as_slice)
    }
}
