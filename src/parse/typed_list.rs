use super::marker::Marker;
use super::reader::Reader;
use crate::model::{Block, Inline, InlineKind, Item, List, Paragraph, plain};
use crate::source::Span;

impl Reader<'_> {
    /// Makes lists of the entries that legal drafting numbers by hand: `1) …`, `1. …` or `а) …`,
    /// each at the start of a line. The markers stay as typed: they belong to the text. A list
    /// begins with the first marker of its kind and has two entries at least; a line that merely
    /// begins with a bracketed number is words.
    pub(super) fn typed_lists(&self, blocks: Vec<Block>) -> Vec<Block> {
        let mut result: Vec<Block> = Vec::new();
        for block in blocks {
            let paragraph = match block {
                Block::Paragraph(paragraph) if self.may_hold_entries(&paragraph) => paragraph,
                other => {
                    result.push(other);
                    continue;
                }
            };
            for entry in self.entries(paragraph, last_marker(&result)) {
                entry.place(&mut result);
            }
        }
        for block in &mut result {
            if let Some(paragraph) = lone_entry(block) {
                *block = Block::Paragraph(paragraph);
            }
        }
        result
    }

    /// Splits a paragraph at the lines that begin with the marker that has to come next.
    fn entries(&self, paragraph: Paragraph, mut last: Option<Marker>) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut marker = None;
        let mut content: Vec<Inline> = Vec::new();
        let mut at_start = true;
        for inline in paragraph.content {
            for piece in self.pieces(inline, |words| Marker::read(words).is_some()) {
                let line_start = at_start || self.begins_line(piece.span);
                at_start = false;
                let next = match &piece.kind {
                    InlineKind::Text(text) if line_start => Marker::read(text),
                    _ => None,
                };
                if let Some(next) = next.filter(|next| fits(next, last.as_ref(), &content)) {
                    entries.extend(Entry::new(marker.take(), std::mem::take(&mut content)));
                    last = Some(next.clone());
                    marker = Some(next);
                }
                content.push(piece);
            }
        }
        entries.extend(Entry::new(marker, content));
        entries
    }

    /// Whether a paragraph is of several lines, begins with a marker, or is not whole any more: its name
    /// was taken away, or it is nothing at all and falls away. Most are as they were read.
    fn may_hold_entries(&self, paragraph: &Paragraph) -> bool {
        let (Some(first), Some(last)) = (paragraph.content.first(), paragraph.content.last())
        else {
            return true;
        };
        let begins = matches!(&first.kind, InlineKind::Text(text) if Marker::read(text).is_some());
        let words = self.words(paragraph.span.range()).as_bytes();
        let whole = first.span.to(last.span) == paragraph.span;
        begins || !whole || memchr::memchr(b'\n', words).is_some()
    }

    fn begins_line(&self, span: Span) -> bool {
        let before = self.words(0..span.start as usize);
        let before = before.trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    }
}

/// Whether a marker begins an entry here: the next one of a list always does, the first one of a
/// list at the start of a paragraph or below a line that ends.
fn fits(marker: &Marker, last: Option<&Marker>, above: &[Inline]) -> bool {
    if last.is_some_and(|last| marker.is_next_to(last)) {
        return true;
    }
    let tail = match above.last() {
        Some(last) if last.kind != InlineKind::Break => plain(std::slice::from_ref(last)),
        _ => String::new(),
    };
    let tail = tail.trim_end();
    let ended = tail.is_empty() || tail.ends_with([':', ';', '.', ',', '!', '?']);
    marker.is_first() && ended
}

/// The paragraph that the only entry of a typed list was.
fn lone_entry(block: &Block) -> Option<Paragraph> {
    let Block::List(list) = block else {
        return None;
    };
    let [item] = list.items.as_slice() else {
        return None;
    };
    let marker = item.marker.as_ref()?;
    let Some(Block::Paragraph(paragraph)) = item.blocks.first() else {
        return None;
    };
    let mut paragraph = paragraph.clone();
    let start = paragraph.span.start as usize;
    let words = paragraph
        .content
        .first()
        .map(|first| first.span.start as usize);
    let end = words.unwrap_or(paragraph.span.end as usize);
    let space = if words.is_some() { " " } else { "" };
    let kind = InlineKind::Text(format!("{marker}{space}").into());
    let span = Span::new(start, end.max(start));
    paragraph.content.insert(0, Inline { kind, span });
    Some(paragraph)
}

fn last_marker(blocks: &[Block]) -> Option<Marker> {
    match blocks.last()? {
        Block::List(list) => Marker::read(&format!("{} ", list.items.last()?.marker.as_ref()?)),
        _ => None,
    }
}

/// A paragraph, and the marker it begins with.
struct Entry {
    marker: Option<Marker>,
    paragraph: Paragraph,
}

impl Entry {
    /// An entry of what was read; `None` when that is nothing.
    fn new(marker: Option<Marker>, mut content: Vec<Inline>) -> Option<Self> {
        let (first, last) = (content.first()?, content.last()?);
        let span = first.span.to(last.span);
        if let Some(marker) = &marker
            && let Some(Inline {
                kind: InlineKind::Text(text),
                span,
            }) = content.first_mut()
        {
            let length = marker.typed().len();
            *text = text.part(length..text.len());
            span.start = (span.start + Span::at(length).start).min(span.end);
        }
        super::run::trim(&mut content);
        let something = marker.is_some() || !content.is_empty();
        something.then_some(Self {
            marker,
            paragraph: Paragraph { content, span },
        })
    }

    /// Puts the entry into the list it continues, or begins one.
    fn place(self, blocks: &mut Vec<Block>) {
        let Some(marker) = self.marker else {
            return blocks.push(Block::Paragraph(self.paragraph));
        };
        let span = self.paragraph.span;
        let item = Item {
            marker: Some(marker.typed()),
            blocks: vec![Block::Paragraph(self.paragraph)],
            span,
        };
        match blocks.last_mut() {
            Some(Block::List(list)) if list.items.last().is_some_and(|i| i.marker.is_some()) => {
                list.span = list.span.to(span);
                list.items.push(item);
            }
            _ => blocks.push(Block::List(List {
                items: vec![item],
                span,
            })),
        }
    }
}
