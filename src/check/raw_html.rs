//! The text holds HTML.
//!
//! Legal text is words and structure, nothing that a browser would carry out. HTML is refused, not
//! passed through and not shown. What HTML is mostly used for has a way of its own: `#` for headings,
//! `-` for lists, a backslash at the end of a line for a line break. A `<` that belongs to the text is
//! typed as `\<`. Notes `<!-- like this -->` are allowed and are not published.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "raw-html",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("raw_html.rs"),
};

/// The finding about one tag.
pub fn finding(file: FileId, span: Span, tag: &str) -> Finding {
    let (message, label, help) = match tag.starts_with("<!--") {
        true => (
            "a note is opened and never closed",
            "opened here",
            "end the note with `-->`",
        ),
        false => (
            "HTML is not allowed in a policy's text",
            "HTML",
            "write it without HTML; if the `<` belongs to the text, type a backslash before it",
        ),
    };
    Finding::new(&RULE, message).label(file, span, label).help(help)
}

/// How many bytes of the text, which begins with `<`, are an HTML tag, an HTML declaration or an
/// unclosed comment; `None` when it is none of them, as in `< 5` or `<Пользователь>`.
pub fn tag_length(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return Some("<!--".len());
    }
    let inside = text.strip_prefix('<')?;
    let name = inside.trim_start_matches(['/', '!', '?']);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // A tag may go on over line ends, but neither over an empty line nor for ever.
    let bytes = inside.as_bytes().iter().take(1000);
    let close = bytes.enumerate().find_map(|(at, byte)| match byte {
        b'>' => Some(Some(at)),
        b'<' => Some(None),
        b'\n' if inside.as_bytes().get(at + 1) == Some(&b'\n') => Some(None),
        _ => None,
    })??;
    Some(close + "<>".len())
}

#[cfg(test)]
mod tests {
    use super::tag_length;

    #[test]
    fn tags_and_what_only_looks_like_one() {
        for (text, length) in [("<b>x", Some(3)), ("</td>", Some(5)), ("<br />", Some(6)), ("<!-- x", Some(4))] {
            assert_eq!(tag_length(text), length, "{text}");
        }
        for text in ["< 5", "<5>", "<Пользователь>", "<a", "<a <b>"] {
            assert_eq!(tag_length(text), None, "{text}");
        }
    }
}
