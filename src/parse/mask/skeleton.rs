use std::ops::Range;

use super::super::fence::{self, FenceKind, Opening};
use super::super::lines::lines;

/// Where a text is not text: its comments and its code.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Skeleton {
    /// Comments, with their marks, in order.
    pub(super) comments: Vec<Range<usize>>,
    /// The lines inside code blocks, in order.
    pub(super) code: Vec<Range<usize>>,
}

/// Finds comments and code. The two are found together, because a fence inside a comment opens
/// nothing and a comment inside code hides nothing.
pub(super) fn skeleton(bytes: &[u8]) -> Skeleton {
    let mut found = Skeleton::default();
    let mut open: Vec<(Opening, FenceKind)> = Vec::new();
    let mut comment_end = 0;
    let mut unclosed = false;
    for line in lines(bytes, 0..bytes.len()) {
        if line.start < comment_end {
            comment_end = comments(bytes, comment_end..line.end, &mut found, &mut unclosed);
            continue;
        }
        if let Some((opening, kind)) = open.last() {
            if fence::closes(bytes, &line, opening) {
                open.pop();
                continue;
            }
            if *kind == FenceKind::Code {
                extend(&mut found.code, line);
                continue;
            }
        }
        if let Some(opening) = fence::opening(bytes, &line) {
            let info = std::str::from_utf8(&bytes[opening.info.clone()]).unwrap_or_default();
            let kind = FenceKind::of(info);
            open.push((opening, kind));
            continue;
        }
        comment_end = comments(bytes, line, &mut found, &mut unclosed);
    }
    found
}

/// Notes the comments that begin on a line; gives the end of the last one, which may lie beyond
/// the line. After a comment that is never closed no other is looked for, so that the cost stays
/// linear.
fn comments(bytes: &[u8], line: Range<usize>, found: &mut Skeleton, unclosed: &mut bool) -> usize {
    let mut from = line.start;
    while !*unclosed && from < line.end {
        let Some(start) = find(&bytes[from..line.end], b"<!--") else {
            break;
        };
        let start = from + start;
        match find(&bytes[start + 4..], b"-->") {
            Some(length) => {
                from = start + 4 + length + 3;
                found.comments.push(start..from);
            }
            None => *unclosed = true,
        }
    }
    from
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|w| w == needle)
}

fn extend(code: &mut Vec<Range<usize>>, line: Range<usize>) {
    match code.last_mut() {
        Some(last) if last.end + 1 == line.start => last.end = line.end,
        _ => code.push(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_hides_comments_and_comments_hide_fences() {
        let text = "<!-- a\n```\n-->\n```\n<!-- b -->\n```\n<!-- c -->";
        let found = skeleton(text.as_bytes());
        let parts = |ranges: &[Range<usize>]| -> Vec<&str> {
            ranges.iter().map(|r| &text[r.clone()]).collect()
        };
        assert_eq!(parts(&found.comments), ["<!-- a\n```\n-->", "<!-- c -->"]);
        assert_eq!(parts(&found.code), ["<!-- b -->"]);
    }

    #[test]
    fn the_inside_of_a_form_is_text_again() {
        let text = "````form\n<!-- a -->\n```\n<!-- b -->\n```\n````\n";
        let found = skeleton(text.as_bytes());
        assert_eq!((found.comments.len(), found.code.len()), (1, 1));
    }
}
