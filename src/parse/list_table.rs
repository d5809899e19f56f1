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
        fence: Range<usize>,
    ) -> Table {
        let span = self.trimmed(fence);
        let mut rows = Vec::new();
        for block in self.blocks(masked, content) {
            match block {
                Block::List(list) => {
                    let items = list.items.into_iter();
                    rows.extend(items.map(|item| self.list_row(item)));
                }
                other => {
                    let span = other.span();
                    self.report(broken_table::finding(self.file, span));
                    let cells = vec![Cell {
                        blocks: vec![other],
                        span,
                    }];
                    rows.push(Row { cells, span });
                }
            }
        }
        if rows.is_empty() {
            self.report(broken_table::finding(self.file, span));
        }
        let mut rows = rows.into_iter();
        let cells = Vec::new();
        let head = rows.next().unwrap_or(Row { cells, span });
        let rows = rows.collect();
        Table { head, rows, span }
    }

    fn list_row(&mut self, row: Item) -> Row {
        let span = row.span;
        let mut cells = Vec::new();
        for block in row.blocks {
            match block {
                Block::List(list) => {
                    cells.extend(list.items.into_iter().map(|item| self.list_cell(item)))
                }
                other => {
                    let span = other.span();
                    self.report(broken_table::finding(self.file, span));
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
                    self.report(wrapped_item::finding(
                        self.file,
                        first_line(self.source, span),
                    ));
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

fn first_line(source: &str, span: Span) -> Span {
    let words = source.get(span.range()).unwrap_or_default();
    let length = words.find('\n').unwrap_or(words.len());
    Span::new(span.start as usize, span.start as usize + length)
}
