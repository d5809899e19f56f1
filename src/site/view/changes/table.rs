use serde::Serialize;

use super::block::{BlockView, Whole, blocks};
use super::prose::Shown;
use crate::redline::quiet::{self, Stretch};
use crate::redline::{Block, Cell, Content, Piece, Row, Stands, Table};

/// A table of both texts or of one of them.
#[derive(Debug, Serialize)]
pub(super) struct TableView {
    columns: usize,
    head: Vec<CellView>,
    stretches: Vec<RowStretch>,
}

/// Rows one after the other.
#[derive(Debug, Serialize)]
struct RowStretch {
    /// How many they are, when they may be passed over.
    quiet: Option<usize>,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    /// How it is marked as a whole.
    whole: Option<Whole>,
    moved: bool,
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    /// How its words are marked as a whole.
    whole: Option<Whole>,
    /// How its column is marked, told in the head alone.
    column: Option<Whole>,
    label: String,
    blocks: Vec<BlockView>,
}

/// From how many rows in a row on these may be passed over.
const ROWS: usize = 3;

/// The view of a table.
pub(super) fn table(table: &Table, shown: Shown) -> TableView {
    let head = table.rows.first().map_or(&[][..], |row| &row.cells);
    let labels: Vec<String> = head.iter().map(label).collect();
    let columns = table.columns.iter().map(|c| one(c.old, c.new, shown));
    let columns: Vec<Option<Whole>> = columns.collect();
    let cells = |cells: &[Option<Cell>], head: bool| -> Vec<CellView> {
        let cells = cells.iter().enumerate();
        let views = cells.map(|(at, cell)| CellView {
            whole: cell
                .as_ref()
                .and_then(|cell| Whole::of(cell.stands, &cell.blocks, shown)),
            column: columns.get(at).copied().flatten().filter(|_| head),
            label: labels.get(at).cloned().unwrap_or_default(),
            blocks: cell.as_ref().map_or_else(Vec::new, |cell| {
                let whole = Whole::of(cell.stands, &cell.blocks, shown);
                blocks(&cell.blocks, shown.inside(whole))
            }),
        });
        views.collect()
    };
    let row = |row: &Row| RowView {
        whole: one(row.old, row.new, shown),
        moved: row.moved,
        cells: cells(&row.cells, false),
    };
    let body = table.rows.get(1..).unwrap_or_default();
    let stretches = match shown {
        Shown::Marked => quiet::rows(body, ROWS),
        Shown::Whole => body.iter().map(Stretch::Shown).collect(),
    };
    let mut views: Vec<RowStretch> = Vec::new();
    for stretch in stretches {
        match (stretch, views.last_mut()) {
            (Stretch::Shown(own), Some(last)) if last.quiet.is_none() => last.rows.push(row(own)),
            (Stretch::Shown(own), _) => views.push(RowStretch {
                quiet: None,
                rows: vec![row(own)],
            }),
            (Stretch::Quiet(list), _) => views.push(RowStretch {
                quiet: Some(list.len()),
                rows: list.iter().map(row).collect(),
            }),
        }
    }
    TableView {
        columns: table.columns.len(),
        stretches: views,
        head: cells(head, true),
    }
}

/// How a row or a column is marked, by its places in the two tables.
fn one(old: Option<usize>, new: Option<usize>, shown: Shown) -> Option<Whole> {
    match (shown, old, new) {
        (Shown::Marked, Some(_), None) => Some(Whole::Deleted),
        (Shown::Marked, None, Some(_)) => Some(Whole::Inserted),
        _ => None,
    }
}

/// The words of a cell of the head as the new table has them; of a column that left, the old ones.
fn label(cell: &Option<Cell>) -> String {
    let Some(cell) = cell else {
        return String::new();
    };
    let words = cell.blocks.iter().map(|block| label_of(block, cell.stands));
    words.collect::<Vec<_>>().join(" ")
}

fn label_of(block: &Block, stands: Stands) -> String {
    let Content::Paragraph(prose) = &block.content else {
        return String::new();
    };
    let pieces = prose.pieces.iter().filter_map(|piece| match piece {
        Piece::Equal(words) | Piece::Relinked { words, .. } | Piece::Restyled { words, .. } => {
            Some(words)
        }
        Piece::Cosmetic { new, .. } | Piece::Renumbered { new, .. } => Some(new),
        Piece::Deleted(words) | Piece::MovedAway(words) => {
            Some(words).filter(|_| stands == Stands::InOld)
        }
        Piece::Inserted(words) | Piece::MovedHere(words) => Some(words),
    });
    pieces.map(String::as_str).collect()
}
