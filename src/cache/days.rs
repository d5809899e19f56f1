use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{Edition, Policy};

/// The days on which what was built on one of them says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The first of them; `None` where there is none before which something else held.
    from: Option<Date>,
    /// The first day behind them.
    before: Option<Date>,
}

impl Days {
    /// The days around one on which nothing changes in the policies: no edition comes into force, no
    /// order is given, nothing ends. The days beside each date are taken for different ones as well, so
    /// that it does not matter whether a rule counts from a day or from the day behind it.
    pub fn around<'p>(day: Date, policies: impl Iterator<Item = &'p Policy>) -> Self {
        let editions: Vec<&Edition> = policies.flat_map(|policy| &policy.editions).collect();
        let approved =
            |edition: &&Edition| edition.order.as_ref().is_some_and(|o| o.date.is_some());
        if editions.is_empty() || !editions.iter().all(approved) {
            // What has no date of its own is dated by the day of the build; so is an empty feed.
            return Self {
                from: Some(day),
                before: day.tomorrow().ok(),
            };
        }
        let turns: BTreeSet<Date> = editions.into_iter().flat_map(turns).collect();
        Self {
            from: turns.range(..=day).next_back().copied(),
            before: turns.range(day..).find(|turn| **turn > day).copied(),
        }
    }

    /// Whether a day is one of them.
    pub fn hold(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.before.is_none_or(|before| day < before)
    }
}

/// The dates of an edition, each with the days beside it.
fn turns(edition: &Edition) -> Vec<Date> {
    let dates = [
        edition.order.as_ref().and_then(|order| order.date),
        edition.updated,
        edition.in_force,
        edition.until,
        edition.repeal.as_ref().map(|repeal| repeal.date),
        edition.seal.as_ref().map(|seal| seal.sealed),
    ];
    let corrected = edition
        .corrigenda
        .iter()
        .map(|corrigendum| corrigendum.date);
    let dates = dates.into_iter().flatten().chain(corrected);
    let beside = |date: Date| (-1..=2).filter_map(move |days| date.checked_add(days.days()).ok());
    dates.flat_map(beside).collect()
}
