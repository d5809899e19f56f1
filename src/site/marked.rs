//! The links that a page adds to the words of a text: to what they refer to, and to where terms are
//! defined.

use super::ink::{Element, Ink};
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

    /// Begins a mark, and gives the element that it is; `None` for one that leads nowhere.
    fn open(self, mark: &Mark, ink: &mut impl Ink) -> Option<Element<'static>> {
        let mut link = |class: &'static str, href: &str| {
            ink.open(Element::Mark { class, href });
            Element::Mark { class, href: "" }
        };
        Some(match &mark.kind {
            MarkKind::Part(anchor) => link("ref", &["#", anchor.as_str()].concat()),
            MarkKind::Policy(policy) => link("ref", &self.0?.href(*policy)?),
            MarkKind::Term(anchor) => link("term", &["#", anchor.as_str()].concat()),
            MarkKind::Definition(id) => {
                ink.open(Element::Definition(id.as_deref()));
                Element::Definition(None)
            }
        })
    }
}

/// Whether some running text holds a term that is defined there.
pub fn defines(content: &[Inline], linking: &Linking<'_>) -> bool {
    let (Some(first), Some(last)) = (content.first(), content.last()) else {
        return false;
    };
    let mut marks = linking.links.within(first.span.to(last.span)).iter();
    marks.any(|mark| matches!(mark.kind, MarkKind::Definition(_)))
}

/// Writes words that stand side by side, with their marks.
pub(super) fn texts(words: &[Inline], marks: Marks<'_>, ink: &mut impl Ink) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    let mut rest = marks.within(first.span.to(last.span)).iter();
    let mut next = rest.next();
    // Where the mark ends that is open, and what it is.
    let mut open: Option<(usize, Element<'static>)> = None;
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
            at = write_to(text, span.start, at, stop, ink);
            match open.take() {
                Some((_, element)) => ink.close(element),
                None => {
                    let mark = next.take();
                    next = rest.next();
                    open = mark.and_then(|mark| {
                        let element = marks.open(mark, ink)?;
                        Some((mark.span.range().end, element))
                    });
                }
            }
        }
        write_to(text, span.start, at, usize::MAX, ink);
    }
    if let Some((_, element)) = open {
        ink.close(element);
    }
}

/// Writes the words of a text from one place in the file to another, and gives the latter.
fn write_to(text: &str, start: usize, from: usize, to: usize, ink: &mut impl Ink) -> usize {
    let from_in = text.floor_char_boundary(from - start);
    let to_in = text.floor_char_boundary(to.saturating_sub(start).min(text.len()));
    ink.text(&text[from_in..to_in.max(from_in)]);
    to.max(from)
}
