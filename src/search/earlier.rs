use std::collections::BTreeMap;

use serde::Deserialize;

use super::volume::Entry;
use super::{Piece, Scope, postings, script};

/// The index of a language as a build before wrote it: what it says of policies that are as they were is
/// taken over.
#[derive(Debug)]
pub struct Earlier {
    /// The policies in their order, each with the number of its first place.
    policies: Vec<(Entry, u32)>,
    /// Where each stands among them, by its name.
    names: BTreeMap<String, usize>,
    /// The places of the words, by the files they are in.
    words: Vec<BTreeMap<String, Vec<u32>>>,
}

/// What is read of the file of policies.
#[derive(Deserialize)]
struct Policies {
    pieces: usize,
    policies: Vec<Entry>,
}

impl Earlier {
    /// The index in its files: that of the policies, and those of the words in their order. `None` where
    /// they are not what a build writes, or where words would be looked for in other files now.
    pub fn read(scope: Scope, policies: &str, words: &[String]) -> Option<Self> {
        let name = Piece::Policies.name(scope);
        let told: Policies = script::data(&name, policies)?;
        (told.pieces == words.len()).then_some(())?;
        let mut all: u32 = 0;
        let mut policies = Vec::with_capacity(told.policies.len());
        for entry in told.policies {
            let own = u32::try_from(entry.4).ok()?.checked_mul(2)?;
            policies.push((entry, all));
            all = all.checked_add(own)?;
        }
        let words = words.iter().enumerate().map(|(number, file)| {
            let name = Piece::Words(number).name(scope);
            let words: BTreeMap<String, &str> = script::data(&name, file)?;
            let read = words.into_iter().map(|(word, list)| {
                let list = postings::read(list)?;
                list.last().is_none_or(|last| *last < all).then_some(())?;
                Some((word, list))
            });
            read.collect::<Option<_>>()
        });
        let words = words.collect::<Option<Vec<_>>>()?;
        let names = policies.iter().enumerate();
        let names = names.map(|(at, (entry, _))| (entry.0.clone(), at));
        Some(Self {
            names: names.collect(),
            policies,
            words,
        })
    }

    /// Where a policy stands among the others.
    pub fn find(&self, slug: &str) -> Option<usize> {
        self.names.get(slug).copied()
    }

    /// How many policies it has.
    pub(super) fn policies(&self) -> usize {
        self.policies.len()
    }

    /// A policy as it is listed.
    pub(super) fn entry(&self, at: usize) -> Option<&Entry> {
        self.policies.get(at).map(|(entry, _)| entry)
    }

    /// The words of a file with their places, as they are where policies begin at other numbers; `starts`
    /// tells those of the policies that are taken over.
    pub(super) fn words(
        &self,
        piece: usize,
        starts: &[Option<u32>],
    ) -> impl Iterator<Item = (&str, Vec<u32>)> {
        let words = self.words.get(piece).into_iter().flatten();
        words.filter_map(|(word, list)| {
            let moved = self.moved(list, starts);
            (!moved.is_empty()).then_some((word.as_str(), moved))
        })
    }

    /// Places where policies begin at other numbers, in the order of the old ones.
    fn moved(&self, list: &[u32], starts: &[Option<u32>]) -> Vec<u32> {
        let mut moved = Vec::with_capacity(list.len());
        let mut at = 0;
        for place in list {
            let next = self.policies.get(at..).unwrap_or_default();
            // A policy begins where the one before ends; the last one of those that begin there has it.
            at += next.partition_point(|(_, start)| start <= place).max(1) - 1;
            let start = self.policies.get(at).map_or(0, |(_, start)| *start);
            if let Some(Some(new)) = starts.get(at) {
                moved.push(new.saturating_add(place - start));
            }
        }
        moved
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Earlier;
    use crate::search::volume::{Entry, Volume};
    use crate::search::{Bound, Index, Piece, Scope, script};

    /// How many files hold words.
    const PIECES: usize = 2;

    /// A policy with so many passages, and the places of its words; a word that begins with `a` is in
    /// the first file.
    fn volume(slug: &str, passages: usize, words: &[(&str, u32)]) -> Volume {
        let mut files = vec![BTreeMap::<String, Vec<u32>>::new(); PIECES];
        let places = 2 * u32::try_from(passages).unwrap();
        for (word, place) in words.iter().filter(|_| places > 0) {
            let file = usize::from(!word.starts_with('a'));
            let list = files[file].entry((*word).to_owned()).or_default();
            list.push(place % places);
            list.sort_unstable();
            list.dedup();
        }
        let (title, empty) = (slug.to_uppercase(), String::new());
        Volume {
            entry: Entry(slug.to_owned(), title, empty.clone(), empty, passages),
            words: files
                .into_iter()
                .map(|file| file.into_iter().collect())
                .collect(),
        }
    }

    fn files(index: &Index<'_>) -> (String, Vec<String>) {
        let endings = crate::lang::Endings::default();
        let words = (0..PIECES).map(|piece| index.words(piece));
        (index.policies(&endings), words.collect())
    }

    fn all_new(volumes: Vec<Volume>) -> (String, Vec<String>) {
        let bound = volumes.into_iter().map(Bound::New).collect();
        files(&Index::new(Scope::Current, bound, PIECES, None))
    }

    #[test]
    fn what_is_no_index_is_not_read() {
        let (policies, words) = all_new(vec![volume("a", 2, &[("ab", 0), ("b", 3)])]);
        let read = |policies: &str, words: &[String]| {
            Earlier::read(Scope::Current, policies, words).is_some()
        };
        assert!(read(&policies, &words));
        assert!(!read(&policies, &words[..1]), "a file of words is missing");
        assert!(!read(&words[0], &words), "a file of another kind");
        let far = script::script(
            &Piece::Words(1).name(Scope::Current),
            &BTreeMap::from([("b", "E")]),
        );
        let far = [words[0].clone(), far];
        assert!(!read(&policies, &far), "a place behind the last passage");
    }

    /// How many passages a policy has, and its words with their places.
    type Words = (usize, Vec<(&'static str, u32)>);

    /// Policies by a number that is their name.
    fn policies() -> impl Strategy<Value = BTreeMap<u8, Words>> {
        let words = prop::sample::select(vec!["ab", "ac", "b", "c"]);
        let words = prop::collection::vec((words, 0..12_u32), 0..5);
        prop::collection::btree_map(0..8_u8, (0..4_usize, words), 0..6)
    }

    proptest! {
        #[test]
        fn what_is_taken_over_is_what_would_be_made(
            before in policies(),
            changed in policies(),
            gone in prop::collection::btree_set(0..8_u8, 0..3),
            backwards: bool,
        ) {
            let make = |(number, (passages, words)): (&u8, &Words)| {
                volume(&format!("p{number}"), *passages, words)
            };
            let (policies, words) = all_new(before.iter().map(make).collect());
            let earlier = Earlier::read(Scope::Current, &policies, &words).unwrap();

            let mut now = before.clone();
            now.extend(changed.clone());
            now.retain(|number, _| !gone.contains(number));
            let mut order: Vec<u8> = now.keys().copied().collect();
            if backwards {
                order.reverse();
            }
            let new = |number: &u8| make((number, &now[number]));
            let bound = order.iter().map(|number| match changed.contains_key(number) {
                true => Bound::New(new(number)),
                false => Bound::AsBefore(earlier.find(&format!("p{number}")).unwrap()),
            });
            let index = Index::new(Scope::Current, bound.collect(), PIECES, Some(&earlier));
            prop_assert_eq!(files(&index), all_new(order.iter().map(new).collect()));
        }
    }
}
