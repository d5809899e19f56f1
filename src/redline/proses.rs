use super::{Block, Content, Entry, Piece, Prose, Weight};

impl Entry {
    /// Its words, line by line: the heading's, then those of the blocks, items and cells.
    pub fn proses(&self) -> Vec<&Prose> {
        let mut proses: Vec<&Prose> = self.heading.iter().collect();
        collect(&self.blocks, &mut proses);
        proses
    }

    /// The words of some blocks, line by line.
    pub(super) fn proses_of(blocks: &[Block]) -> Vec<&Prose> {
        let mut proses = Vec::new();
        collect(blocks, &mut proses);
        proses
    }

    /// Whether words were deleted or inserted in it; such as only went to another place do not
    /// count.
    pub fn is_rephrased(&self) -> bool {
        let mut pieces = self.proses().into_iter().flat_map(|prose| &prose.pieces);
        pieces.any(|piece| match piece {
            Piece::MovedAway(_) | Piece::MovedHere(_) => false,
            piece => piece.weight() == Weight::Substantive,
        })
    }
}

fn collect<'b>(blocks: &'b [Block], into: &mut Vec<&'b Prose>) {
    for block in blocks {
        match &block.content {
            Content::Paragraph(words)
            | Content::Subheading { words, .. }
            | Content::Code { code: words, .. } => into.push(words),
            Content::Ends { left, right } => into.extend([left, right]),
            Content::Form(list) => collect(list, into),
            Content::List(items) => {
                for item in items {
                    collect(&item.blocks, into);
                }
            }
            Content::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells).flatten();
                for cell in cells {
                    collect(&cell.blocks, into);
                }
            }
        }
    }
}
