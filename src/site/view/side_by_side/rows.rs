use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::unit::Rank;
use crate::align::{Unit, UnitKind, interleaved, rows, units};
use crate::lang::Language;
use crate::model::Text;
use crate::site::slot::slot;
use crate::site::view::anchor::{LINK_TO_ANNEX, LINK_TO_CLAUSE, LINK_TO_SECTION, link_label};

/// A unit in all languages.
#[derive(Debug, Serialize)]
pub struct RowView {
    /// What the unit is.
    pub rank: Rank,
    /// Its address, the same as on the page of the policy; the title has none.
    pub anchor: Option<String>,
    /// Its stable name.
    pub name: Option<String>,
    /// What its link to itself is called; absent where it has neither number nor place.
    pub link_label: Option<String>,
    /// A cell a column.
    pub cells: Vec<CellView>,
}

/// A unit in one language.
#[derive(Debug, Serialize)]
pub struct CellView {
    /// Its place among the units of all texts, in the order of the edition. Absent where the language has
    /// no such unit. Templates are given a slot, for its words were rendered before.
    #[serde(rename = "text", serialize_with = "as_slot")]
    pub unit: Option<usize>,
}

fn as_slot<S: Serializer>(unit: &Option<usize>, to: S) -> Result<S::Ok, S::Error> {
    unit.map(slot).serialize(to)
}

/// A text of the edition in the order of the columns.
#[derive(Clone, Copy)]
pub(super) struct Column<'t> {
    pub(super) text: &'t Text,
    /// How many units the texts before it have, in the order of the edition.
    pub(super) before: usize,
}

/// The rows of a page in a language, in the order of its first column; what only another has stands
/// behind what stands before it there.
pub(super) fn side_by_side(columns: &[Column<'_>], language: &Language) -> Vec<RowView> {
    let texts: Vec<Vec<Unit<'_>>> = columns.iter().map(|column| units(column.text)).collect();
    let anchors: Vec<_> = texts
        .iter()
        .map(|text| text.iter().map(Unit::address).collect::<Vec<_>>())
        .collect();
    let paired = rows(&texts);
    let order = interleaved((0..columns.len()).map(|column| {
        let mut own: Vec<(usize, usize)> = paired
            .iter()
            .enumerate()
            .filter_map(|(row, paired)| Some((paired.places.get(column).copied()??, row)))
            .collect();
        own.sort_unstable();
        own.into_iter().map(|(_, row)| row).collect()
    }));
    let mut taken = BTreeSet::new();
    // An id is given once, even if the languages do not agree on which clause is which.
    let mut fresh = |id: &String| taken.insert(id.clone());
    let rows = order.into_iter().filter_map(|row| {
        let places = &paired.get(row)?.places;
        let own = || {
            let own = places.iter().zip(&texts).zip(&anchors);
            own.filter_map(|((place, text), anchors)| {
                let place = (*place)?;
                Some((text.get(place)?, anchors.get(place)?))
            })
        };
        let (unit, anchor) = own().next()?;
        let name = own().find_map(|(unit, _)| unit.name).map(str::to_owned);
        let cells = places.iter().zip(columns).map(|(place, column)| CellView {
            unit: place.map(|place| column.before + place),
        });
        Some(RowView {
            rank: Rank::of(unit.kind),
            anchor: anchor.clone().filter(&mut fresh),
            name: name.filter(&mut fresh),
            link_label: label(unit.kind, language),
            cells: cells.collect(),
        })
    });
    rows.collect()
}

/// What the link of a unit to itself is called.
fn label(kind: UnitKind<'_>, language: &Language) -> Option<String> {
    let (word, number) = match kind {
        UnitKind::Annex(_) => (LINK_TO_ANNEX, String::new()),
        UnitKind::Section(number) => (LINK_TO_SECTION, number.to_string()),
        UnitKind::Clause(number) => (LINK_TO_CLAUSE, number.to_string()),
        UnitKind::Title | UnitKind::Unnumbered(_) => return None,
    };
    Some(link_label(language, word, &number))
}
