use super::reader::Reader;
use crate::model::{Inline, InlineKind};
use crate::source::Span;

impl Reader<'_> {
    /// Splits words from the blanks between them: two or more underscores in a row.
    pub(super) fn split_blanks(&self, text: &str, span: Span, into: &mut Vec<Inline>) {
        let mut words = 0;
        let mut at = 0;
        while let Some(found) = text[at..].find("__") {
            let start = at + found;
            let width = text[start..].bytes().take_while(|&b| b == b'_').count();
            push_text(text, words..start, span, into);
            into.push(Inline {
                kind: InlineKind::Blank {
                    width: Span::at(width).start,
                },
                span: within(text, span, start..start + width),
            });
            at = start + width;
            words = at;
        }
        push_text(text, words..text.len(), span, into);
    }
}

fn push_text(text: &str, range: std::ops::Range<usize>, span: Span, into: &mut Vec<Inline>) {
    if !range.is_empty() {
        into.push(Inline {
            kind: InlineKind::Text(text[range.clone()].to_owned()),
            span: within(text, span, range),
        });
    }
}

/// The span of a part of a text. Where the text is not letter by letter what stands in the file
/// (an entity, an indented line), the part is not to be told from the whole.
pub(super) fn within(text: &str, span: Span, part: std::ops::Range<usize>) -> Span {
    if text.len() == span.range().len() {
        let start = span.start as usize;
        Span::new(start + part.start, start + part.end)
    } else {
        span
    }
}
