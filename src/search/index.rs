use std::collections::BTreeMap;

use serde::Serialize;

use super::volume::Entry;
use super::{Piece, Scope, Volume, postings, script::script};
use crate::lang::Endings;

/// The index of a language: its policies, and in which of their passages each word stands.
#[derive(Debug)]
pub struct Index {
    scope: Scope,
    volumes: Vec<Volume>,
    pieces: usize,
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

impl Index {
    /// The index of some policies, whose words were sorted into so many files.
    pub fn new(scope: Scope, volumes: Vec<Volume>, pieces: usize) -> Self {
        Self {
            scope,
            volumes,
            pieces,
        }
    }

    /// The file of the policies.
    pub fn policies(&self, endings: &Endings) -> String {
        let policies = Policies {
            endings: endings.list(),
            stacked: endings.stacked(),
            alternations: endings.alternations(),
            pieces: self.pieces,
            policies: self.volumes.iter().map(|volume| &volume.entry).collect(),
        };
        script(&Piece::Policies.name(self.scope), &policies)
    }

    /// A file of words. Passages are numbered through all policies, in their order.
    pub fn words(&self, piece: usize) -> String {
        let mut words: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        let mut before = 0;
        for Volume { entry, words: own } in &self.volumes {
            for (word, places) in own.get(piece).into_iter().flatten() {
                let list = words.entry(word).or_default();
                list.extend(places.iter().map(|place| before + place));
            }
            before += 2 * u32::try_from(entry.4).unwrap_or_default();
        }
        let written = words
            .iter()
            .map(|(word, list)| (*word, postings::write(list)));
        let written: BTreeMap<&str, String> = written.collect();
        script(&Piece::Words(piece).name(self.scope), &written)
    }
}
