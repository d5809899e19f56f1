use std::collections::BTreeMap;

use super::{Compared, Pair};
use crate::model::{Lang, Policy};

/// How many clauses changed between the pairs of editions whose changes have a page. Counted when
/// those pages are made, so that the history need not compare the editions again.
#[derive(Debug, Default)]
pub struct Counts {
    pairs: BTreeMap<Key, BTreeMap<Lang, Count>>,
}

/// A policy, and the numbers of the older and the newer edition.
type Key = (String, String, String);

/// How many clauses changed from one edition to another, in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Clauses whose words changed, that were split, or that others were merged into.
    pub changed: usize,
    /// Clauses that are new.
    pub added: usize,
    /// Clauses that are gone.
    pub removed: usize,
    /// Clauses that stand elsewhere.
    pub moved: usize,
}

impl Counts {
    /// Notes what was found to have changed.
    pub fn note(&mut self, policy: &Policy, pair: &Pair<'_>, compared: &Compared) {
        let counts = compared.languages().map(|(lang, own)| {
            let summary = &own.summary;
            let count = Count {
                changed: summary.changed,
                added: summary.added,
                removed: summary.removed,
                moved: summary.moved,
            };
            (lang.clone(), count)
        });
        self.pairs.insert(key(policy, pair), counts.collect());
    }

    /// Takes in what others noted.
    pub fn append(&mut self, mut other: Self) {
        self.pairs.append(&mut other.pairs);
    }

    /// How many clauses changed, in a language.
    pub fn get(&self, policy: &Policy, pair: &Pair<'_>, lang: &Lang) -> Option<Count> {
        self.pairs.get(&key(policy, pair))?.get(lang).copied()
    }
}

fn key(policy: &Policy, pair: &Pair<'_>) -> Key {
    let number = |number: &String| number.clone();
    (
        policy.slug.clone(),
        number(&pair.from.number),
        number(&pair.to.number),
    )
}
