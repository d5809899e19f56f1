use crate::model::{Block, Cell, Item, List, Row, Table};
use crate::source::Span;

/// What something that holds other things is made of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A unit, an item, a cell or a form: the kinds of its blocks.
    Blocks(Vec<BlockKind>),
    /// A list: for each item its number, where one was typed (`2)`); letters differ from language
    /// to language and say nothing.
    Items(Vec<Option<u32>>),
    /// A table: how many cells each row has, the head's row first.
    Rows(Vec<usize>),
}

/// The kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// A paragraph that is not empty.
    Paragraph,
    /// A heading below that of a section.
    Subheading,
    /// A list.
    List,
    /// A table.
    Table,
    /// A form.
    Form,
    /// A line of a form with a left and a right end.
    Ends,
    /// A block of code.
    Code,
}

/// What holds other things, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// The unit itself.
    Unit,
    /// A list.
    List,
    /// An item of a list, counted from 1.
    Item(usize),
    /// A table.
    Table,
    /// A cell of a table: its row, counted from 0 for the head, and its column, from 1.
    Cell(usize, usize),
    /// A form.
    Form,
}

/// One thing in a unit that holds others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shaped {
    /// Its place: the places of the things around it, from the outermost. Equal in two languages
    /// for the same thing when all that stands around it is of one shape.
    pub place: Vec<usize>,
    /// What it is.
    pub holder: Holder,
    /// What it is made of.
    pub shape: Shape,
    /// Where it was read.
    pub span: Span,
    /// Where its parts were read.
    pub parts: Vec<Span>,
}

/// All that holds something in the blocks of a unit, each before what it holds. `span` is where the
/// unit was read.
pub fn shapes(blocks: &[Block], span: Span) -> Vec<Shaped> {
    let mut list = Vec::new();
    let mut walk = Walk {
        place: Vec::new(),
        list: &mut list,
    };
    walk.blocks(Holder::Unit, blocks, span);
    list
}

/// Whether all that holds something has one shape in two lists of blocks. It is told without the shapes,
/// for most units are of one shape in all languages.
pub fn have_one_shape(one: &[Block], other: &[Block]) -> bool {
    let (mut ones, mut others) = (kinds(one), kinds(other));
    loop {
        let (a, b) = match (ones.next(), others.next()) {
            (None, None) => return true,
            (Some((own, a)), Some((kind, b))) if own == kind => (a, b),
            _ => return false,
        };
        let same = match (a, b) {
            (Block::List(a), Block::List(b)) => {
                let mut items = a.items.iter().zip(&b.items);
                a.items.len() == b.items.len()
                    && items.all(|(a, b)| {
                        number(a) == number(b) && have_one_shape(&a.blocks, &b.blocks)
                    })
            }
            (Block::Table(a), Block::Table(b)) => {
                let mut rows = rows(a).zip(rows(b));
                a.rows.len() == b.rows.len()
                    && rows.all(|(a, b)| {
                        let mut cells = a.cells.iter().zip(&b.cells);
                        a.cells.len() == b.cells.len()
                            && cells.all(|(a, b)| have_one_shape(&a.blocks, &b.blocks))
                    })
            }
            (Block::Form(a), Block::Form(b)) => have_one_shape(&a.blocks, &b.blocks),
            _ => true,
        };
        if !same {
            return false;
        }
    }
}

/// The blocks that count, each with its kind.
fn kinds(blocks: &[Block]) -> impl Iterator<Item = (BlockKind, &Block)> {
    blocks
        .iter()
        .filter_map(|block| Some((kind(block)?, block)))
}

/// The rows of a table, the head's first.
fn rows(table: &Table) -> impl Iterator<Item = &Row> {
    std::iter::once(&table.head).chain(&table.rows)
}

/// The number of an item, where one was typed.
fn number(item: &Item) -> Option<u32> {
    let marker = item.marker.as_ref()?;
    let digits = marker.trim_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok()
}

struct Walk<'l> {
    place: Vec<usize>,
    list: &'l mut Vec<Shaped>,
}

impl Walk<'_> {
    fn push(&mut self, holder: Holder, shape: Shape, span: Span, parts: Vec<Span>) {
        self.list.push(Shaped {
            place: self.place.clone(),
            holder,
            shape,
            span,
            parts,
        });
    }

    fn below(&mut self, at: usize, look: impl FnOnce(&mut Self)) {
        self.place.push(at);
        look(self);
        self.place.pop();
    }

    fn blocks(&mut self, holder: Holder, blocks: &[Block], span: Span) {
        let shape = Shape::Blocks(kinds(blocks).map(|(kind, _)| kind).collect());
        let parts = kinds(blocks).map(|(_, block)| block.span()).collect();
        self.push(holder, shape, span, parts);
        for (at, (_, block)) in kinds(blocks).enumerate() {
            self.below(at, |walk| match block {
                Block::List(list) => walk.items(list),
                Block::Table(table) => walk.rows(table),
                Block::Form(form) => walk.blocks(Holder::Form, &form.blocks, form.span),
                _ => {}
            });
        }
    }

    fn items(&mut self, list: &List) {
        let markers = list.items.iter().map(number);
        let parts = list.items.iter().map(|item| item.span).collect();
        self.push(
            Holder::List,
            Shape::Items(markers.collect()),
            list.span,
            parts,
        );
        for (at, item) in list.items.iter().enumerate() {
            self.below(at, |walk| {
                walk.blocks(Holder::Item(at + 1), &item.blocks, item.span);
            });
        }
    }

    fn rows(&mut self, table: &Table) {
        let shape = Shape::Rows(rows(table).map(|row| row.cells.len()).collect());
        let parts = rows(table).map(|row| row.span).collect();
        self.push(Holder::Table, shape, table.span, parts);
        for (row_at, row) in rows(table).enumerate() {
            self.below(row_at, |walk| {
                for (cell_at, cell) in row.cells.iter().enumerate() {
                    walk.below(cell_at, |walk| walk.cell(row_at, cell_at + 1, cell));
                }
            });
        }
    }

    fn cell(&mut self, row: usize, column: usize, cell: &Cell) {
        self.blocks(Holder::Cell(row, column), &cell.blocks, cell.span);
    }
}

/// The kind of a block; `None` for an empty paragraph, which a clause without words has.
fn kind(block: &Block) -> Option<BlockKind> {
    match block {
        Block::Paragraph(paragraph) if paragraph.content.is_empty() => None,
        Block::Paragraph(_) => Some(BlockKind::Paragraph),
        Block::Subheading(_) => Some(BlockKind::Subheading),
        Block::List(_) => Some(BlockKind::List),
        Block::Table(_) => Some(BlockKind::Table),
        Block::Form(_) => Some(BlockKind::Form),
        Block::Ends(_) => Some(BlockKind::Ends),
        Block::Code(_) => Some(BlockKind::Code),
    }
}
