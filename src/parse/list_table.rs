use std::ops::Range;

use super::mask::Covered;
use super::reader::Reader;
use crate::check::{broken_table, wrapped_item};
use crate::model::{Block, Cell, Item, List, Row, Table, plain};
use crate::source::Span;

impl Reader<'_> {
    /// Reads the inside of a table fence: a list of rows, each a list of cells; the first row is
    /// the head. What does not fit is reported and kept in a cell of its own.
    pub(super) fn list_table(
        &mut self,
        masked: Covered<'_>,
        content: Range<usize>,
        span: Span,
    ) -> Table {
        let mut rows: Vec<Row> = Vec::new();
        let mut astray = Vec::new();
        for block in self.blocks(masked, content) {
            match block {
                Block::List(list) => {
                    let items = list.items.into_iter();
                    rows.extend(items.map(|item| self.list_row(item)));
                }
                other => {
                    self.report(broken_table::finding(self.file, other.span()));
                    match rows.last_mut() {
                        Some(row) => row.keep(other),
                        None => astray.push(other),
                    }
                }
            }
        }
        if rows.is_empty() && astray.is_empty() {
            let span = self.first_line(span);
            self.report(broken_table::finding(self.file, span));
        }
        let mut rows = rows.into_iter();
        let mut head = rows.next().unwrap_or(Row {
            cells: Vec::new(),
            span: astray.first().map_or(self.first_line(span), Block::span),
        });
        head.keep_before(astray);
        let rows = rows.collect();
        Table { head, rows, span }
    }

    /// A row: a list of cells. A row of one cell may be written without a list.
    fn list_row(&mut self, row: Item) -> Row {
        let span = row.span;
        let alone = row.blocks.len() == 1;
        let mut cells = Vec::new();
        for block in row.blocks {
            match block {
                Block::List(list) => {
                    cells.extend(list.items.into_iter().map(|item| self.list_cell(item)));
                }
                other => {
                    let span = other.span();
                    if !alone {
                        self.report(broken_table::finding(self.file, span));
                    }
                    cells.push(Cell {
                        blocks: vec![other],
                        span,
                    });
                }
            }
        }
        Row { cells, span }
    }

    fn list_cell(&mut self, cell: Item) -> Cell {
        for block in &cell.blocks {
            if let Block::List(list) = block {
                self.report_wrapped_items(list);
            }
        }
        Cell {
            blocks: cell.blocks,
            span: cell.span,
        }
    }

    /// A line of a cell that was wrapped before a dash («Транзакциялық деректер / - транзакция
    /// күні») looks like an item. It is told from one by its small letter after an item that has
    /// no end, or by standing deeper than the items do.
    fn report_wrapped_items(&mut self, list: &List) {
        for pair in list.items.windows(2) {
            let [before, item] = pair else { continue };
            let ended = words(before).ends_with([';', '.', ',', ':']);
            if !ended && words(item).starts_with(char::is_lowercase) {
                self.report(wrapped_item::finding(self.file, item.span));
            }
        }
        for item in &list.items {
            for block in &item.blocks {
                if let Block::List(inner) = block {
                    let span = inner.items.first().map_or(inner.span, |item| item.span);
                    let span = self.first_line(span);
                    self.report(wrapped_item::finding(self.file, span));
                }
            }
        }
    }
}

fn words(item: &Item) -> String {
    let paragraphs = item.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)),
        _ => None,
    });
    paragraphs.collect::<Vec<_>>().join(" ")
}

impl Row {
    /// Keeps a block that stands in no cell, at the end of the last cell.
    fn keep(&mut self, block: Block) {
        let span = block.span();
        self.span = self.span.to(span);
        match self.cells.last_mut() {
            Some(cell) => {
                cell.span = cell.span.to(span);
                cell.blocks.push(block);
            }
            None => self.cells.push(Cell {
                blocks: vec![block],
                span,
            }),
        }
    }

    /// Keeps blocks that stand before the first row, at the start of its first cell.
    fn keep_before(&mut self, mut blocks: Vec<Block>) {
        let Some(span) = blocks.first().map(Block::span) else {
            return;
        };
        self.span = self.span.to(span);
        match self.cells.first_mut() {
            Some(cell) => {
                cell.span = cell.span.to(span);
                blocks.append(&mut cell.blocks);
                cell.blocks = blocks;
            }
            None => blocks.into_iter().for_each(|block| self.keep(block)),
        }
    }
}
