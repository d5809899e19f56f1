use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Edition, State};
use crate::source::Span;

/// A policy and all its editions.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Policy {
    /// Its folder's name, which is its address.
    pub slug: String,
    /// Its place on the index; those without one come last.
    pub position: Option<u32>,
    /// The pairs of editions that have a page of their own, besides each edition and the one before.
    pub redlines: Redlines,
    /// Its editions, oldest first, drafts last.
    pub editions: Vec<Edition>,
}

/// Which pairs of editions have a page that shows what changed from one to the other. Each edition
/// and the one before it always have one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Redlines {
    /// No others.
    #[default]
    Neighbours,
    /// Every pair.
    All,
    /// Those that are named.
    Pairs(Vec<RedlinePair>),
}

/// A pair of editions, by their numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedlinePair {
    /// The older edition.
    pub from: String,
    /// The newer edition.
    pub to: String,
    /// Where the pair was read, in the file of the policy.
    pub span: Span,
}

impl Policy {
    /// The edition of that number.
    pub fn edition(&self, number: &str) -> Option<&Edition> {
        self.editions.iter().find(|e| e.number == number)
    }

    /// The editions that an order has approved, oldest first.
    pub fn approved(&self) -> impl DoubleEndedIterator<Item = &Edition> {
        self.editions.iter().filter(|edition| !edition.is_draft())
    }

    /// The edition that the policy's own address shows on a day: the one in force; after the end of
    /// the last one, still that; before the first, the first. `None` for a policy without approved
    /// editions.
    pub fn on(&self, day: Date) -> Option<&Edition> {
        let begun = |edition: &&Edition| edition.counts_from().is_some_and(|from| from <= day);
        let current = self.approved().rfind(begun);
        current.or(self.approved().next())
    }

    /// The edition that is in force on a day.
    pub fn in_force(&self, day: Date) -> Option<&Edition> {
        self.on(day)
            .filter(|edition| self.state(edition, day) == State::InForce)
    }

    /// The edition before another; before a draft, the last that was approved, or the draft before it.
    pub fn before(&self, edition: &Edition) -> Option<&Edition> {
        let at = self.place(edition)?;
        self.editions.get(at.checked_sub(1)?)
    }

    /// The approved edition that follows an approved one.
    pub fn after(&self, edition: &Edition) -> Option<&Edition> {
        let next = self.editions.get(self.place(edition)? + 1)?;
        (!next.is_draft()).then_some(next)
    }

    fn place(&self, edition: &Edition) -> Option<usize> {
        self.editions
            .iter()
            .position(|e| e.number == edition.number)
    }
}
