use std::ops::Range;

use crate::parse::scan::first;

/// Finds the characters that no page can show, but for those in comments.
pub(super) fn find(text: &str, comments: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut comments = comments.iter().peekable();
    let mut found = Vec::new();
    for (at, c) in invisible(text) {
        while comments.next_if(|comment| comment.end <= at).is_some() {}
        if comments.peek().is_none_or(|comment| at < comment.start) {
            found.push(at..at + c.len_utf8());
        }
    }
    found
}

/// The invisible characters of a text, each with its place. Of most characters the first byte says
/// that they are none.
fn invisible(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut from = 0;
    let places = std::iter::from_fn(move || {
        let at = from + first(text.as_bytes().get(from..)?, may_be)?;
        from = at + 1;
        Some(at)
    });
    let chars = places.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    chars.filter(|(_, c)| is_invisible(*c))
}

/// Whether an invisible character may begin with a byte: C2 begins the control characters beyond ASCII,
/// E2 the marks of direction, EF the byte order mark.
fn may_be(byte: u8) -> bool {
    matches!(byte, 0..=8 | 11..=31 | 127 | 0xC2 | 0xE2 | 0xEF)
}

/// Control characters, byte order marks, and the marks that turn the direction of writing around,
/// by which a text may show other words than it holds.
pub(in crate::parse) fn is_invisible(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || c == '\u{FEFF}' || (c.is_control() && !matches!(c, '\n' | '\t'))
}
