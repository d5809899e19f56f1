use std::ops::Range;

use super::reader::Reader;
use crate::model::{Inline, InlineKind};
use crate::source::Span;

impl Reader<'_> {
    /// Splits words from the blanks between them: two or more underscores in a row.
    pub(super) fn split_blanks(&self, text: &str, span: Span, into: &mut Vec<Inline>) {
        let mut words = 0;
        let mut at = 0;
        while let Some(found) = find_blank(&text[at..]) {
            let start = at + found;
            let width = text[start..].bytes().take_while(|&b| b == b'_').count();
            self.push_text(text, words..start, span, into);
            into.push(Inline {
                kind: InlineKind::Blank {
                    width: Span::at(width).start,
                },
                span: within(text, span, start..start + width),
            });
            at = start + width;
            words = at;
        }
        self.push_text(text, words..text.len(), span, into);
    }

    fn push_text(&self, text: &str, range: Range<usize>, span: Span, into: &mut Vec<Inline>) {
        if !range.is_empty() {
            let span = within(text, span, range.clone());
            let kind = InlineKind::Text(self.extract(&text[range], span));
            into.push(Inline { kind, span });
        }
    }
}

/// Where the first blank begins. Most words have no underscore at all.
fn find_blank(text: &str) -> Option<usize> {
    let first = memchr::memchr(b'_', text.as_bytes())?;
    text[first..].find("__").map(|at| first + at)
}

/// The span of a part of a text. Where the text is not letter by letter what stands in the file
/// (an entity, an indented line), the part is not to be told from the whole.
pub(super) fn within(text: &str, span: Span, part: Range<usize>) -> Span {
    if text.len() == span.range().len() {
        let start = span.start as usize;
        Span::new(start + part.start, start + part.end)
    } else {
        span
    }
}
