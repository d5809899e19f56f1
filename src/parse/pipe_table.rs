use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::blocks::Events;
use super::mask::Covered;
use super::reader::{Reader, around};
use crate::model::{Block, Cell, Inline, InlineKind, Paragraph, Row, Table};
use crate::source::Span;

impl Reader<'_> {
    /// Reads a table written with bars. Markdown pads short rows and cuts long ones; here each row
    /// keeps the cells that were typed. Lines below the table that hold no bar, which Markdown takes
    /// for rows, are given back as the running text they are.
    pub(super) fn pipe_table(
        &mut self,
        masked: Covered<'_>,
        events: &mut Events<'_>,
        range: Range<usize>,
    ) -> (Table, Vec<Inline>) {
        let mut rows = Vec::new();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => {
                    rows.push(self.pipe_row(masked, events, range));
                }
                _ => break,
            }
        }
        let mut below = Vec::new();
        while rows.len() > 1
            && let Some(row) = rows.pop_if(|row| !masked.get(row.span.range()).contains('|'))
        {
            below.push(row);
        }
        let whole = self.trimmed(range);
        let whole = match below.is_empty() {
            true => whole,
            false => Span::at(whole.start as usize),
        };
        let span = around(whole, rows.iter().map(|row| row.span));
        let mut rows = rows.into_iter();
        let empty = Row {
            cells: Vec::new(),
            span,
        };
        let head = rows.next().unwrap_or(empty);
        let rows = rows.collect();
        below.reverse();
        (Table { head, rows, span }, running_text(below))
    }

    fn pipe_row(
        &mut self,
        masked: Covered<'_>,
        events: &mut Events<'_>,
        range: Range<usize>,
    ) -> Row {
        // In the copy, because a comment may hold bars.
        let typed = typed_cells(masked.get(range.clone()), range.start);
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = events.next() {
            let content = self.inlines(masked, events);
            events.next();
            let span = typed
                .get(cells.len())
                .cloned()
                .unwrap_or(range.end..range.end);
            cells.push(cell(content, self.trimmed(span)));
        }
        cells.truncate(typed.len());
        for unseen in typed.into_iter().skip(cells.len()) {
            let span = self.trimmed(unseen.clone());
            let content = self.line_content(masked, unseen);
            cells.push(cell(content, span));
        }
        let span = around(self.trimmed(range), cells.iter().map(|cell| cell.span));
        Row { cells, span }
    }
}

/// The running text of lines that were taken for rows.
fn running_text(rows: Vec<Row>) -> Vec<Inline> {
    let mut content: Vec<Inline> = Vec::new();
    for cell in rows.into_iter().flat_map(|row| row.cells) {
        for block in cell.blocks {
            let Block::Paragraph(mut paragraph) = block else {
                continue;
            };
            if let Some(last) = content.last() {
                let span = Span::new(last.span.end as usize, paragraph.span.start as usize);
                let kind = InlineKind::Text(" ".to_owned().into());
                content.push(Inline { kind, span });
            }
            content.append(&mut paragraph.content);
        }
    }
    content
}

fn cell(mut content: Vec<Inline>, span: Span) -> Cell {
    content.retain(|inline| !matches!(&inline.kind, InlineKind::Text(text) if text.is_empty()));
    let mut blocks = Vec::new();
    if !content.is_empty() {
        blocks.push(Block::Paragraph(Paragraph { content, span }));
    }
    Cell { blocks, span }
}

/// The places of the cells that were typed in a row: what stands between bars that are not escaped,
/// without the bars at the row's ends.
fn typed_cells(row: &str, start: usize) -> Vec<Range<usize>> {
    // What Markdown takes for a cell at the start counts as one, so that the others keep their
    // places; odd white space at the end does not.
    let row = row.trim_end();
    let from = row.len() - row.trim_start_matches([' ', '\t']).len();
    let mut bars = Vec::new();
    let mut escaped = false;
    for (at, c) in row.char_indices() {
        if c == '|' && !escaped {
            bars.push(at);
        }
        escaped = c == '\\' && !escaped;
    }
    let mut begin = from;
    let mut end = row.len();
    if bars.first() == Some(&from) {
        bars.remove(0);
        begin = from + 1;
    }
    if let Some(last) = row.len().checked_sub(1)
        && bars.last() == Some(&last)
    {
        bars.pop();
        end = last;
    }
    bars.push(end);
    let mut cells = Vec::with_capacity(bars.len());
    for bar in bars {
        cells.push(start + begin.min(bar)..start + bar);
        begin = bar + 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::typed_cells;

    fn cells(row: &str) -> Vec<&str> {
        let cells = typed_cells(row, 0);
        cells.into_iter().map(|cell| row[cell].trim()).collect()
    }

    #[test]
    fn bars_part_cells() {
        assert_eq!(cells("| 1 | - | |"), ["1", "-", ""]);
        assert_eq!(cells("1 | 2"), ["1", "2"]);
        assert_eq!(cells(r"| a \| b | c |"), [r"a \| b", "c"]);
        assert_eq!(cells("| 2 | | | | |"), ["2", "", "", "", ""]);
        assert_eq!(cells("|"), [""]);
        assert_eq!(cells("\u{85}"), [""]);
    }
}
