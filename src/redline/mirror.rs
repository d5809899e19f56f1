use super::blocks::arranged;
use super::{Block, Cell, Column, Content, Entry, Item, Redline, Row, Stands, Table};

impl Redline {
    /// The same redline from the new text to the old one.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let entries = self.entries.into_iter().map(Entry::mirrored).collect();
        Self { entries }.arranged()
    }
}

impl Entry {
    fn mirrored(self) -> Self {
        Self {
            fate: self.fate.mirrored(),
            old: self.new,
            new: self.old,
            kin: self.kin,
            weight: self.weight,
            heading: self.heading.map(super::Prose::mirrored),
            blocks: blocks(self.blocks),
        }
    }
}

impl Stands {
    fn mirrored(self) -> Self {
        match self {
            Self::InBoth => Self::InBoth,
            Self::InOld => Self::InNew,
            Self::InNew => Self::InOld,
        }
    }
}

/// The blocks mirrored; between two that stand in both texts, those of the old one come first.
fn blocks(list: Vec<Block>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut new = Vec::new();
    for block in list {
        let block = Block {
            stands: block.stands.mirrored(),
            content: block.content.mirrored(),
        };
        match block.stands {
            Stands::InNew => new.push(block),
            Stands::InOld => blocks.push(block),
            Stands::InBoth => {
                blocks.append(&mut new);
                blocks.push(block);
            }
        }
    }
    blocks.append(&mut new);
    blocks
}

impl Content {
    fn mirrored(self) -> Self {
        match self {
            Self::Paragraph(words) => Self::Paragraph(words.mirrored()),
            Self::Subheading { level, words } => Self::Subheading {
                level,
                words: words.mirrored(),
            },
            Self::List(items) => {
                let items = items.into_iter().map(Item::mirrored).collect();
                Self::List(arranged(items, |item: &Item| {
                    (item.old, item.new, item.moved)
                }))
            }
            Self::Table(table) => Self::Table(table.mirrored()),
            Self::Form(list) => Self::Form(blocks(list)),
            Self::Ends { left, right } => Self::Ends {
                left: left.mirrored(),
                right: right.mirrored(),
            },
            Self::Code { language, code } => Self::Code {
                language,
                code: code.mirrored(),
            },
        }
    }
}

impl Item {
    fn mirrored(self) -> Self {
        Self {
            old: self.new,
            new: self.old,
            moved: self.moved,
            old_marker: self.new_marker,
            new_marker: self.old_marker,
            blocks: blocks(self.blocks),
        }
    }
}

impl Table {
    fn mirrored(self) -> Self {
        let columns: Vec<(usize, Column)> = self
            .columns
            .into_iter()
            .map(|column| Column {
                old: column.new,
                new: column.old,
            })
            .enumerate()
            .collect();
        let columns = arranged(columns, |(_, column)| (column.old, column.new, false));
        let rows = self.rows.into_iter().map(|row| {
            let mut cells: Vec<Option<Cell>> = row.cells;
            let cells = columns.iter().map(|(from, _)| cells.get_mut(*from)?.take());
            Row {
                old: row.new,
                new: row.old,
                moved: row.moved,
                cells: cells.map(|cell| cell.map(Cell::mirrored)).collect(),
            }
        });
        let rows = arranged(rows.collect(), |row: &Row| (row.old, row.new, row.moved));
        Self {
            columns: columns.into_iter().map(|(_, column)| column).collect(),
            rows,
        }
    }
}

impl Cell {
    fn mirrored(self) -> Self {
        Self {
            stands: self.stands.mirrored(),
            blocks: blocks(self.blocks),
        }
    }
}
