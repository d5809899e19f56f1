use super::blocks::{block, blocks};
use super::ink::Ink;
use super::paper::{Paper, ink};
use crate::redline::{Block, Cell, Content, Row, Stands, Table, Weight};

/// A table, row by row: of a row that stayed, the cells that changed; of one that was added or
/// removed, all. Rows that stayed as they were are folded.
pub(super) fn table(table: &Table, indent: usize, paper: &mut Paper) {
    let alone = |row: &Row| Stands::InBoth != stands(row);
    let whole = table.rows.iter().all(alone);
    for column in table.columns.iter().filter(|_| !whole) {
        let told = match (column.old, column.new) {
            (Some(_), None) => "column removed",
            (None, Some(_)) => "column added",
            _ => continue,
        };
        let at = table.columns.iter().position(|own| own == column);
        let name = at.map(|at| heading(table, at)).unwrap_or_default();
        paper.words(
            indent,
            "",
            &[ink(&format!("{told}: “{name}”"), Ink::Strong)],
        );
    }
    let mut same = 0;
    for row in &table.rows {
        if row.weight() != Weight::Substantive && !paper.shows_all() && !whole {
            // The head stands over the cells that are told of.
            same += usize::from(row.new != Some(0));
            continue;
        }
        paper.quiet(indent, std::mem::take(&mut same), "row");
        self::row(table, row, indent, paper);
    }
    paper.quiet(indent, same, "row");
}

fn stands(row: &Row) -> Stands {
    match (row.old, row.new) {
        (Some(_), None) => Stands::InOld,
        (None, Some(_)) => Stands::InNew,
        _ => Stands::InBoth,
    }
}

fn row(table: &Table, row: &Row, indent: usize, paper: &mut Paper) {
    let head = row.old == Some(0) || row.new == Some(0);
    let told = match (stands(row), row.moved) {
        // The head left or came with all the rest.
        (Stands::InOld, _) if head => "table removed",
        (Stands::InNew, _) if head => "table added",
        (Stands::InOld, _) => "row removed",
        (Stands::InNew, _) => "row added",
        (Stands::InBoth, true) => "row moved",
        (Stands::InBoth, false) if row.old == Some(0) => "head of the table",
        (Stands::InBoth, false) => "row",
    };
    let name = match head {
        true => String::new(),
        false => name(row),
    };
    let shown = match name.as_str() {
        "" => String::new(),
        name => format!(" “{name}”"),
    };
    paper.words(indent, "", &[ink(&format!("{told}{shown}"), Ink::Strong)]);
    for (at, cell) in row.cells.iter().enumerate() {
        let Some(cell) = cell.as_ref() else {
            continue;
        };
        // Its words stand in the line above.
        if stands(row) != Stands::InBoth && cell.blocks.len() == 1 && first_words(cell) == name {
            continue;
        }
        if paper.shows_all() || stands(row) != Stands::InBoth || changed(cell) {
            self::cell(&heading(table, at), cell, indent + 2, paper);
        }
    }
}

fn changed(cell: &Cell) -> bool {
    let mut weights = cell.blocks.iter().map(Block::weight);
    cell.stands != Stands::InBoth || weights.any(|weight| weight == Weight::Substantive)
}

fn cell(heading: &str, cell: &Cell, indent: usize, paper: &mut Paper) {
    let sign = format!("{heading}: ");
    match cell.blocks.as_slice() {
        [] => {}
        [only] if matches!(only.content, Content::Paragraph(_)) => {
            block(only, indent, &sign, paper);
        }
        list => {
            paper.line(indent, sign.trim_end());
            blocks(list, indent + 2, paper);
        }
    }
}

/// The words at the head of a column.
fn heading(table: &Table, column: usize) -> String {
    let cell = table.rows.first().and_then(|row| row.cells.get(column));
    let words = cell.and_then(Option::as_ref).map(first_words);
    words.unwrap_or_default()
}

/// What a row is known by: the words of its first cell that has more than a number.
fn name(row: &Row) -> String {
    let mut words = row.cells.iter().flatten().map(first_words);
    let named = words.find(|words| words.chars().any(char::is_alphabetic));
    named.unwrap_or_default()
}

/// The first words of a cell: those of the new text, else those of the old one.
fn first_words(cell: &Cell) -> String {
    let prose = cell.blocks.iter().find_map(|block| match &block.content {
        Content::Paragraph(prose) => Some(prose),
        _ => None,
    });
    let words = prose.map(|prose| match prose.in_new() {
        new if new.is_empty() => prose.in_old(),
        new => new,
    });
    words.unwrap_or_default()
}
