use jiff::civil::Date;

use crate::model::Edition;

/// Why what an edition records cannot be sealed on a day, if it cannot: it was not there by then. A
/// seal says what was approved, and nobody approves on a day to come.
pub(super) fn future(edition: &Edition, today: Date) -> Option<String> {
    let order = edition.order.as_ref().and_then(|order| order.date);
    let repeal = edition.repeal.as_ref();
    let repeal = repeal.and_then(|repeal| repeal.order.as_ref()?.date);
    let corrigenda = edition.corrigenda.iter();
    let corrigenda = corrigenda.map(|own| ("its corrigendum", own.date));
    let dated = order
        .map(|day| ("its order", day))
        .into_iter()
        .chain(repeal.map(|day| ("the order of its repeal", day)))
        .chain(corrigenda);
    let mut future = dated.filter(|(_, day)| *day > today);
    let (what, day) = future.next()?;
    Some(format!(
        "{what} is dated {day}, and today is {today}; seal it on that day or later, or correct the date"
    ))
}
