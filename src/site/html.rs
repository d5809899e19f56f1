//! Running text as HTML. Only this file makes marks of text.

use std::fmt::Write as _;

use crate::model::{Inline, InlineKind};

/// Text that can stand between tags and in a quoted attribute
/// (<https://html.spec.whatwg.org/multipage/parsing.html#escapingString>).
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    escape_into(text, &mut out);
    out
}

fn escape_into(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
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

/// Running text as HTML.
pub(super) fn html(content: &[Inline]) -> String {
    let mut out = String::new();
    write(content, &mut out);
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
            let _ = write!(out, "<span class=\"blank\">{}</span>", &blank[..end]);
            rest = &blank[end..];
        }
        escape_into(rest, &mut out);
    }
    out
}

/// Two underscores and more are a blank to fill in.
const BLANK: &str = "__";

fn write(content: &[Inline], out: &mut String) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) => escape_into(text, out),
            InlineKind::Strong(content) => element("strong", content, out),
            InlineKind::Emphasis(content) => element("em", content, out),
            InlineKind::Code(code) => {
                let _ = write!(out, "<code>{}</code>", escape(code));
            }
            InlineKind::Link { target, content } => {
                let _ = write!(out, "<a href=\"{}\">", escape(target));
                write(content, out);
                out.push_str("</a>");
            }
            InlineKind::Blank { width } => {
                out.push_str("<span class=\"blank\">");
                out.extend(std::iter::repeat_n('_', *width as usize));
                out.push_str("</span>");
            }
            InlineKind::Break => out.push_str("<br>"),
        }
    }
}

fn element(tag: &str, content: &[Inline], out: &mut String) {
    let _ = write!(out, "<{tag}>");
    write(content, out);
    let _ = write!(out, "</{tag}>");
}
