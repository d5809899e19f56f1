use crate::align::{Unit, UnitKind};
use crate::facts::Run;
use crate::model::Block;

/// What a run of a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Running text.
    Words,
    /// A heading, or the head of a column.
    Heading,
    /// A part of a form to be copied and filled in.
    Form,
}

/// What a run is.
pub(super) fn stand(unit: &Unit<'_>, run: &Run) -> Stand {
    let mut place = run.place.0.iter().map(|at| *at as usize);
    let mut blocks = unit.blocks;
    if run.place.0.is_empty() {
        return Stand::Heading;
    }
    while let Some(block) = place.next().and_then(|at| blocks.get(at)) {
        blocks = match block {
            Block::List(list) => {
                let item = place.next().and_then(|at| list.items.get(at));
                item.map_or(&[], |item| &item.blocks)
            }
            Block::Table(table) => {
                let row = place.next().unwrap_or_default();
                let Some(row) = row.checked_sub(1) else {
                    return Stand::Heading;
                };
                let cells = table.rows.get(row).map(|row| &row.cells);
                let cell = place.next().and_then(|at| cells?.get(at));
                cell.map_or(&[], |cell| &cell.blocks)
            }
            Block::Subheading(_) => return Stand::Heading,
            Block::Form(_) | Block::Ends(_) => return Stand::Form,
            Block::Paragraph(_) | Block::Code(_) => return Stand::Words,
        };
    }
    Stand::Words
}

/// What a reader takes in at once, and where a term leads to its definition once: a clause; elsewhere
/// a paragraph, an item of a list or a cell.
pub(super) fn passage<'r>(unit: &Unit<'_>, run: &'r Run) -> &'r [u32] {
    let place = run.place.0.as_slice();
    if matches!(unit.kind, UnitKind::Clause(_)) {
        return &[];
    }
    let block = place.first().and_then(|at| unit.blocks.get(*at as usize));
    let parts = match block {
        Some(Block::List(_)) => 2,
        Some(Block::Table(_)) => 3,
        _ => 1,
    };
    place.get(..parts).unwrap_or(place)
}
