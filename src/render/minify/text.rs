use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{memchr, memchr3};

/// What becomes of the white space of a text.
#[derive(Clone, Copy)]
pub(super) struct Spaces {
    /// Whether it goes at the beginning.
    pub(super) trim_start: bool,
    /// Whether it goes at the end.
    pub(super) trim_end: bool,
    /// Whether it goes where there is nothing else.
    pub(super) drop_alone: bool,
    /// Whether a run of it becomes one space.
    pub(super) collapse: bool,
}

/// White space to HTML.
pub(in crate::render) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{C}')
}

/// Writes text that stands between tags. Nothing that it stands for as an entity is white space.
pub(super) fn write(text: &str, spaces: Spaces, out: &mut String) -> Option<()> {
    let mut text = text;
    if spaces.trim_start {
        text = text.trim_start_matches(is_space);
    }
    if spaces.drop_alone && text.chars().all(is_space) {
        return Some(());
    }
    if spaces.trim_end {
        text = text.trim_end_matches(is_space);
    }
    if !spaces.collapse {
        return write_words(text, Quoted::Text, out);
    }
    while let Some(at) = needs_care(text.as_bytes()) {
        write_words(&text[..at], Quoted::Text, out)?;
        out.push(' ');
        text = text[at..].trim_start_matches(is_space);
    }
    write_words(text, Quoted::Text, out)
}

/// How many bytes are looked at in one go. What is looked for often stands near, and looking beyond it
/// each time would cost the square of a text that is full of it.
pub(in crate::render) const PIECE: usize = 512;

/// Where the first white space stands that is not a single space.
fn needs_care(text: &[u8]) -> Option<usize> {
    let mut starts = (0..text.len()).step_by(PIECE);
    starts.find_map(|start| {
        // One byte more, for a run of which each half stands in another piece.
        let end = text.len().min(start + PIECE + 1);
        Some(start + careful_in(&text[start..end])?)
    })
}

/// Where in a piece the first white space stands that is not a single space.
pub(in crate::render) fn careful_in(text: &[u8]) -> Option<usize> {
    let other = [memchr3(b'\n', b'\t', b'\r', text), memchr(b'\x0C', text)];
    let other = other.into_iter().flatten().min();
    let double = TWO_SPACES.find(&text[..other.unwrap_or(text.len())]);
    match (double, other) {
        (Some(at), _) => Some(at),
        // One space before it belongs to the same run.
        (None, Some(at)) if text[..at].ends_with(b" ") => Some(at - 1),
        (None, other) => other,
    }
}

static TWO_SPACES: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("  "));

/// Writes the text of a title, to the letter.
pub(super) fn write_title(text: &str, out: &mut String) -> Option<()> {
    write_words(text, Quoted::Title, out)
}

/// Text that an attribute holds, without what stands for other characters.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (c, after) = entity(&rest[at..])?;
        out.push(c);
        rest = after;
        if c == '&' && begins_entity(rest) {
            return None;
        }
    }
    out.push_str(rest);
    Some(out)
}

/// Whether the library writes all characters as they are; two of them in a row it would write as an
/// entity.
pub(in crate::render) fn may_be_written(text: &str) -> bool {
    MARK.find(text.as_bytes()).is_none()
}

static MARK: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("\u{20D2}"));

/// Where words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoted {
    Text,
    Title,
}

fn write_words(text: &str, place: Quoted, out: &mut String) -> Option<()> {
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        let (c, after) = entity(&rest[at..])?;
        rest = after;
        match c {
            '<' if place == Quoted::Text => out.push_str("&lt;"),
            '<' => return None,
            // What would be taken for an entity is left to the library.
            '&' if begins_entity(rest) => return None,
            c => out.push(c),
        }
    }
    out.push_str(rest);
    Some(())
}

/// What templates write for other characters.
const ENTITIES: [(&str, char); 7] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&#39;", '\''),
    ("&#x27;", '\''),
    ("&#x2F;", '/'),
];

/// The character that an entity stands for, and what follows it. A lone `&` stands for itself.
fn entity(text: &str) -> Option<(char, &str)> {
    let known = ENTITIES
        .iter()
        .find_map(|(entity, c)| Some((*c, text.strip_prefix(entity)?)));
    known.or_else(|| {
        let rest = text.strip_prefix('&')?;
        (!begins_entity(rest)).then_some(('&', rest))
    })
}

/// Whether a text behind an `&` may make an entity of it.
fn begins_entity(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#' || c == '&')
}

#[cfg(test)]
mod tests {
    use super::{PIECE, needs_care};

    #[test]
    fn white_space_is_found_wherever_it_stands_in_a_piece() {
        for run in ["  ", " \n", "\n", "\t ", " \x0C"] {
            for start in PIECE - 3..PIECE + 3 {
                let text = format!("{}{run}{}", "a".repeat(start), "b c ".repeat(PIECE));
                assert_eq!(
                    needs_care(text.as_bytes()),
                    Some(start),
                    "{run:?} at {start}"
                );
            }
        }
        assert_eq!(needs_care("a b ".repeat(PIECE).as_bytes()), None);
    }
}
