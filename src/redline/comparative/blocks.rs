use super::line::{Cell, Line, Omitted};
use super::reading::{Extent, Reading};
use crate::redline::quiet::{self, Stretch};
use crate::redline::{Block, Content, Item, Row, Stands, Table, Weight};

impl Reading {
    pub(super) fn blocks(self, blocks: &[Block], depth: usize, lines: &mut Vec<Line>) {
        if self.extent == Extent::Whole {
            blocks.iter().for_each(|own| self.block(own, depth, lines));
            return;
        }
        for stretch in quiet::blocks(blocks) {
            match stretch {
                Stretch::Shown(own) => self.block(own, depth, lines),
                Stretch::Quiet(own) => {
                    omit(lines, depth, quiet::lines(own), Omitted::Paragraphs);
                }
            }
        }
    }

    fn block(self, block: &Block, depth: usize, lines: &mut Vec<Line>) {
        if self.has(block.stands) {
            match &block.content {
                Content::Paragraph(prose) => lines.push(Line::Paragraph {
                    depth,
                    words: self.words(prose),
                }),
                Content::Subheading { words, .. } => {
                    lines.push(Line::Subheading(self.words(words)));
                }
                Content::List(items) => {
                    self.list(items, block.stands == Stands::InBoth, depth + 1, lines);
                }
                Content::Table(table) => {
                    self.table(table, block.stands == Stands::InBoth, depth, lines);
                }
                Content::Form(inner) => self.blocks(inner, depth, lines),
                Content::Ends { left, right } => lines.push(Line::Ends {
                    left: self.words(left),
                    right: self.words(right),
                }),
                Content::Code { code, .. } => lines.push(Line::Code(self.words(code))),
            }
        }
    }

    /// The things that the text has, in its order.
    fn in_order<T>(list: &[T], place: impl Fn(&T) -> Option<usize>) -> Vec<&T> {
        let own = list.iter().filter_map(|thing| Some((place(thing)?, thing)));
        let mut own: Vec<(usize, &T)> = own.collect();
        own.sort_by_key(|&(at, _)| at);
        own.into_iter().map(|(_, thing)| thing).collect()
    }

    fn list(self, items: &[Item], stayed: bool, depth: usize, lines: &mut Vec<Line>) {
        // Where items changed their order, all of them show it.
        let moved = items.iter().any(|item| item.moved);
        let differ =
            self.extent == Extent::Changed && stayed && !moved && items.iter().any(item_differs);
        for item in Self::in_order(items, |item| self.of(item.old, item.new)) {
            if differ && !item_differs(item) {
                omit(lines, depth, 1, Omitted::Items);
                continue;
            }
            let mut inner = Vec::new();
            self.blocks(&item.blocks, depth, &mut inner);
            if item.moved {
                inner.iter_mut().for_each(Line::mark_moved);
            }
            let marker = self.of(&item.old_marker, &item.new_marker).clone();
            let words = match inner.first() {
                Some(Line::Paragraph { words, .. }) => words.clone(),
                _ => Vec::new(),
            };
            let paragraph = matches!(inner.first(), Some(Line::Paragraph { .. }));
            lines.push(Line::Item {
                depth,
                marker,
                words,
            });
            lines.extend(inner.into_iter().skip(usize::from(paragraph)));
        }
    }

    fn table(self, table: &Table, stayed: bool, depth: usize, lines: &mut Vec<Line>) {
        let moved = table.rows.iter().any(|row| row.moved);
        let differ = self.extent == Extent::Changed
            && stayed
            && !moved
            && table.rows.iter().any(row_differs);
        for row in Self::in_order(&table.rows, |row| self.of(row.old, row.new)) {
            let head = self.of(row.old, row.new) == Some(0);
            if differ && !head && !row_differs(row) {
                omit(lines, depth, 1, Omitted::Rows);
                continue;
            }
            let columns = table.columns.iter().zip(&row.cells);
            let columns = columns.filter(|(column, _)| self.of(column.old, column.new).is_some());
            let cells = columns.map(|(_, cell)| {
                let mut inner = Vec::new();
                if let Some(cell) = cell.as_ref().filter(|cell| self.has(cell.stands)) {
                    self.blocks(&cell.blocks, 0, &mut inner);
                }
                if row.moved {
                    inner.iter_mut().for_each(Line::mark_moved);
                }
                Cell(inner)
            });
            let cells = cells.collect();
            lines.push(Line::Row { head, cells });
        }
    }
}

fn item_differs(item: &Item) -> bool {
    item.weight() == Weight::Substantive
}

fn row_differs(row: &Row) -> bool {
    row.weight() == Weight::Substantive
}

/// Says that so many things were left out.
fn omit(lines: &mut Vec<Line>, depth: usize, many: usize, what: Omitted) {
    match lines.last_mut() {
        Some(Line::Omitted {
            depth: own,
            count,
            what: same,
        }) if *own == depth && *same == what => *count += many,
        _ => lines.push(Line::Omitted {
            depth,
            count: many,
            what,
        }),
    }
}
