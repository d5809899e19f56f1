//! When something about an edition changed or was made known.

use jiff::civil::Date;

use crate::model::{Edition, Policy};

/// The last day, up to a day, on which something about an edition was made known: its text, its
/// order, a corrigendum, its repeal.
pub(super) fn announced(edition: &Edition, until: Date) -> Option<Date> {
    announcements(edition).filter(|day| *day <= until).max()
}

/// The last day, up to a day, on which what an edition's page says became another: something was
/// made known, or the edition came into force or ended.
pub(super) fn changed(policy: &Policy, edition: &Edition, until: Date) -> Option<Date> {
    let end = policy.period(edition).and_then(|period| period.to);
    let turns = edition
        .counts_from()
        .into_iter()
        .chain(end.and_then(|end| end.tomorrow().ok()));
    announcements(edition)
        .chain(turns)
        .filter(|day| *day <= until)
        .max()
}

fn announcements(edition: &Edition) -> impl Iterator<Item = Date> {
    let order = edition.order.as_ref().and_then(|order| order.date);
    let repeal = edition.repeal.as_ref().map(|repeal| {
        let order = repeal.order.as_ref();
        order.and_then(|order| order.date).unwrap_or(repeal.date)
    });
    let corrigenda = edition
        .corrigenda
        .iter()
        .map(|corrigendum| corrigendum.date);
    // What was recorded later may be sealed, and so published, later than it is dated.
    let seal = edition.seal.iter();
    let sealed = seal.flat_map(|seal| {
        let corrigenda = seal.corrigenda.iter().map(|corrigendum| corrigendum.sealed);
        corrigenda.chain(seal.ends.iter().map(|end| end.sealed))
    });
    let known = edition.updated.into_iter().chain(order).chain(repeal);
    known.chain(corrigenda).chain(sealed)
}
