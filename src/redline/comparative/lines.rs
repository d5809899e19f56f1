use crate::redline::{Block, Content, Entry, Item, Piece, Prose, Row, Stands, Table, Weight};

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
    /// Here stand items of a list or rows of a table in which nothing changed.
    Omitted {
        /// How deep they stand.
        depth: usize,
        /// How many they are.
        count: usize,
        /// Whether they are rows of a table.
        rows: bool,
    },
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

/// Which of the texts is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Old,
    New,
}

/// The words of an entry in one of the texts.
pub(super) fn lines(entry: &Entry, reading: Reading) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(heading) = &entry.heading {
        let words = reading.words(heading);
        if !words.is_empty() {
            lines.push(Line::Heading(words));
        }
    }
    reading.blocks(&entry.blocks, 0, &mut lines);
    lines
}

impl Reading {
    fn has(self, stands: Stands) -> bool {
        !matches!(
            (self, stands),
            (Self::Old, Stands::InNew) | (Self::New, Stands::InOld)
        )
    }

    fn of<T>(self, old: T, new: T) -> T {
        match self {
            Self::Old => old,
            Self::New => new,
        }
    }

    fn words(self, prose: &Prose) -> Vec<Words> {
        let mut words: Vec<Words> = Vec::new();
        for piece in &prose.without_told_targets().pieces {
            let text = self.of(piece.in_old(), piece.in_new());
            if text.is_empty() {
                continue;
            }
            let (mark, link) = match piece {
                Piece::MovedAway(_) | Piece::MovedHere(_) => (Mark::Moved, None),
                Piece::Relinked { old, new, .. } => (Mark::Changed, self.of(old, new).clone()),
                _ => match piece.weight() {
                    Weight::Substantive => (Mark::Changed, None),
                    _ => (Mark::Plain, None),
                },
            };
            match words.last_mut() {
                Some(last) if last.mark == mark && last.link == link => last.text.push_str(text),
                _ => words.push(Words {
                    text: text.to_owned(),
                    mark,
                    link,
                }),
            }
        }
        words
    }

    fn blocks(self, blocks: &[Block], depth: usize, lines: &mut Vec<Line>) {
        for block in blocks.iter().filter(|block| self.has(block.stands)) {
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
        let differ = stayed && !moved && items.iter().any(item_differs);
        for item in Self::in_order(items, |item| self.of(item.old, item.new)) {
            if differ && !item_differs(item) {
                omit(lines, depth, false);
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
        let differ = stayed && !moved && table.rows.iter().any(row_differs);
        for row in Self::in_order(&table.rows, |row| self.of(row.old, row.new)) {
            let head = self.of(row.old, row.new) == Some(0);
            if differ && !head && !row_differs(row) {
                omit(lines, depth, true);
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

/// Says that an item or a row was left out.
fn omit(lines: &mut Vec<Line>, depth: usize, rows: bool) {
    match lines.last_mut() {
        Some(Line::Omitted {
            depth: own,
            count,
            rows: same,
        }) if *own == depth && *same == rows => *count += 1,
        _ => lines.push(Line::Omitted {
            depth,
            count: 1,
            rows,
        }),
    }
}

impl Line {
    /// Marks the words that did not change as words that stood elsewhere.
    fn mark_moved(&mut self) {
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
