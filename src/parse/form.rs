use super::mask::Covered;
use super::reader::Reader;
use super::segments::{Segment, SegmentKind};
use crate::model::{Block, Ends, Form, Inline, InlineKind, Paragraph, Subheading};
use crate::source::Span;

/// What parts a line of a form into its left and its right end.
const BAR: &str = " | ";

impl Reader<'_> {
    /// Reads the inside of a form fence, which is text again, but for numbers: in a form they open
    /// no clauses.
    pub(super) fn form(&mut self, masked: Covered<'_>, segments: Vec<Segment>, span: Span) -> Form {
        let mut blocks = Vec::new();
        for segment in segments {
            match segment.kind {
                SegmentKind::Heading { level, .. } => {
                    let heading = self.subheading(masked, &segment, level);
                    blocks.push(Block::Subheading(heading));
                }
                SegmentKind::Fence(fence) => {
                    blocks.push(self.fence(masked, fence, segment.range));
                }
                SegmentKind::Clause(_) | SegmentKind::Plain => {
                    for block in self.blocks(masked, segment.range) {
                        match block {
                            Block::Paragraph(paragraph) => part_lines(paragraph, &mut blocks),
                            other => blocks.push(other),
                        }
                    }
                }
            }
        }
        Form { blocks, span }
    }

    pub(super) fn subheading(
        &mut self,
        masked: Covered<'_>,
        segment: &Segment,
        level: u8,
    ) -> Subheading {
        Subheading {
            level,
            content: self.line_content(masked, segment.range.clone()),
            span: self.trimmed(segment.range.clone()),
        }
    }
}

/// Where a line of the paragraph has a left and a right end, its lines become blocks of their own.
fn part_lines(paragraph: Paragraph, blocks: &mut Vec<Block>) {
    let parted = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(t) if t.contains(BAR));
    if !paragraph.content.iter().any(parted) {
        blocks.push(Block::Paragraph(paragraph));
        return;
    }
    let lines = paragraph
        .content
        .split(|inline| inline.kind == InlineKind::Break);
    for line in lines {
        let (Some(first), Some(last)) = (line.first(), line.last()) else {
            continue;
        };
        let span = first.span.to(last.span);
        let mut content = line.to_vec();
        super::inlines::trim(&mut content);
        match content.iter().position(parted) {
            Some(at) => {
                let (left, right) = part(content, at);
                blocks.push(Block::Ends(Ends { left, right, span }));
            }
            None => blocks.push(Block::Paragraph(Paragraph { content, span })),
        }
    }
}

/// Parts a line at the first bar in its piece number `at`.
fn part(mut left: Vec<Inline>, at: usize) -> (Vec<Inline>, Vec<Inline>) {
    let mut right = left.split_off(at);
    let halves = right.first().and_then(|inline| match &inline.kind {
        InlineKind::Text(text) => text
            .split_once(BAR)
            .map(|(a, b)| (a.to_owned(), b.to_owned())),
        _ => None,
    });
    if let (Some((before, after)), Some(piece)) = (halves, right.first_mut()) {
        let (start, end) = (piece.span.start as usize, piece.span.end as usize);
        left.push(Inline {
            span: Span::new(start, (start + before.len()).min(end)),
            kind: InlineKind::Text(before),
        });
        piece.span = Span::new(end.saturating_sub(after.len()).max(start), end);
        piece.kind = InlineKind::Text(after);
    }
    super::inlines::trim(&mut left);
    super::inlines::trim(&mut right);
    (left, right)
}
