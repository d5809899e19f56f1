//! Texts that are the same in one language and translated in two ways, found by their digests.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::twins::{Digest, Entry, Pieces};
use crate::source::FileId;

/// Fewest words of a text that is compared.
const FEWEST: u8 = 2;

/// Texts that are the same in one language and translated in two ways.
#[derive(Debug)]
pub struct Twins {
    pieces: Vec<Arc<Pieces>>,
    pub(super) pairs: Vec<Pair>,
}

/// Where a piece stands in one language: the policy, by its place among those of the site, and the
/// entry among its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    policy: u32,
    entry: u32,
}

/// A piece in one language, with its language and its file.
#[derive(Clone, Copy)]
pub(super) struct Placed<'t> {
    pub(super) entry: &'t Entry,
    pub(super) lang: u16,
    pub(super) file: FileId,
}

/// The language of a piece and as much of its digest as there is room for, to be sorted by: the pieces need
/// not be fetched for that.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key(u64);

impl Key {
    fn of(placed: Placed<'_>) -> Self {
        let digest = u64::from_be_bytes(placed.entry.digest);
        Self(u64::from(placed.lang) << 48 | digest >> 16)
    }
}

/// The usual translation, the odd one, and the source of the odd one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) base: At,
    pub(super) odd: At,
    pub(super) source: At,
}

/// What is translated in two ways. It is found by digests alone, without the texts.
pub fn differing_twins(pieces: Vec<Arc<Pieces>>) -> Twins {
    let mut twins = Twins {
        pieces,
        pairs: Vec::new(),
    };
    let policies = (0..).zip(&twins.pieces);
    let all = policies.flat_map(|(policy, own)| {
        let places = (0..).zip(&own.entries);
        let worth = places.filter(|(_, entry)| entry.words >= FEWEST);
        worth.map(move |(entry, _)| At { policy, entry })
    });
    let count = twins.pieces.iter().map(|own| own.entries.len()).sum();
    let mut order: Vec<(Key, At)> = Vec::with_capacity(count);
    order.extend(all.filter_map(|at| Some((Key::of(twins.entry(at)?), at))));
    let digest = |at: At| twins.entry(at).map(|placed| placed.entry.digest);
    order.par_sort_unstable();
    // Those with one key have one digest, unless luck is bad.
    for run in order.chunk_by_mut(|a, b| a.0 == b.0) {
        let first = run.first().map(|(_, at)| digest(*at));
        if !run.iter().all(|(_, at)| Some(digest(*at)) == first) {
            run.sort_unstable_by_key(|(_, at)| (digest(*at), *at));
        }
    }
    let mut pairs = Vec::new();
    let mut told: BTreeSet<(u16, Digest, Digest)> = BTreeSet::new();
    let alike = |a: &(Key, At), b: &(Key, At)| a.0 == b.0 && digest(a.1) == digest(b.1);
    let groups = order.chunk_by(alike).filter(|group| group.len() > 1);
    // What is told of, and what is passed over as told, goes by the order of the site.
    let mut groups: Vec<&[(Key, At)]> = groups.collect();
    groups.sort_unstable_by_key(|group| group.first().map(|(_, at)| *at));
    for group in groups {
        for pair in twins.differences(group) {
            let (Some(a), Some(b)) = (twins.entry(pair.base), twins.entry(pair.odd)) else {
                continue;
            };
            let (lang, a, b) = (b.lang, a.entry.wording, b.entry.wording);
            if told.insert((lang, a.min(b), a.max(b))) {
                pairs.push(pair);
            }
        }
    }
    twins.pairs = pairs;
    twins
}

impl Twins {
    /// The files of the texts that the findings are about.
    pub fn files(&self) -> BTreeSet<FileId> {
        let pairs = self.pairs.iter();
        let places = pairs.flat_map(|pair| [pair.base, pair.odd, pair.source]);
        let entries = places.filter_map(|at| self.entry(at));
        entries.map(|entry| entry.file).collect()
    }

    pub(super) fn entry(&self, at: At) -> Option<Placed<'_>> {
        let own = self.pieces.get(at.policy as usize)?;
        let entry = own.entries.get(at.entry as usize)?;
        let (lang, file) = own.column(entry)?;
        Some(Placed { entry, lang, file })
    }

    /// The piece that stands at a place, in all its languages.
    pub(super) fn piece(&self, at: At) -> impl Iterator<Item = (At, Placed<'_>)> {
        let own = self.pieces.get(at.policy as usize);
        let range = own.map(|own| own.piece(at.entry as usize));
        range.into_iter().flatten().filter_map(move |entry| {
            let at = At {
                entry: u32::try_from(entry).ok()?,
                ..at
            };
            Some((at, self.entry(at)?))
        })
    }

    /// Of places with the same text in one language: what is translated in two ways.
    fn differences(&self, group: &[(Key, At)]) -> Vec<Pair> {
        let Some(source) = group.first().and_then(|(_, at)| self.entry(*at)) else {
            return Vec::new();
        };
        // By language and translation: how often it stands, and where first.
        let mut translations: BTreeMap<u16, BTreeMap<Digest, (usize, At, At)>> = BTreeMap::new();
        for (_, own) in group {
            for (at, placed) in self.piece(*own) {
                if placed.lang != source.lang {
                    let known = translations.entry(placed.lang).or_default();
                    let known = known.entry(placed.entry.wording);
                    known.or_insert((0, at, *own)).0 += 1;
                }
            }
        }
        let mut differences = Vec::new();
        for known in translations.values() {
            let usual = known
                .values()
                .max_by_key(|(count, at, _)| (*count, std::cmp::Reverse(*at)));
            let Some((_, base, _)) = usual else {
                continue;
            };
            let odd = known.values().filter(|(_, at, _)| at != base);
            differences.extend(odd.map(|(_, at, own)| Pair {
                base: *base,
                odd: *at,
                source: *own,
            }));
        }
        differences.sort_by_key(|pair| pair.odd);
        differences
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{At, differing_twins};
    use crate::check::twins::{Digest, Entry, Pieces};
    use crate::source::{FileId, SourceFile, Sources, Span};

    /// A policy with one piece in two languages, by the digests of its words.
    fn policy(file: FileId, [source, translation]: [Digest; 2]) -> Arc<Pieces> {
        let entry = |column, digest| Entry {
            digest,
            wording: digest,
            span: Span::new(0, 1),
            column,
            words: 9,
            first: column == 0,
        };
        Arc::new(Pieces {
            columns: vec![(0, file), (1, file)],
            entries: vec![entry(0, source), entry(1, translation)],
        })
    }

    /// The places of the usual translations and of the odd ones.
    fn pairs(policies: &[[u64; 2]]) -> Vec<(u32, u32)> {
        let mut sources = Sources::default();
        let file = sources.add(SourceFile::new("a.md", "words".to_owned()));
        let digests = policies.iter().map(|own| own.map(u64::to_be_bytes));
        let twins = differing_twins(digests.map(|own| policy(file, own)).collect());
        let of = |at: At| at.policy;
        let pairs = twins.pairs.iter();
        pairs.map(|pair| (of(pair.base), of(pair.odd))).collect()
    }

    #[test]
    fn words_whose_digests_differ_in_the_last_bytes_alone_are_no_twins() {
        // The same words in 0, 2 and 3; in 1 others, with the digest nearly the same.
        let (words, others) = (0xAB00, 0xAB01);
        let policies = [
            [words, 7 << 32],
            [others, 8 << 32],
            [words, 9 << 32],
            [words, 7 << 32],
        ];
        assert_eq!(pairs(&policies), [(0, 2)]);
        assert_eq!(pairs(&policies[..2]), []);
        let policies = [
            [others, 8 << 32],
            [words, 7 << 32],
            [others, 9 << 32],
            [words, 5 << 32],
        ];
        assert_eq!(pairs(&policies), [(0, 2), (1, 3)]);
    }
}
