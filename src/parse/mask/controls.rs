use std::ops::Range;

/// Finds the characters that no page can show, but for those in comments.
pub(super) fn find(text: &str, comments: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut comments = comments.iter().peekable();
    let mut found = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_invisible(*c)) {
        while comments.next_if(|comment| comment.end <= at).is_some() {}
        if comments.peek().is_none_or(|comment| at < comment.start) {
            found.push(at..at + c.len_utf8());
        }
    }
    found
}

/// Control characters, byte order marks, and the marks that turn the direction of writing around,
/// by which a text may show other words than it holds.
pub(in crate::parse) fn is_invisible(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || c == '\u{FEFF}' || (c.is_control() && !matches!(c, '\n' | '\t'))
}
