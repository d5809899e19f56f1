use super::{Unit, UnitKind, pair};

/// The same unit in several texts: a row of a table with a column a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// For each text, the place of the unit among the units of that text; `None` where it has none.
    pub places: Vec<Option<usize>>,
}

/// Sets the units of several texts side by side. Rows come in the order of the first text; units
/// that the first text has not come last, in the order of the text they were first met in.
pub fn rows(texts: &[Vec<Unit<'_>>]) -> Vec<Row> {
    if let [first, others @ ..] = texts
        && is_in_order(first)
        && others.iter().all(|other| are_alike(first, other))
    {
        let places = |at: usize| vec![Some(at); texts.len()];
        return (0..first.len())
            .map(|at| Row { places: places(at) })
            .collect();
    }
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

/// Whether two texts have the same units one by one.
fn are_alike(one: &[Unit<'_>], other: &[Unit<'_>]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(a, b)| a.name == b.name && a.division == b.division && a.kind == b.kind)
}

/// Whether no unit stands twice in a text, as is seen where the sections of a division stand in the order
/// of their numbers, and so do its clauses.
fn is_in_order(units: &[Unit<'_>]) -> bool {
    let mut last = [None; 4];
    let mut rise = units.iter().map(|unit| {
        let sort = match unit.kind {
            UnitKind::Title | UnitKind::Annex(_) => 0,
            UnitKind::Section(_) => 1,
            UnitKind::Unnumbered(_) => 2,
            UnitKind::Clause(_) => 3,
        };
        let own = Some((unit.division, unit.kind));
        let before = std::mem::replace(&mut last[sort], own);
        before < own
    });
    rise.all(|rises| rises)
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::align::{pair, units};
    use crate::model::Lang;
    use crate::parse::parse;
    use crate::source::{SourceFile, Sources};

    /// The rows of two texts, told by the places of their units.
    fn told(texts: [&str; 2]) -> (Vec<Vec<Option<usize>>>, bool) {
        let mut sources = Sources::default();
        let texts = texts.map(|text| {
            let id = sources.add(SourceFile::new("en.md", text.to_owned()));
            parse(id, sources.get(id), &Lang::new("en").unwrap()).0
        });
        let units = [units(&texts[0]), units(&texts[1])];
        let pairs = pair(&units[0], &units[1]);
        let paired = pairs
            .left
            .iter()
            .enumerate()
            .all(|(at, own)| *own == Some(at));
        let rows = rows(&units);
        (rows.into_iter().map(|row| row.places).collect(), paired)
    }

    #[test]
    fn texts_with_the_same_units_stand_side_by_side() {
        let text = "# T\n\n## 1. A\n\n1.1. A.\n\n1.2. B.\n\n## 2. B\n\n2.1. C.\n";
        let (rows, paired) = told([text, text]);
        assert!(paired);
        assert_eq!(rows.len(), 6);
        assert!(
            rows.iter()
                .enumerate()
                .all(|(at, row)| *row == vec![Some(at); 2])
        );
    }

    #[test]
    fn of_two_clauses_of_one_number_the_first_has_a_counterpart() {
        let text = "# T\n\n## 1. A\n\n1.1. A.\n\n1.1. B.\n";
        let (rows, paired) = told([text, text]);
        assert!(!paired);
        let expected = [
            [Some(0); 2],
            [Some(1); 2],
            [Some(2); 2],
            [Some(3), None],
            [None, Some(3)],
        ];
        assert_eq!(rows, expected.map(|row| row.to_vec()));
    }
}
