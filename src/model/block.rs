use super::{Inline, plain};
use crate::source::Span;

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading below that of a section, without a number.
    Subheading(Subheading),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A form to fill in.
    Form(Form),
    /// A line of a form with a left and a right end.
    Ends(Ends),
    /// A block of code.
    Code(Code),
}

impl Block {
    /// Where it was read.
    pub fn span(&self) -> Span {
        match self {
            Self::Paragraph(block) => block.span,
            Self::Subheading(block) => block.span,
            Self::List(block) => block.span,
            Self::Table(block) => block.span,
            Self::Form(block) => block.span,
            Self::Ends(block) => block.span,
            Self::Code(block) => block.span,
        }
    }
}

/// Running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words.
    pub content: Vec<Inline>,
    /// Where it was read.
    pub span: Span,
}

/// A heading below that of a section, without a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subheading {
    /// How deep: as many as there were `#`.
    pub level: u8,
    /// Its words.
    pub content: Vec<Inline>,
    /// Where it was read.
    pub span: Span,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Its entries, in order.
    pub items: Vec<Item>,
    /// Where it was read.
    pub span: Span,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The marker when it was typed and so belongs to the text, such as `1)` or `б)`; `None` for
    /// a bullet.
    pub marker: Option<String>,
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Where it was read.
    pub span: Span,
}

/// A table. Rows may be of unequal length in a faulty text; a finding tells so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The first row, which names the columns.
    pub head: Row,
    /// The other rows.
    pub rows: Vec<Row>,
    /// Where it was read.
    pub span: Span,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its cells, in order.
    pub cells: Vec<Cell>,
    /// Where it was read.
    pub span: Span,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it holds: nothing, a paragraph, or a list.
    pub blocks: Vec<Block>,
    /// Where it was read.
    pub span: Span,
}

impl Cell {
    /// The words of each of its paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = &[Inline]> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.content.as_slice()),
            _ => None,
        })
    }

    /// Its words alone: in the head of a table, what a column is called.
    pub fn label(&self) -> String {
        self.paragraphs().map(plain).collect::<Vec<_>>().join(" ")
    }
}

/// A form to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Where it was read.
    pub span: Span,
}

/// A line of a form with a left and a right end, such as place and date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// What stands at the left.
    pub left: Vec<Inline>,
    /// What stands at the right.
    pub right: Vec<Inline>,
    /// Where it was read.
    pub span: Span,
}

/// A block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The language named after the fence, if any.
    pub language: Option<String>,
    /// The code, with its line ends.
    pub code: String,
    /// Where it was read.
    pub span: Span,
}
