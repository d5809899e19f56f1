use std::ops::Range;

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

/// So many bytes are looked at together.
const CHUNK: usize = 32;

/// The invisible characters of a text, each with its place. Of most characters the first byte says
/// that they are none.
fn invisible(text: &str) -> impl Iterator<Item = (usize, char)> {
    // C2 begins the control characters beyond ASCII, E2 the marks of direction, EF the byte order mark.
    let may_be = |b: u8| matches!(b, 0..=8 | 11..=31 | 127 | 0xC2 | 0xE2 | 0xEF);
    // Whole chunks are looked at in a few steps of the machine.
    let chunks = text.as_bytes().chunks(CHUNK).enumerate();
    let chunks =
        chunks.filter(move |(_, chunk)| chunk.iter().fold(false, |any, b| any | may_be(*b)));
    let places = chunks.flat_map(|(at, chunk)| (at * CHUNK..).zip(chunk));
    let places = places.filter(move |(_, b)| may_be(**b));
    let chars = places.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)));
    chars.filter(|(_, c)| is_invisible(*c))
}

/// Control characters, byte order marks, and the marks that turn the direction of writing around,
/// by which a text may show other words than it holds.
pub(in crate::parse) fn is_invisible(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || c == '\u{FEFF}' || (c.is_control() && !matches!(c, '\n' | '\t'))
}
