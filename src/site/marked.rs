//! The links that a page adds to the words of a text: to what they refer to, and to where terms are
//! defined.

use super::html::{escape, escape_into};
use super::linking::Linking;
use crate::links::{Mark, MarkKind};
use crate::model::{Inline, InlineKind};
use crate::source::Span;

/// The marks of a text, or none.
#[derive(Clone, Copy)]
pub(super) struct Marks<'m>(Option<&'m Linking<'m>>);

impl<'m> Marks<'m> {
    /// None: in headings, in links.
    pub(super) const NONE: Self = Self(None);

    /// Those of a text.
    pub(super) fn of(linking: &'m Linking<'m>) -> Self {
        Self(Some(linking))
    }

    fn within(self, span: Span) -> &'m [Mark] {
        self.0.map_or(&[], |linking| linking.links.within(span))
    }

    /// The tag that opens a mark, and the one that closes it; `None` for one that leads nowhere.
    fn tags(self, mark: &Mark) -> Option<(String, &'static str)> {
        Some(match &mark.kind {
            MarkKind::Part(anchor) => (open("ref", &format!("#{anchor}")), "</a>"),
            MarkKind::Policy(policy) => (open("ref", &self.0?.href(*policy)?), "</a>"),
            MarkKind::Term(anchor) => (open("term", &format!("#{anchor}")), "</a>"),
            MarkKind::Definition(Some(id)) => (format!("<dfn id=\"{}\">", escape(id)), "</dfn>"),
            MarkKind::Definition(None) => ("<dfn>".to_owned(), "</dfn>"),
        })
    }
}

fn open(class: &str, href: &str) -> String {
    format!("<a class=\"{class}\" href=\"{}\">", escape(href))
}

/// Whether some running text holds a term that is defined there.
pub(super) fn defines(content: &[Inline], linking: &Linking<'_>) -> bool {
    let (Some(first), Some(last)) = (content.first(), content.last()) else {
        return false;
    };
    let mut marks = linking.links.within(first.span.to(last.span)).iter();
    marks.any(|mark| matches!(mark.kind, MarkKind::Definition(_)))
}

/// Writes words that stand side by side, with their marks.
pub(super) fn texts(words: &[Inline], marks: Marks<'_>, out: &mut String) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    let mut rest = marks.within(first.span.to(last.span)).iter();
    let mut next = rest.next();
    // Where the mark ends that is open, and the tag that closes it.
    let mut open: Option<(usize, &str)> = None;
    for inline in words {
        let InlineKind::Text(text) = &inline.kind else {
            continue;
        };
        let span = inline.span.range();
        let mut at = span.start;
        loop {
            let stop = match (open, next) {
                (Some((end, _)), _) => end,
                (None, Some(mark)) => mark.span.range().start,
                (None, None) => usize::MAX,
            };
            // A mark begins with the piece that holds its first word, and ends with its last one.
            let here = match open {
                Some(_) => stop <= span.end,
                None => stop < span.end,
            };
            if !here {
                break;
            }
            at = write_to(text, span.start, at, stop, out);
            match open.take() {
                Some((_, close)) => out.push_str(close),
                None => {
                    let mark = next.take();
                    next = rest.next();
                    if let Some((mark, (tag, close))) =
                        mark.and_then(|mark| Some((mark, marks.tags(mark)?)))
                    {
                        out.push_str(&tag);
                        open = Some((mark.span.range().end, close));
                    }
                }
            }
        }
        write_to(text, span.start, at, usize::MAX, out);
    }
    if let Some((_, close)) = open {
        out.push_str(close);
    }
}

/// Writes the words of a text from one place in the file to another, and gives the latter.
fn write_to(text: &str, start: usize, from: usize, to: usize, out: &mut String) -> usize {
    let from_in = text.floor_char_boundary(from - start);
    let to_in = text.floor_char_boundary(to.saturating_sub(start).min(text.len()));
    escape_into(&text[from_in..to_in.max(from_in)], out);
    to.max(from)
}
