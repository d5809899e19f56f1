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
                SegmentKind::Fence(fence, inside) => {
                    blocks.push(self.fence(masked, fence, inside));
                }
                SegmentKind::Clause(_) | SegmentKind::Plain => {
                    let mut parted = Vec::new();
                    for block in self.blocks(masked, segment.range) {
                        match block {
                            Block::Paragraph(paragraph) => self.part(paragraph, &mut parted),
                            other => parted.push(other),
                        }
                    }
                    blocks.append(&mut self.typed_lists(parted));
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

    /// Where lines of a paragraph have a left and a right end, they become blocks of their own; the
    /// lines between them flow together as they do elsewhere.
    fn part(&self, paragraph: Paragraph, blocks: &mut Vec<Block>) {
        if !paragraph.content.iter().any(has_bar) {
            return blocks.push(Block::Paragraph(paragraph));
        }
        let mut running: Vec<Inline> = Vec::new();
        for line in self.lines_of_form(paragraph.content) {
            match line.iter().position(has_bar) {
                Some(at) => {
                    push_running(std::mem::take(&mut running), blocks);
                    push_ends(line, at, blocks);
                }
                None => running.extend(line),
            }
        }
        push_running(running, blocks);
    }

    /// Running text cut at its line breaks, and at the line ends of the file.
    fn lines_of_form(&self, content: Vec<Inline>) -> Vec<Vec<Inline>> {
        let mut lines = vec![Vec::new()];
        for inline in content {
            let is_break = inline.kind == InlineKind::Break;
            for (at, piece) in self.pieces(inline, |_| true).into_iter().enumerate() {
                if at > 0 {
                    lines.push(Vec::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(piece);
                }
            }
            if is_break {
                lines.push(Vec::new());
            }
        }
        lines
    }
}

fn has_bar(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text.contains(BAR))
}

fn push_running(mut content: Vec<Inline>, blocks: &mut Vec<Block>) {
    super::run::trim(&mut content);
    if let (Some(first), Some(last)) = (content.first(), content.last()) {
        let span = first.span.to(last.span);
        blocks.push(Block::Paragraph(Paragraph { content, span }));
    }
}

fn push_ends(mut content: Vec<Inline>, at: usize, blocks: &mut Vec<Block>) {
    content.pop_if(|last| last.kind == InlineKind::Break);
    if let (Some(first), Some(last)) = (content.first(), content.last()) {
        let span = first.span.to(last.span);
        let (left, right) = part(content, at);
        blocks.push(Block::Ends(Ends { left, right, span }));
    }
}

/// Parts a line at the first bar in its piece number `at`.
fn part(mut left: Vec<Inline>, at: usize) -> (Vec<Inline>, Vec<Inline>) {
    let mut right = left.split_off(at);
    let halves = right.first().and_then(|inline| match &inline.kind {
        InlineKind::Text(text) => text.split_once(BAR).map(|(a, b)| {
            (
                text.part(0..a.len()),
                text.part(text.len() - b.len()..text.len()),
            )
        }),
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
    super::run::trim(&mut left);
    super::run::trim(&mut right);
    (left, right)
}
