use std::collections::BTreeMap;

use super::Item;
use super::blocks::{arranged, blocks};
use super::tree::{Entry, bag};
use crate::align::{Bag, Matching, Vocabulary};

/// Which items are which, and for each old one whether it stands in the same order.
fn item_pairs(
    old: &[Entry<'_>],
    new: &[Entry<'_>],
    words: &mut Vocabulary,
) -> (Matching, Vec<bool>) {
    if old == new {
        return (Matching::same(old.len()), vec![true; old.len()]);
    }
    let own: Vec<Bag> = old.iter().map(|item| bag(&item.blocks, words)).collect();
    let other: Vec<Bag> = new.iter().map(|item| bag(&item.blocks, words)).collect();
    let (own, other): (Vec<&Bag>, Vec<&Bag>) = (own.iter().collect(), other.iter().collect());
    let mut matching = Matching::new(old.len(), new.len());
    matching.equal(&own, &other);
    met_once(&mut matching, &own, &other);
    matching.alike(&own, &other, |_, _| 0);
    matching.wordless(&own, &other);
    matching.alone_in_place(|_, _| true);
    let in_order = matching.in_order(|a, b| (own[a].words.len() + other[b].words.len()) as u64 + 1);
    (matching, in_order)
}

/// Pairs the items that are left and have the same words, where these are met once: within a list
/// even a single word is known wherever it stands.
fn met_once(matching: &mut Matching, old: &[&Bag], new: &[&Bag]) {
    let (left, right) = (places(&matching.old, old), places(&matching.new, new));
    for (words, at) in left {
        if let (&[a], Some(&[b])) = (at.as_slice(), right.get(words).map(Vec::as_slice)) {
            matching.join(a, b);
        }
    }
}

/// The places of the items without a counterpart, by their words.
fn places<'b>(known: &[Option<usize>], bags: &[&'b Bag]) -> BTreeMap<&'b [u32], Vec<usize>> {
    let mut places: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    for (at, bag) in bags.iter().enumerate() {
        if known[at].is_none() && !bag.words.is_empty() {
            places.entry(bag.words.as_slice()).or_default().push(at);
        }
    }
    places
}

/// What became of the items of a list.
pub(super) fn items(old: &[Entry<'_>], new: &[Entry<'_>], words: &mut Vocabulary) -> Vec<Item> {
    let (matching, in_order) = item_pairs(old, new, words);
    let mut list = Vec::new();
    for (a, b, moved) in matching.all(&in_order) {
        let (left, right) = (a.and_then(|a| old.get(a)), b.and_then(|b| new.get(b)));
        list.push(Item {
            old: a,
            new: b,
            moved,
            old_marker: left.and_then(|item| item.marker).map(str::to_owned),
            new_marker: right.and_then(|item| item.marker).map(str::to_owned),
            blocks: blocks(
                left.map_or(&[], |item| &item.blocks),
                right.map_or(&[], |item| &item.blocks),
                words,
            ),
        });
    }
    arranged(list, |item| (item.old, item.new, item.moved))
}
