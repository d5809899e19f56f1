use jiff::civil::Date;

use super::{Edition, Policy};

/// What an edition is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// No order has approved it yet.
    Draft,
    /// Approved, but not in force yet.
    Upcoming,
    /// In force.
    InForce,
    /// A later edition has taken its place.
    Superseded,
    /// No longer in force, and without an edition in its place: repealed, or past the last day that
    /// was stated for it.
    Repealed,
}

/// The days an edition is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day; `None` while no end is known.
    pub to: Option<Date>,
}

impl Period {
    /// Whether a day is among them.
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Policy {
    /// What an edition of the policy is on a day.
    pub fn state(&self, edition: &Edition, day: Date) -> State {
        let Some(from) = edition.counts_from() else {
            return State::Draft;
        };
        if day < from {
            return State::Upcoming;
        }
        let successor = self.after(edition).and_then(Edition::counts_from);
        if successor.is_some_and(|successor| successor <= day) {
            return State::Superseded;
        }
        match edition.stated_end() {
            Some(end) if end < day => State::Repealed,
            _ => State::InForce,
        }
    }

    /// The days an edition is in force: to the end that its file states, or to the day before the
    /// next edition, whichever comes first. `None` for a draft, and for an edition whose successor
    /// counts from the same day.
    pub fn period(&self, edition: &Edition) -> Option<Period> {
        let from = edition.counts_from()?;
        let successor = self.after(edition).and_then(Edition::counts_from);
        let until_successor = successor.and_then(|day| day.yesterday().ok());
        let to = match (edition.stated_end(), until_successor) {
            (Some(stated), Some(successor)) => Some(stated.min(successor)),
            (stated, successor) => stated.or(successor),
        };
        to.is_none_or(|to| from <= to)
            .then_some(Period { from, to })
    }
}
