use std::collections::BTreeMap;

use serde::Serialize;

use super::volume::Entry;
use super::{Earlier, Piece, Scope, Volume, postings, script::script};
use crate::lang::Endings;

/// The index of a language: its policies, and in which of their passages each word stands.
#[derive(Debug)]
pub struct Index<'e> {
    scope: Scope,
    bound: Vec<Bound>,
    /// The number of the first place of each of them.
    starts: Vec<u32>,
    pieces: usize,
    earlier: Option<&'e Earlier>,
    /// Where the policies of the index before begin now, as far as they are taken over.
    moved: Vec<Option<u32>>,
}

/// A policy in an index.
#[derive(Debug)]
pub enum Bound {
    /// It was read for it.
    New(Volume),
    /// It is as in the index before, where it stands at this place among the others.
    AsBefore(usize),
}

#[derive(Serialize)]
struct Policies<'i> {
    endings: Vec<String>,
    stacked: bool,
    alternations: &'i [(String, String)],
    /// How many files hold the words.
    pieces: usize,
    policies: Vec<&'i Entry>,
}

impl<'e> Index<'e> {
    /// The index of some policies, whose words are sorted into so many files. `earlier` is the one that
    /// policies are taken over from.
    pub fn new(
        scope: Scope,
        bound: Vec<Bound>,
        pieces: usize,
        earlier: Option<&'e Earlier>,
    ) -> Self {
        let mut moved = vec![None; earlier.map_or(0, Earlier::policies)];
        let mut next: u32 = 0;
        let starts = bound.iter().map(|bound| {
            let start = next;
            if let Bound::AsBefore(at) = bound
                && let Some(moved) = moved.get_mut(*at)
            {
                *moved = Some(start);
            }
            let passages = bound.entry(earlier).map_or(0, |entry| entry.4);
            let places = u32::try_from(passages)
                .unwrap_or_default()
                .saturating_mul(2);
            next = next.saturating_add(places);
            start
        });
        Self {
            starts: starts.collect(),
            scope,
            bound,
            pieces,
            earlier,
            moved,
        }
    }

    /// The file of the policies.
    pub fn policies(&self, endings: &Endings) -> String {
        let entries = self.bound.iter();
        let entries = entries.filter_map(|bound| bound.entry(self.earlier));
        let policies = Policies {
            endings: endings.list(),
            stacked: endings.stacked(),
            alternations: endings.alternations(),
            pieces: self.pieces,
            policies: entries.collect(),
        };
        script(&Piece::Policies.name(self.scope), &policies)
    }

    /// A file of words. Passages are numbered through all policies, in their order.
    pub fn words(&self, piece: usize) -> String {
        let mut words: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        if let Some(earlier) = self.earlier {
            words.extend(earlier.words(piece, &self.moved));
        }
        for (bound, start) in self.bound.iter().zip(&self.starts) {
            let Bound::New(Volume { words: own, .. }) = bound else {
                continue;
            };
            for (word, places) in own.get(piece).into_iter().flatten() {
                let list = words.entry(word).or_default();
                list.extend(places.iter().map(|place| start + place));
            }
        }
        let written = words.into_iter().map(|(word, mut list)| {
            // What was taken over came first, wherever it stands.
            list.sort_unstable();
            (word, postings::write(&list))
        });
        let written: BTreeMap<&str, String> = written.collect();
        script(&Piece::Words(piece).name(self.scope), &written)
    }
}

impl Bound {
    /// The policy as it is listed.
    fn entry<'e>(&'e self, earlier: Option<&'e Earlier>) -> Option<&'e Entry> {
        match self {
            Self::New(volume) => Some(&volume.entry),
            Self::AsBefore(at) => earlier?.entry(*at),
        }
    }
}
