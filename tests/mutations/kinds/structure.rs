//! Clauses, items, rows, paragraphs and blanks.

use std::ops::Range;

use tarmaq::align::{Unit, UnitKind, units};
use tarmaq::facts::Mark;
use tarmaq::model::{Block, Cell, Item, Row};
use tarmaq::source::Span;

use crate::edition::{Change, Edition};
use crate::places::each;

/// Each unit with the source it was read from, up to the next one.
fn pieces(edition: &Edition, column: usize) -> Vec<(Unit<'_>, Range<usize>)> {
    let units = units(&edition.texts[column]);
    let end = edition.sources[column].len();
    let starts: Vec<usize> = units.iter().map(|unit| unit.span.range().start).collect();
    let ends = starts.iter().skip(1).copied().chain([end]);
    let ranges: Vec<_> = starts.iter().copied().zip(ends).collect();
    units
        .into_iter()
        .zip(ranges)
        .map(|(unit, (from, to))| (unit, from..to))
        .collect()
}

pub(super) fn drop_clause(edition: &Edition, column: usize) -> Vec<Change> {
    dropped(edition, column, |unit| {
        matches!(unit.kind, UnitKind::Clause(_))
    })
}

pub(super) fn drop_heading(edition: &Edition, column: usize) -> Vec<Change> {
    let pieces = pieces(edition, column).into_iter();
    let headings =
        pieces.filter(|(unit, _)| matches!(unit.kind, UnitKind::Section(_) | UnitKind::Annex(_)));
    let changes = headings.filter_map(|(unit, _)| {
        let span = unit.heading?.span.range();
        Some(drop(span, &unit))
    });
    changes.collect()
}

fn dropped(edition: &Edition, column: usize, wanted: fn(&Unit<'_>) -> bool) -> Vec<Change> {
    let pieces = pieces(edition, column).into_iter();
    let wanted = pieces.filter(|(unit, _)| wanted(unit));
    wanted.map(|(unit, range)| drop(range, &unit)).collect()
}

fn drop(range: Range<usize>, unit: &Unit<'_>) -> Change {
    Change {
        range,
        new: String::new(),
        clauses: vec![unit.address()],
    }
}

/// Pairs of clauses that follow one another under the same number.
fn neighbours(edition: &Edition, column: usize) -> Vec<[(Unit<'_>, Range<usize>); 2]> {
    let pieces = pieces(edition, column);
    let pairs = pieces.windows(2).filter_map(|pair| match pair {
        [a, b] => {
            let (UnitKind::Clause(one), UnitKind::Clause(two)) = (a.0.kind, b.0.kind) else {
                return None;
            };
            (one.parent() == two.parent()).then(|| [a.clone(), b.clone()])
        }
        _ => None,
    });
    pairs.collect()
}

pub(super) fn swap_clauses(edition: &Edition, column: usize) -> Vec<Change> {
    let pairs = neighbours(edition, column).into_iter();
    let source = &edition.sources[column];
    let swapped = pairs.map(|[(a, first), (b, second)]| {
        let (one, two) = (&source[first.clone()], &source[second.clone()]);
        Change {
            range: first.start..second.end,
            new: format!("{}\n\n{}\n\n", two.trim_end(), one.trim_end()),
            clauses: vec![a.address(), b.address()],
        }
    });
    swapped.collect()
}

pub(super) fn swap_words(edition: &Edition, column: usize) -> Vec<Change> {
    let pairs = neighbours(edition, column).into_iter();
    let source = &edition.sources[column];
    let swapped = pairs.map(|[(a, first), (b, second)]| {
        // What stands after the number.
        let words = |unit: &Unit<'_>, range: &Range<usize>| unit.span.range().end..range.end;
        let (one, two) = (words(&a, &first), words(&b, &second));
        let number = &source[second.start..two.start];
        Change {
            range: one.start..second.end,
            new: format!(
                "{}\n\n{number}{}\n\n",
                source[two].trim_end(),
                source[one].trim_end()
            ),
            clauses: vec![a.address(), b.address()],
        }
    });
    swapped.collect()
}

/// Calls `look` with each block of each unit, also those inside items, cells and forms.
fn blocks<'e>(
    edition: &'e Edition,
    column: usize,
    mut look: impl FnMut(&Unit<'_>, &'e [Block], &'e Block),
) {
    fn descend<'e>(blocks: &'e [Block], look: &mut impl FnMut(&'e [Block], &'e Block)) {
        for block in blocks {
            look(blocks, block);
            match block {
                Block::List(list) => list
                    .items
                    .iter()
                    .for_each(|item| descend(&item.blocks, look)),
                Block::Table(table) => {
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    rows.flat_map(|row| &row.cells)
                        .for_each(|cell| descend(&cell.blocks, look));
                }
                Block::Form(form) => descend(&form.blocks, look),
                _ => {}
            }
        }
    }
    for unit in units(&edition.texts[column]) {
        descend(unit.blocks, &mut |siblings, block| {
            look(&unit, siblings, block);
        });
    }
}

/// Each of several parts that stand one after the other is dropped once.
fn drop_each(parts: &[Span], unit: &Unit<'_>, changes: &mut Vec<Change>) {
    for (at, part) in parts.iter().enumerate() {
        let part = part.range();
        let range = match (parts.get(at + 1), at.checked_sub(1)) {
            (Some(next), _) => part.start..next.range().start,
            (None, Some(before)) => parts[before].range().end..part.end,
            (None, None) => part,
        };
        changes.push(drop(range, unit));
    }
}

pub(super) fn drop_item(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    blocks(edition, column, |unit, _, block| {
        if let Block::List(list) = block {
            let items: Vec<Span> = list.items.iter().map(|item: &Item| item.span).collect();
            drop_each(&items, unit, &mut changes);
        }
    });
    changes
}

pub(super) fn drop_row(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    blocks(edition, column, |unit, _, block| {
        if let Block::Table(table) = block {
            let rows: Vec<Span> = table.rows.iter().map(|row: &Row| row.span).collect();
            drop_each(&rows, unit, &mut changes);
        }
    });
    changes
}

pub(super) fn empty_cell(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    blocks(edition, column, |unit, _, block| {
        if let Block::Table(table) = block {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            for cell in rows
                .flat_map(|row| &row.cells)
                .filter(|cell: &&Cell| !cell.blocks.is_empty())
            {
                let words = cell.blocks.first().map_or(cell.span, Block::span);
                let words = words.to(cell.blocks.last().map_or(cell.span, Block::span));
                changes.push(drop(words.range(), unit));
            }
        }
    });
    changes
}

pub(super) fn drop_paragraph(edition: &Edition, column: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    blocks(edition, column, |unit, _, block| {
        if let Block::Paragraph(paragraph) = block
            && !paragraph.content.is_empty()
        {
            changes.push(drop(paragraph.span.range(), unit));
        }
    });
    changes
}

pub(super) fn remove_blank(edition: &Edition, column: usize) -> Vec<Change> {
    let blanks = |_: &str| Vec::new();
    let mut changes = each(edition, column, blanks, |_| Vec::new());
    for unit in &edition.units(column) {
        for run in &unit.runs {
            for (range, _) in run.marks.iter().filter(|(_, mark)| *mark == Mark::Blank) {
                changes.push(Change {
                    range: run.span(range.clone()).range(),
                    new: String::new(),
                    clauses: vec![unit.address.clone()],
                });
            }
        }
    }
    changes
}
