use super::{Unit, pair};

/// The same unit in several texts: a row of a table with a column a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// For each text, the place of the unit among the units of that text; `None` where it has none.
    pub places: Vec<Option<usize>>,
}

/// Sets the units of several texts side by side. Rows come in the order of the first text; units
/// that the first text has not come last, in the order of the text they were first met in.
pub fn rows(texts: &[Vec<Unit<'_>>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // One unit of each row, for the others to be paired with.
    let mut known: Vec<Unit<'_>> = Vec::new();
    for (column, units) in texts.iter().enumerate() {
        let pairs = pair(&known, units);
        for (at, unit) in units.iter().enumerate() {
            let row = match pairs.right[at] {
                Some(row) => row,
                None => {
                    known.push(unit.clone());
                    rows.push(Row {
                        places: vec![None; texts.len()],
                    });
                    rows.len() - 1
                }
            };
            if let Some(place) = rows.get_mut(row).and_then(|row| row.places.get_mut(column)) {
                *place = Some(at);
            }
        }
    }
    rows
}
