use super::{Block, Content, Entry, Item, Prose, Row, Stands, Weight};

impl Entry {
    /// Says how much its words changed.
    pub(super) fn weigh(&mut self) {
        let heading = self.heading.as_ref().map(Prose::weight).unwrap_or_default();
        let number = match self.number_is_retyped() {
            true => Weight::Cosmetic,
            false => Weight::Unchanged,
        };
        self.weight = heading.max(number).max(blocks(&self.blocks));
    }

    /// Whether its number is the same and was typed in another way, «8.1» and «8.1.», or whether the
    /// space behind it came or left.
    pub fn number_is_retyped(&self) -> bool {
        let (Some(old), Some(new)) = (&self.old, &self.new) else {
            return false;
        };
        old.glued != new.glued || old.address == new.address && old.number != new.number
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
            Content::List(items) => items.iter().map(Item::weight).max().unwrap_or_default(),
            Content::Table(table) => {
                let mut columns = table.columns.iter();
                if columns.any(|own| own.old.is_none() || own.new.is_none()) {
                    return Weight::Substantive;
                }
                let weights = table.rows.iter().map(Row::weight);
                weights.max().unwrap_or_default()
            }
        }
    }
}

impl Item {
    /// How much it changed; another place among the items is a change of substance, another marker
    /// alone is not.
    pub fn weight(&self) -> Weight {
        let markers = match self.old_marker == self.new_marker {
            true => Weight::Unchanged,
            false => Weight::Cosmetic,
        };
        match self.old.is_none() || self.new.is_none() || self.moved {
            true => Weight::Substantive,
            false => markers.max(blocks(&self.blocks)),
        }
    }
}

impl Row {
    /// How much it changed; another place among the rows is a change of substance.
    pub fn weight(&self) -> Weight {
        if self.old.is_none() || self.new.is_none() || self.moved {
            return Weight::Substantive;
        }
        let weights = self.cells.iter().flatten().map(|cell| match cell.stands {
            Stands::InBoth => blocks(&cell.blocks),
            _ => Weight::Substantive,
        });
        weights.max().unwrap_or_default()
    }
}

fn blocks(list: &[Block]) -> Weight {
    list.iter().map(Block::weight).max().unwrap_or_default()
}
