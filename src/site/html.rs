//! Running text as HTML.

use super::ink::{Element, Ink};
use super::linking::Linking;
use super::marked::{Marks, texts};
use crate::model::{Inline, InlineKind};
use crate::seal::is_bare;

/// Text that can stand between tags and in a quoted attribute
/// (<https://html.spec.whatwg.org/multipage/parsing.html#escapingString>).
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    escape_into(text, &mut out);
    out
}

pub(super) fn escape_into(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = special(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Where the first character stands that has to be written otherwise.
fn special(text: &[u8]) -> Option<usize> {
    text.iter()
        .position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"'))
}

/// Running text as HTML.
pub(super) fn html(content: &[Inline]) -> String {
    let mut out = String::new();
    write(content, Marks::NONE, &mut out);
    out
}

/// Running text as HTML, with the links that the page adds to it.
pub(super) fn marked_html(content: &[Inline], marks: Marks<'_>) -> String {
    let mut out = String::new();
    write(content, marks, &mut out);
    out
}

/// Plain words as HTML: line ends as breaks, and blanks as they stand in a form.
pub(super) fn plain_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<br>");
        }
        let mut rest = line;
        while let Some(start) = rest.find(BLANK) {
            escape_into(&rest[..start], &mut out);
            let blank = &rest[start..];
            let end = blank.find(|c| c != '_').unwrap_or(blank.len());
            out.open(Element::Blank);
            out.push_str(&blank[..end]);
            out.close(Element::Blank);
            rest = &blank[end..];
        }
        escape_into(rest, &mut out);
    }
    out
}

/// Two underscores and more are a blank to fill in.
const BLANK: &str = "__";

/// Running text with the links that the page adds to it, if any, written with an [`Ink`].
pub fn write_words(content: &[Inline], linking: Option<&Linking<'_>>, ink: &mut impl Ink) {
    write(content, linking.map_or(Marks::NONE, Marks::of), ink);
}

fn write(content: &[Inline], marks: Marks<'_>, ink: &mut impl Ink) {
    let is_text = |inline: &Inline| matches!(inline.kind, InlineKind::Text(_));
    // Words that were read in several pieces stand together.
    for group in content.chunk_by(|a, b| is_text(a) && is_text(b)) {
        match group {
            [inline] if !is_text(inline) => write_one(inline, marks, ink),
            words => texts(words, marks, ink),
        }
    }
}

fn write_one(inline: &Inline, marks: Marks<'_>, ink: &mut impl Ink) {
    match &inline.kind {
        InlineKind::Text(text) => ink.text(text),
        InlineKind::Strong(content) => element(Element::Strong, content, marks, ink),
        InlineKind::Emphasis(content) => element(Element::Emphasis, content, marks, ink),
        InlineKind::Code(code) => {
            ink.open(Element::Code);
            ink.text(code);
            ink.close(Element::Code);
        }
        InlineKind::Link { target, content } => {
            // On paper, an address that the words do not say is told behind them.
            let named = target.starts_with("http") && !is_bare(target, content);
            let link = Element::Link { target, named };
            element(link, content, Marks::NONE, ink);
        }
        InlineKind::Blank { width } => {
            ink.open(Element::Blank);
            for _ in 0..*width {
                ink.text("_");
            }
            ink.close(Element::Blank);
        }
        InlineKind::Break => ink.line_end(),
    }
}

fn element(element: Element<'_>, content: &[Inline], marks: Marks<'_>, ink: &mut impl Ink) {
    ink.open(element);
    write(content, marks, ink);
    ink.close(element);
}
