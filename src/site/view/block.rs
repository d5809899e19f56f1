use serde::Serialize;

use super::article::Highlight;
use crate::model::{Block, Cell, Item, List, Numeral, Row, Table, plain};
use crate::site::html::html;

/// A block of text.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum BlockView {
    Paragraph {
        number: Option<String>,
        glued: bool,
        html: String,
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
    blocks: Vec<BlockView>,
    empty: bool,
}

/// The views of blocks.
pub(super) fn blocks(list: &[Block], highlight: Highlight<'_>) -> Vec<BlockView> {
    list.iter().map(|block| view(block, highlight)).collect()
}

/// The views of a clause's blocks; the first carries the number.
pub(super) fn numbered_blocks(
    numeral: &Numeral,
    list: &[Block],
    highlight: Highlight<'_>,
) -> Vec<BlockView> {
    let mut views = blocks(list, highlight);
    if let Some(BlockView::Paragraph { number, glued, .. }) = views.first_mut() {
        *number = Some(numeral.typed.clone());
        *glued = numeral.glued;
    }
    views
}

fn view(block: &Block, highlight: Highlight<'_>) -> BlockView {
    match block {
        Block::Paragraph(paragraph) => BlockView::Paragraph {
            number: None,
            glued: false,
            html: html(&paragraph.content),
        },
        Block::Subheading(heading) => BlockView::Heading {
            level: heading.level.max(3),
            html: html(&heading.content),
        },
        Block::List(list) => list_view(list, highlight),
        Block::Table(table) => table_view(table, highlight),
        Block::Form(form) => BlockView::Form {
            blocks: blocks(&form.blocks, highlight),
        },
        Block::Ends(ends) => BlockView::Ends {
            left: html(&ends.left),
            right: html(&ends.right),
        },
        Block::Code(code) => BlockView::Code {
            language: code.language.clone(),
            html: highlight(&code.code, code.language.as_deref()),
        },
    }
}

fn list_view(list: &List, highlight: Highlight<'_>) -> BlockView {
    let items = list.items.iter().map(|Item { marker, blocks, .. }| {
        let (html, blocks) = inline_or_blocks(blocks, highlight);
        ItemView {
            marker: marker.clone(),
            html,
            blocks,
        }
    });
    BlockView::List {
        typed: list.items.iter().any(|item| item.marker.is_some()),
        items: items.collect(),
    }
}

fn table_view(table: &Table, highlight: Highlight<'_>) -> BlockView {
    let head: Vec<HeadCell> = table.head.cells.iter().map(head_cell).collect();
    let row = |row: &Row| {
        let cells = row.cells.iter().enumerate().map(|(column, cell)| {
            let (html, blocks) = inline_or_blocks(&cell.blocks, highlight);
            CellView {
                label: head
                    .get(column)
                    .map(|head| head.label.clone())
                    .unwrap_or_default(),
                empty: cell.blocks.is_empty(),
                html,
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

/// A single paragraph, or nothing, stands directly in its item or cell; anything else as blocks.
fn inline_or_blocks(list: &[Block], highlight: Highlight<'_>) -> (Option<String>, Vec<BlockView>) {
    match list {
        [] => (Some(String::new()), Vec::new()),
        [Block::Paragraph(paragraph)] => (Some(html(&paragraph.content)), Vec::new()),
        _ => (None, blocks(list, highlight)),
    }
}

fn head_cell(cell: &Cell) -> HeadCell {
    let paragraphs = || {
        cell.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.content.as_slice()),
            _ => None,
        })
    };
    HeadCell {
        html: paragraphs().map(html).collect::<Vec<_>>().join("<br>"),
        label: paragraphs().map(plain).collect::<Vec<_>>().join(" "),
    }
}
