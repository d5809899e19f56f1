//! Which units some of the languages lack, for the rules that tell so.

use std::collections::BTreeSet;

use super::Parallel;
use crate::align::Row;
use crate::facts::{Facts, UnitFacts};

/// A unit that some of the texts lack.
#[derive(Debug)]
pub(super) struct Absence<'p> {
    /// Its row.
    row: &'p Row,
    /// The columns of the texts that lack it, each with the place of the unit after which it should
    /// stand there. Never empty.
    pub(super) lacking: Vec<(usize, Option<usize>)>,
}

/// The units that some texts have and others lack. What stands in a unit that is missing is left
/// out, and so is a number that stands twice in one language, which a rule of its own reports.
pub(super) fn absences<'p>(parallel: &'p Parallel<'_>) -> Vec<Absence<'p>> {
    let is_whole = |row: &Row| row.places.iter().all(Option::is_some);
    if parallel.rows.iter().all(is_whole) {
        return Vec::new();
    }
    let keys: Vec<BTreeSet<_>> = parallel
        .texts
        .iter()
        .map(|text| {
            text.units
                .iter()
                .map(|own| (own.unit.division, own.unit.kind))
                .collect()
        })
        .collect();
    // For each text, the row that each of its units stands in.
    let mut rows_of: Vec<Vec<usize>> = parallel
        .texts
        .iter()
        .map(|text| vec![0; text.units.len()])
        .collect();
    for (at, row) in parallel.rows.iter().enumerate() {
        for (column, place) in row.places.iter().enumerate() {
            if let Some(place) = place {
                rows_of[column][*place] = at;
            }
        }
    }
    let before = before(parallel, &rows_of);
    let absences = parallel.rows.iter().filter_map(|row| {
        let having = row.places.iter().position(Option::is_some)?;
        let unit = &parallel.unit(row, having)?.unit;
        let above = unit
            .parent
            .map(|parent| &parallel.rows[rows_of[having][parent]]);
        let place = row.places[having]?;
        let lacking: Vec<(usize, Option<usize>)> = (0..parallel.texts.len())
            .filter(|column| row.places[*column].is_none())
            .filter(|column| above.is_none_or(|above| above.places[*column].is_some()))
            .filter(|column| !keys[*column].contains(&(unit.division, unit.kind)))
            .map(|column| (column, before[having][column][place]))
            .collect();
        (!lacking.is_empty()).then_some(Absence { row, lacking })
    });
    absences.collect()
}

/// For two columns and a unit of the first: the last unit of the second whose counterpart stands
/// before it.
fn before(parallel: &Parallel<'_>, rows_of: &[Vec<usize>]) -> Vec<Vec<Vec<Option<usize>>>> {
    let columns = 0..parallel.texts.len();
    let one = |rows: &Vec<usize>, column: usize| {
        let mut last = None;
        let places = rows.iter().map(|row| {
            let before = last;
            last = parallel.rows[*row].places[column].or(last);
            before
        });
        places.collect()
    };
    let all = |rows| columns.clone().map(|column| one(rows, column)).collect();
    rows_of.iter().map(all).collect()
}

impl<'p> Absence<'p> {
    /// Whether only one of three texts or more has the unit.
    pub(super) fn is_extra(&self) -> bool {
        let having = self.row.places.iter().flatten().count();
        having == 1 && self.lacking.len() > 1
    }

    /// The first text that has the unit, and the unit there.
    pub(super) fn having<'t>(
        &self,
        parallel: &'p Parallel<'t>,
    ) -> Option<(&'p Facts<'t>, &'p UnitFacts<'t>)> {
        let column = self.row.places.iter().position(Option::is_some)?;
        Some((
            parallel.texts.get(column)?,
            parallel.unit(self.row, column)?,
        ))
    }

    /// Where in the text of a column the unit should stand: after which unit. A text without a title
    /// has none for what should stand first.
    pub(super) fn place<'q, 't>(
        parallel: &'q Parallel<'t>,
        (column, before): (usize, Option<usize>),
    ) -> Option<(&'q Facts<'t>, &'q UnitFacts<'t>)> {
        let text = parallel.texts.get(column)?;
        Some((text, text.units.get(before.unwrap_or(0))?))
    }
}
