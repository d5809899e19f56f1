use super::{Block, Content, Entry, Prose, Stands, Weight};

impl Entry {
    /// Says how much its words changed.
    pub(super) fn weigh(&mut self) {
        let heading = self.heading.as_ref().map(Prose::weight).unwrap_or_default();
        self.weight = heading.max(blocks(&self.blocks));
    }
}

impl Block {
    /// How much it changed.
    pub fn weight(&self) -> Weight {
        if self.stands != Stands::InBoth {
            return Weight::Substantive;
        }
        match &self.content {
            Content::Paragraph(words)
            | Content::Subheading { words, .. }
            | Content::Code { code: words, .. } => words.weight(),
            Content::Ends { left, right } => left.weight().max(right.weight()),
            Content::Form(list) => blocks(list),
            Content::List(items) => {
                let weights = items.iter().map(|item| {
                    let markers = match item.old_marker == item.new_marker {
                        true => Weight::Unchanged,
                        false => Weight::Cosmetic,
                    };
                    let whole = item.old.is_none() || item.new.is_none() || item.moved;
                    match whole {
                        true => Weight::Substantive,
                        false => markers.max(blocks(&item.blocks)),
                    }
                });
                weights.max().unwrap_or_default()
            }
            Content::Table(table) => {
                let one = |old: Option<usize>, new: Option<usize>| old.is_none() || new.is_none();
                let columns = table.columns.iter().any(|own| one(own.old, own.new));
                let rows = table
                    .rows
                    .iter()
                    .any(|own| one(own.old, own.new) || own.moved);
                if columns || rows {
                    return Weight::Substantive;
                }
                let cells = table.rows.iter().flat_map(|row| &row.cells).flatten();
                let weights = cells.map(|cell| match cell.stands {
                    Stands::InBoth => blocks(&cell.blocks),
                    _ => Weight::Substantive,
                });
                weights.max().unwrap_or_default()
            }
        }
    }
}

fn blocks(list: &[Block]) -> Weight {
    list.iter().map(Block::weight).max().unwrap_or_default()
}
