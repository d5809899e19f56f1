use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::concordance::Concordance;
use super::keys::keys;
use super::passage::{Passage, passages};
use super::piece::piece_of;
use super::script::script;
use super::texts::Texts;
use super::{Piece, Scope};
use crate::lang::Language;
use crate::model::{Edition, Policy, Text};

/// An edition of a policy in a language, as it is searched.
#[derive(Clone, Copy, Debug)]
pub struct Issue<'s> {
    /// The edition.
    pub edition: &'s Edition,
    /// What it is on the day of the build.
    pub state: &'static str,
    /// Its text.
    pub text: &'s Text,
}

/// What the index keeps of a policy: all but its texts.
#[derive(Debug)]
pub struct Volume {
    pub(super) entry: Entry,
    /// The words, by the file they go into.
    pub(super) words: Vec<Words>,
}

/// Words in the order of their letters, each with the places where it stands: the number of the passage,
/// doubled, and one more where it says what the passage is about.
pub(super) type Words = Vec<(String, Vec<u32>)>;

/// A policy in the list of policies: its address, its title, the number and the state of its
/// edition (empty where there are several), and how many passages it has.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry(
    pub(super) String,
    pub(super) String,
    pub(super) String,
    pub(super) String,
    pub(super) usize,
);

impl Volume {
    /// A policy in the edition that is searched first, and the file with its passages.
    pub fn current(
        policy: &Policy,
        issue: Issue<'_>,
        language: &Language,
        pieces: usize,
    ) -> (Self, String) {
        let passages = passages(issue, language);
        let texts = Texts::of(&passages, &[]);
        let file = script(&Piece::Text(policy).name(Scope::Current), &texts);
        let volume = Self::bound(
            policy,
            &passages,
            (&issue.edition.number, issue.state),
            pieces,
        );
        (volume, file)
    }

    /// A policy in all other editions, newest first, and the file with their passages. A passage that
    /// reads the same at the same address in several of them is one; what reads as in the current
    /// edition is found there.
    pub fn other(
        policy: &Policy,
        issues: &[Issue<'_>],
        current: Option<Issue<'_>>,
        language: &Language,
        pieces: usize,
    ) -> (Self, String) {
        let current = current.map(|issue| passages(issue, language));
        let current = current.unwrap_or_default();
        let read = issues.iter().map(|issue| passages(*issue, language));
        let read: Vec<Vec<Passage>> = read.collect();
        let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut known: BTreeMap<Reading<'_>, Option<usize>> = BTreeMap::new();
        known.extend(current.iter().map(|passage| (passage.reading(), None)));
        let mut distinct: Vec<Passage> = Vec::new();
        let mut editions: Vec<Vec<usize>> = Vec::new();
        for (edition, passage) in read
            .iter()
            .enumerate()
            .flat_map(|(edition, passages)| passages.iter().map(move |passage| (edition, passage)))
        {
            let new = Some(distinct.len());
            match known.entry(passage.reading()).or_insert(new) {
                None => same.entry(&passage.anchor).or_default().push(edition),
                Some(at) if *at == distinct.len() => {
                    distinct.push(passage.clone());
                    editions.push(vec![edition]);
                }
                Some(at) => {
                    if let Some(list) = editions.get_mut(*at) {
                        list.push(edition);
                    }
                }
            }
        }
        let mut texts = Texts::of(&distinct, &editions);
        texts.editions = issues
            .iter()
            .map(|issue| (issue.edition.number.as_str(), issue.state))
            .collect();
        texts.same = same
            .iter()
            .map(|(anchor, list)| (*anchor, list.as_slice()))
            .collect();
        let file = script(&Piece::Text(policy).name(Scope::Other), &texts);
        let titles = read.iter().filter_map(|passages| passages.first());
        let title = titles.map(|title| title.heading.clone()).next();
        let mut volume = Self::bound(policy, &distinct, ("", ""), pieces);
        volume.entry.1 = title.unwrap_or_default();
        (volume, file)
    }

    fn bound(
        policy: &Policy,
        passages: &[Passage],
        (edition, state): (&str, &str),
        pieces: usize,
    ) -> Self {
        let mut words: Vec<Words> = vec![Vec::new(); pieces.max(1)];
        let mut found = Concordance::default();
        for (passage, doubled) in passages.iter().zip((0..).step_by(2)) {
            keys(passage, |word, about| {
                found.note(word, doubled + u32::from(about));
            });
        }
        found.read(|word, places| {
            if let Some(words) = words.get_mut(piece_of(word, pieces)) {
                words.push((word.to_owned(), places));
            }
        });
        let title = passages.first().map(|title| title.heading.clone());
        Self {
            entry: Entry(
                policy.slug.clone(),
                title.unwrap_or_default(),
                edition.to_owned(),
                state.to_owned(),
                passages.len(),
            ),
            words,
        }
    }
}

/// What makes two passages of different editions one: the anchor, the heading and the words.
type Reading<'p> = (&'p str, &'p str, &'p str);

impl Passage {
    fn reading(&self) -> Reading<'_> {
        (&self.anchor, &self.heading, &self.text)
    }
}
