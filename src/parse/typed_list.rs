use super::reader::Reader;
use crate::model::{Block, Inline, InlineKind, Item, List, Paragraph};
use crate::source::Span;

impl Reader<'_> {
    /// Makes lists of the entries that legal drafting numbers by hand: `1) …` or `а) …`, each at
    /// the start of a line. The markers stay as typed: they belong to the text. A list begins with
    /// the first marker of its kind; a line that merely begins with a bracketed number is words.
    pub(super) fn typed_lists(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let mut result: Vec<Block> = Vec::new();
        for block in blocks {
            let Block::Paragraph(paragraph) = block else {
                result.push(block);
                continue;
            };
            for (marker, paragraph) in self.entries(paragraph, &result) {
                place(&mut result, marker, paragraph);
            }
        }
        result
    }

    /// Splits a paragraph at the lines that begin with the marker that has to come next.
    fn entries(&self, paragraph: Paragraph, before: &[Block]) -> Vec<(Option<Marker>, Paragraph)> {
        let mut last = last_marker(before);
        let mut entries = Vec::new();
        let mut marker = None;
        let mut content: Vec<Inline> = Vec::new();
        let mut at_start = true;
        for inline in paragraph.content {
            for piece in self.lines_of(inline) {
                let line_start = at_start || self.begins_line(piece.span);
                at_start = false;
                let next = self
                    .marker(&piece)
                    .filter(|m| line_start && m.follows(last.as_ref()));
                if let Some(next) = next {
                    finish(&mut entries, marker.take(), std::mem::take(&mut content));
                    last = Some(next.clone());
                    marker = Some(next);
                }
                content.push(piece);
            }
        }
        finish(&mut entries, marker, content);
        entries
    }

    /// A piece of text cut where a line of the file begins with a marker.
    fn lines_of(&self, inline: Inline) -> Vec<Inline> {
        let Inline {
            kind: InlineKind::Text(text),
            span,
        } = &inline
        else {
            return vec![inline];
        };
        let words = self.words(span.range());
        if words.len() != text.len() || !words.contains('\n') || !words.contains(')') {
            return vec![inline];
        }
        let mut pieces = Vec::new();
        let mut from = 0;
        let breaks = words.match_indices('\n').map(|(at, _)| at + 1);
        for at in breaks
            .filter(|&at| marker_at(&words[at..]).is_some())
            .chain([words.len()])
        {
            let (start, kind) = (
                span.start as usize,
                InlineKind::Text(text[from..at].to_owned()),
            );
            let span = Span::new(start + from, start + at);
            pieces.push(Inline { kind, span });
            from = at;
        }
        pieces
    }

    fn begins_line(&self, span: Span) -> bool {
        let before = self
            .words(0..span.start as usize)
            .trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    }

    fn marker(&self, piece: &Inline) -> Option<Marker> {
        match &piece.kind {
            InlineKind::Text(text) => marker_at(text),
            _ => None,
        }
    }
}

/// A marker typed by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Marker {
    Number(u32),
    Letter(char),
}

impl Marker {
    /// Whether an entry with this marker may come after one with the other.
    fn follows(&self, last: Option<&Self>) -> bool {
        match (self, last) {
            (Self::Number(n), Some(Self::Number(last))) => *n == last + 1 || *n == 1,
            (Self::Letter(c), Some(Self::Letter(last))) => c > last || is_first(*c),
            (Self::Number(n), _) => *n == 1,
            (Self::Letter(c), _) => is_first(*c),
        }
    }

    fn typed(&self) -> String {
        match self {
            Self::Number(n) => format!("{n})"),
            Self::Letter(c) => format!("{c})"),
        }
    }
}

fn is_first(letter: char) -> bool {
    matches!(letter, 'a' | 'а')
}

/// The marker a text begins with: up to three digits or one small letter, a bracket, a space.
fn marker_at(text: &str) -> Option<Marker> {
    let (head, rest) = text.split_once(')')?;
    if !rest.starts_with([' ', '\t', '\u{A0}']) || head.len() > 3 {
        return None;
    }
    let mut chars = head.chars();
    match (chars.next()?, chars.next()) {
        (c, None) if c.is_lowercase() => Some(Marker::Letter(c)),
        ('1'..='9', _) if head.bytes().all(|b| b.is_ascii_digit()) => {
            head.parse().ok().map(Marker::Number)
        }
        _ => None,
    }
}

fn last_marker(blocks: &[Block]) -> Option<Marker> {
    match blocks.last()? {
        Block::List(list) => marker_at(&format!("{} ", list.items.last()?.marker.as_ref()?)),
        _ => None,
    }
}

fn finish(
    entries: &mut Vec<(Option<Marker>, Paragraph)>,
    marker: Option<Marker>,
    mut content: Vec<Inline>,
) {
    if let (
        Some(marker),
        Some(Inline {
            kind: InlineKind::Text(text),
            span,
        }),
    ) = (&marker, content.first_mut())
    {
        let length = marker.typed().len();
        text.drain(..length);
        span.start = (span.start + Span::at(length).start).min(span.end);
    }
    let whole = content
        .first()
        .zip(content.last())
        .map(|(a, b)| a.span.to(b.span));
    super::inlines::trim(&mut content);
    if let Some(span) = whole
        && (marker.is_some() || !content.is_empty())
    {
        entries.push((marker, Paragraph { content, span }));
    }
}

/// Puts an entry into the list it continues, or begins one.
fn place(blocks: &mut Vec<Block>, marker: Option<Marker>, paragraph: Paragraph) {
    let Some(marker) = marker else {
        blocks.push(Block::Paragraph(paragraph));
        return;
    };
    let span = paragraph.span;
    let item = Item {
        marker: Some(marker.typed()),
        blocks: vec![Block::Paragraph(paragraph)],
        span,
    };
    match blocks.last_mut() {
        Some(Block::List(list)) if list.items.iter().all(|item| item.marker.is_some()) => {
            list.span = list.span.to(span);
            list.items.push(item);
        }
        _ => blocks.push(Block::List(List {
            items: vec![item],
            span,
        })),
    }
}
