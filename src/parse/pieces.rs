use super::reader::Reader;
use crate::model::{Inline, InlineKind};
use crate::source::Span;

impl Reader<'_> {
    /// A piece of text cut where a line of the file begins in it and `begins` says so of the words
    /// from there on. Anything but text stays whole, and so does text that is not letter by letter
    /// what stands in the file.
    pub(super) fn pieces(&self, inline: Inline, begins: impl Fn(&str) -> bool) -> Vec<Inline> {
        let Inline {
            kind: InlineKind::Text(text),
            span,
        } = &inline
        else {
            return vec![inline];
        };
        let words = self.words(span.range());
        if words.len() != text.len() || !words.contains('\n') {
            return vec![inline];
        }
        let starts = words.match_indices('\n').map(|(at, _)| at + 1);
        let cuts = starts.filter(|&at| begins(&words[at..]));
        let mut pieces = Vec::new();
        let mut from = 0;
        for at in cuts.chain([words.len()]) {
            if from < at && text.get(from..at).is_some() {
                let start = span.start as usize;
                let kind = InlineKind::Text(text.part(from..at));
                let span = Span::new(start + from, start + at);
                pieces.push(Inline { kind, span });
            }
            from = at;
        }
        pieces
    }
}
