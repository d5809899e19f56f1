use serde::Serialize;

use super::article::Pen;
use crate::model::{Block, Cell, Inline, Item, List, Numeral, Row, Table};
use crate::site::html::{html, marked_html};
use crate::site::marked::{Marks, defines};

/// A block of text.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum BlockView {
    Paragraph {
        number: Option<String>,
        glued: bool,
        html: String,
        /// Whether it defines a term.
        definition: bool,
    },
    Heading {
        level: u8,
        html: String,
    },
    List {
        typed: bool,
        items: Vec<ItemView>,
    },
    Table {
        columns: usize,
        head: Vec<HeadCell>,
        rows: Vec<Vec<CellView>>,
    },
    Form {
        blocks: Vec<BlockView>,
    },
    Ends {
        left: String,
        right: String,
    },
    Code {
        language: Option<String>,
        html: String,
    },
}

#[derive(Debug, Serialize)]
pub(super) struct ItemView {
    marker: Option<String>,
    html: Option<String>,
    /// Whether its only paragraph defines a term.
    definition: bool,
    blocks: Vec<BlockView>,
}

#[derive(Debug, Serialize)]
pub(super) struct HeadCell {
    html: String,
    label: String,
}

#[derive(Debug, Serialize)]
pub(super) struct CellView {
    label: String,
    html: Option<String>,
    /// Whether its only paragraph defines a term.
    definition: bool,
    blocks: Vec<BlockView>,
    empty: bool,
}

/// The views of blocks.
pub(super) fn blocks(list: &[Block], pen: Pen<'_>) -> Vec<BlockView> {
    list.iter().map(|block| view(block, pen)).collect()
}

/// The views of a clause's blocks; the first carries the number.
pub(super) fn numbered_blocks(numeral: &Numeral, list: &[Block], pen: Pen<'_>) -> Vec<BlockView> {
    let mut views = blocks(list, pen);
    if let Some(BlockView::Paragraph { number, glued, .. }) = views.first_mut() {
        *number = Some(numeral.typed.clone());
        *glued = numeral.glued;
    }
    views
}

fn view(block: &Block, pen: Pen<'_>) -> BlockView {
    match block {
        Block::Paragraph(paragraph) => BlockView::Paragraph {
            number: None,
            glued: false,
            html: pen.words(&paragraph.content),
            definition: defines(&paragraph.content, pen.linking),
        },
        Block::Subheading(heading) => BlockView::Heading {
            level: heading.level.max(3),
            html: html(&heading.content),
        },
        Block::List(list) => list_view(list, pen),
        Block::Table(table) => table_view(table, pen),
        Block::Form(form) => BlockView::Form {
            blocks: blocks(&form.blocks, pen),
        },
        Block::Ends(ends) => BlockView::Ends {
            left: pen.words(&ends.left),
            right: pen.words(&ends.right),
        },
        Block::Code(code) => BlockView::Code {
            language: code.language.clone(),
            html: (pen.highlight)(&code.code, code.language.as_deref()),
        },
    }
}

fn list_view(list: &List, pen: Pen<'_>) -> BlockView {
    let items = list.items.iter().map(|Item { marker, blocks, .. }| {
        let Inside {
            html,
            definition,
            blocks,
        } = inside(blocks, pen);
        ItemView {
            marker: marker.clone(),
            html,
            definition,
            blocks,
        }
    });
    BlockView::List {
        typed: list.items.iter().any(|item| item.marker.is_some()),
        items: items.collect(),
    }
}

fn table_view(table: &Table, pen: Pen<'_>) -> BlockView {
    let head: Vec<HeadCell> = table.head.cells.iter().map(head_cell).collect();
    let row = |row: &Row| {
        let cells = row.cells.iter().enumerate().map(|(column, cell)| {
            let Inside {
                html,
                definition,
                blocks,
            } = inside(&cell.blocks, pen);
            CellView {
                label: head
                    .get(column)
                    .map(|head| head.label.clone())
                    .unwrap_or_default(),
                empty: cell.blocks.is_empty(),
                html,
                definition,
                blocks,
            }
        });
        cells.collect()
    };
    let rows = table.rows.iter().map(row).collect();
    BlockView::Table {
        columns: head.len(),
        rows,
        head,
    }
}

/// What stands in an item or a cell.
#[derive(Default)]
struct Inside {
    html: Option<String>,
    definition: bool,
    blocks: Vec<BlockView>,
}

/// A single paragraph, or nothing, stands directly in its item or cell; anything else as blocks.
fn inside(list: &[Block], pen: Pen<'_>) -> Inside {
    match list {
        [] => Inside {
            html: Some(String::new()),
            ..Inside::default()
        },
        [Block::Paragraph(paragraph)] => Inside {
            html: Some(pen.words(&paragraph.content)),
            definition: defines(&paragraph.content, pen.linking),
            blocks: Vec::new(),
        },
        _ => Inside {
            blocks: blocks(list, pen),
            ..Inside::default()
        },
    }
}

impl Pen<'_> {
    /// Running text with its links.
    fn words(self, content: &[Inline]) -> String {
        marked_html(content, Marks::of(self.linking))
    }
}

fn head_cell(cell: &Cell) -> HeadCell {
    HeadCell {
        html: cell.paragraphs().map(html).collect::<Vec<_>>().join("<br>"),
        label: cell.label(),
    }
}
