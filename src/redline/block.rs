use super::Prose;

/// In which of the texts something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// In both; it may have changed within.
    InBoth,
    /// In the old text alone: it was deleted.
    InOld,
    /// In the new text alone: it was inserted.
    InNew,
}

/// A block of the old text, of the new one, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// In which of the texts it stands.
    pub stands: Stands,
    /// What it is and holds.
    pub content: Content,
}

/// What a [`Block`] is and holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A paragraph.
    Paragraph(Prose),
    /// A heading below that of a section.
    Subheading {
        /// How deep: as many as there were `#`.
        level: u8,
        /// Its words.
        words: Prose,
    },
    /// A list: its items in the order of the new text, deleted ones where they stood.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// A form to fill in.
    Form(Vec<Block>),
    /// A line of a form with a left and a right end.
    Ends {
        /// What stands at the left.
        left: Prose,
        /// What stands at the right.
        right: Prose,
    },
    /// A block of code.
    Code {
        /// The language named after the fence, if any.
        language: Option<String>,
        /// The code, with its line ends.
        code: Prose,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its place in the old list, from 0; `None` for one that was inserted.
    pub old: Option<usize>,
    /// Its place in the new list, from 0; `None` for one that was deleted.
    pub new: Option<usize>,
    /// Whether its place among the items that stayed is another.
    pub moved: bool,
    /// Its marker in the old text where one was typed, such as `1)`.
    pub old_marker: Option<String>,
    /// Its marker in the new text where one was typed.
    pub new_marker: Option<String>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns: those of the new table in their order, deleted ones where they stood.
    pub columns: Vec<Column>,
    /// Its rows in the order of the new table, deleted ones where they stood; the first is the
    /// head.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// Its place in the old table, from 0; `None` for one that was inserted.
    pub old: Option<usize>,
    /// Its place in the new table, from 0; `None` for one that was deleted.
    pub new: Option<usize>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the old table, from 0 for the head; `None` for one that was inserted.
    pub old: Option<usize>,
    /// Its place in the new table, from 0 for the head; `None` for one that was deleted.
    pub new: Option<usize>,
    /// Whether its place among the rows that stayed is another.
    pub moved: bool,
    /// Its cells: one for each column of the table; `None` where neither text has a cell.
    pub cells: Vec<Option<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// In which of the texts it stands: one of an inserted column stands in the new one alone.
    pub stands: Stands,
    /// What it holds.
    pub blocks: Vec<Block>,
}

impl Stands {
    /// Where something stands that has a place in the old text, in the new one, or in both.
    pub(super) fn of<T>(old: Option<T>, new: Option<T>) -> Self {
        match (old, new) {
            (Some(_), None) => Self::InOld,
            (None, Some(_)) => Self::InNew,
            _ => Self::InBoth,
        }
    }
}
