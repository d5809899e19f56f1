/// A line of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section, an annex or the text.
    Heading(Vec<Words>),
    /// A paragraph.
    Paragraph {
        /// How deep it stands in items of lists: 0 outside of them.
        depth: usize,
        /// Its words.
        words: Vec<Words>,
    },
    /// A heading below that of a section.
    Subheading(Vec<Words>),
    /// The first words of an item of a list.
    Item {
        /// How deep: 1 for an item of a list that stands in no other.
        depth: usize,
        /// Its marker where one was typed, such as `1)`.
        marker: Option<String>,
        /// Its words.
        words: Vec<Words>,
    },
    /// A row of a table.
    Row {
        /// Whether it is the head.
        head: bool,
        /// Its cells.
        cells: Vec<Cell>,
    },
    /// A line of a form with a left and a right end.
    Ends {
        /// What stands at the left.
        left: Vec<Words>,
        /// What stands at the right.
        right: Vec<Words>,
    },
    /// A block of code.
    Code(Vec<Words>),
    /// Here stand things in which nothing changed.
    Omitted {
        /// How deep they stand.
        depth: usize,
        /// How many they are.
        count: usize,
        /// What they are.
        what: Omitted,
    },
}

/// What a wording leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Omitted {
    /// Paragraphs, with the items of lists and the rows of tables among them.
    Paragraphs,
    /// Items of a list.
    Items,
    /// Rows of a table.
    Rows,
}

/// The lines of a cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell(pub Vec<Line>);

/// Some words of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words, with the spaces around them; a line break is `\n`.
    pub text: String,
    /// Whether the other wording has them.
    pub mark: Mark,
    /// Where they lead, when they lead elsewhere in the other wording.
    pub link: Option<String>,
}

/// Whether the other wording has some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It has them here.
    Plain,
    /// It has them in another place.
    Moved,
    /// It has not.
    Changed,
}

impl Line {
    /// Marks the words that did not change as words that stood elsewhere.
    pub(super) fn mark_moved(&mut self) {
        match self {
            Self::Heading(words)
            | Self::Subheading(words)
            | Self::Code(words)
            | Self::Paragraph { words, .. }
            | Self::Item { words, .. } => mark_moved(words),
            Self::Ends { left, right } => {
                mark_moved(left);
                mark_moved(right);
            }
            Self::Row { cells, .. } => {
                let lines = cells.iter_mut().flat_map(|cell| &mut cell.0);
                lines.for_each(Self::mark_moved);
            }
            Self::Omitted { .. } => {}
        }
    }
}

fn mark_moved(words: &mut [Words]) {
    for own in words.iter_mut().filter(|own| own.mark == Mark::Plain) {
        own.mark = Mark::Moved;
    }
}
