use std::collections::BTreeMap;

use super::blocks::{arranged, blocks};
use super::tree::{Cells, Node, bag};
use super::{Cell, Column, Row, Stands, Table};
use crate::align::{Bag, Matching, Vocabulary};

/// From how much likeness, in thousandths, the only row that is left in a place became the one that
/// is new there.
const SAME_ROW: usize = 200;

/// What became of a table: its columns, its rows, its cells.
pub(super) fn table(old: &[Cells<'_>], new: &[Cells<'_>], words: &mut Vocabulary) -> Table {
    let columns = columns(old, new, words);
    let (matching, in_order) = rows(old, new, words);
    let rows = matching.all(&in_order).into_iter().map(|(a, b, moved)| {
        let (own, other) = (a.and_then(|a| old.get(a)), b.and_then(|b| new.get(b)));
        let cells = columns.iter().map(|column| {
            let own = column.old.and_then(|at| own?.get(at));
            let other = column.new.and_then(|at| other?.get(at));
            cell(own.map(Vec::as_slice), other.map(Vec::as_slice), words)
        });
        Row {
            old: a,
            new: b,
            moved,
            cells: cells.collect(),
        }
    });
    let rows = arranged(rows.collect(), |row| (row.old, row.new, row.moved));
    Table { columns, rows }
}

fn cell(
    old: Option<&[Node<'_>]>,
    new: Option<&[Node<'_>]>,
    words: &mut Vocabulary,
) -> Option<Cell> {
    (old.is_some() || new.is_some()).then(|| Cell {
        stands: Stands::of(old, new),
        blocks: blocks(old.unwrap_or_default(), new.unwrap_or_default(), words),
    })
}

/// The rows by the words of the first cell that has letters, where these are met once, and by
/// likeness. A number alone says where a row stands and not what it is.
fn rows(old: &[Cells<'_>], new: &[Cells<'_>], words: &mut Vocabulary) -> (Matching, Vec<bool>) {
    if old == new {
        return (Matching::same(old.len()), vec![true; old.len()]);
    }
    let mut matching = Matching::new(old.len(), new.len());
    // The head is the head.
    if !old.is_empty() && !new.is_empty() {
        matching.join(0, 0);
    }
    let mut all = |rows: &[Cells<'_>]| -> Vec<Bag> {
        rows.iter()
            .map(|row| cells_bag(row.iter(), words))
            .collect()
    };
    let (own, other) = (all(old), all(new));
    let (own, other): (Vec<&Bag>, Vec<&Bag>) = (own.iter().collect(), other.iter().collect());
    matching.equal(&own, &other);
    let mut first = |rows: &[Cells<'_>], known: &[Option<usize>]| {
        let mut places: BTreeMap<Vec<u32>, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            let cell = row.iter().find(|cell| has_letters(cell));
            let cell = cell.map(|cell| bag(cell, words)).unwrap_or_default();
            if known[at].is_none() && !cell.words.is_empty() {
                places.entry(cell.words).or_default().push(at);
            }
        }
        places
    };
    let (left, right) = (first(old, &matching.old), first(new, &matching.new));
    for (key, places) in left {
        if let (&[a], Some(&[b])) = (places.as_slice(), right.get(&key).map(Vec::as_slice)) {
            matching.join(a, b);
        }
    }
    matching.alike(&own, &other, |_, _| 0);
    matching.wordless(&own, &other);
    matching.alone_in_place(|a, b| own[a].likeness(other[b]) >= SAME_ROW);
    let in_order = matching.in_order(|a, b| match a {
        0 => u64::from(u32::MAX),
        _ => (own[a].words.len() + other[b].words.len()) as u64 + 1,
    });
    (matching, in_order)
}

fn has_letters(cell: &[Node<'_>]) -> bool {
    let mut words = Vec::new();
    super::tree::collect(cell, &mut words);
    let mut letters = words.into_iter().flat_map(str::chars);
    letters.any(char::is_alphabetic)
}

fn cells_bag<'n, 'f: 'n>(
    cells: impl Iterator<Item = &'n Vec<Node<'f>>>,
    words: &mut Vocabulary,
) -> Bag {
    let mut list = Vec::new();
    for cell in cells {
        super::tree::collect(cell, &mut list);
    }
    words.bag(list)
}

/// The columns by their heads, then by all their words, in order.
fn columns(old: &[Cells<'_>], new: &[Cells<'_>], words: &mut Vocabulary) -> Vec<Column> {
    let width = |rows: &[Cells<'_>]| rows.iter().map(Vec::len).max().unwrap_or(0);
    let (old_width, new_width) = (width(old), width(new));
    let mut matching = Matching::new(old_width, new_width);
    let mut heads = |rows: &[Cells<'_>], width: usize| -> Vec<Bag> {
        let head = rows.first();
        let cells = (0..width).map(|at| head.and_then(|head| head.get(at)));
        cells
            .map(|cell| cells_bag(cell.into_iter(), words))
            .collect()
    };
    let (own, other) = (heads(old, old_width), heads(new, new_width));
    matching.equal(
        &own.iter().collect::<Vec<_>>(),
        &other.iter().collect::<Vec<_>>(),
    );
    let mut whole = |rows: &[Cells<'_>], width: usize| -> Vec<Bag> {
        let columns =
            (0..width).map(|at| cells_bag(rows.iter().filter_map(|row| row.get(at)), words));
        columns.collect()
    };
    let (own, other) = (whole(old, old_width), whole(new, new_width));
    matching.alike(
        &own.iter().collect::<Vec<_>>(),
        &other.iter().collect::<Vec<_>>(),
        |_, _| 0,
    );
    matching.keep_in_order(|_, _| 1);
    if old_width == new_width {
        matching.fill(&vec![0; old_width], &vec![0; new_width]);
    } else {
        matching.alone_in_place(|_, _| true);
    }
    let in_order = vec![true; old_width];
    let columns = matching.all(&in_order).into_iter();
    let columns = columns.map(|(old, new, _)| Column { old, new });
    arranged(columns.collect(), |column| (column.old, column.new, false))
}
