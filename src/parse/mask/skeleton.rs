use std::ops::Range;

use super::super::fence::{Fence, FenceKind, Opening};
use super::super::lines::lines;

/// Where a text is not text: its comments and its fenced blocks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Skeleton {
    /// Comments, with their marks, in order.
    pub(super) comments: Vec<Range<usize>>,
    /// The fenced blocks, in order; those inside a form hang below it.
    pub(super) fences: Vec<Fence>,
    /// The lines of fences and the lines of code, in order: nothing in them means anything else.
    pub(super) verbatim: Vec<Range<usize>>,
}

/// Finds comments and fenced blocks. The two are found together, because a fence inside a comment
/// opens nothing and a comment inside code hides nothing.
///
/// A block whose closing fence was forgotten would swallow the rest of the file, up to the closing
/// fence of the next block. It ends where something begins that cannot stand in it.
pub(super) fn skeleton(bytes: &[u8]) -> Skeleton {
    let mut scan = Scan {
        bytes,
        found: Skeleton::default(),
        open: Vec::new(),
        comment_end: 0,
        unclosed_comment: false,
    };
    for line in lines(bytes, 0..bytes.len()) {
        scan.line(line);
    }
    while !scan.open.is_empty() {
        scan.end_fence(bytes.len());
    }
    scan.found
}

struct Scan<'b> {
    bytes: &'b [u8],
    found: Skeleton,
    /// The blocks that are open: at most a form and a block inside it.
    open: Vec<(Opening, Fence)>,
    comment_end: usize,
    /// After a comment that is never closed no other is looked for, so that the cost stays linear.
    unclosed_comment: bool,
}

impl Scan<'_> {
    fn line(&mut self, line: Range<usize>) {
        if line.start < self.comment_end {
            return self.comments(self.comment_end..line.end);
        }
        if let Some((opening, _)) = self.open.last()
            && opening.is_closed_by(self.bytes, &line)
        {
            return self.close_fence(line);
        }
        let next = Opening::read(self.bytes, &line);
        while let Some((opening, _)) = self.open.last() {
            let cut = next.as_ref().is_some_and(|next| opening.is_cut_by(next));
            if !cut && !ends_at_heading(opening.kind, &self.bytes[line.clone()]) {
                break;
            }
            self.end_fence(line.start.saturating_sub(1));
        }
        match (self.open.last().map(|(opening, _)| opening.kind), next) {
            (Some(FenceKind::Code), _) => self.found.verbatim.push(line),
            (None | Some(FenceKind::Form), Some(opening)) => self.open_fence(opening, line),
            _ => self.comments(line),
        }
    }

    fn open_fence(&mut self, opening: Opening, line: Range<usize>) {
        self.found.verbatim.push(line.clone());
        let below = (line.end + 1).min(self.bytes.len());
        let fence = Fence {
            kind: opening.kind,
            info: opening.info.clone(),
            range: line,
            content: below..below,
            closed: false,
            inner: Vec::new(),
        };
        self.open.push((opening, fence));
    }

    fn close_fence(&mut self, line: Range<usize>) {
        self.found.verbatim.push(line.clone());
        if let Some((_, mut fence)) = self.open.pop() {
            fence.closed = true;
            fence.content.end = line.start.max(fence.content.start);
            fence.range.end = line.end;
            self.keep(fence);
        }
    }

    /// Ends the innermost block before a place, without a closing fence.
    fn end_fence(&mut self, place: usize) {
        if let Some((_, mut fence)) = self.open.pop() {
            fence.content.end = place.max(fence.content.start);
            fence.range.end = place.max(fence.range.end);
            self.keep(fence);
        }
    }

    fn keep(&mut self, fence: Fence) {
        match self.open.last_mut() {
            Some((_, form)) => form.inner.push(fence),
            None => self.found.fences.push(fence),
        }
    }

    /// Notes the comments that begin in a stretch of a line.
    fn comments(&mut self, stretch: Range<usize>) {
        let mut from = stretch.start;
        while !self.unclosed_comment && from < stretch.end {
            let Some(start) = find(&self.bytes[from..stretch.end], b"<!--") else {
                break;
            };
            let start = from + start;
            // The dashes of the opening may be those of the end: `<!-->` is a whole comment.
            match find(&self.bytes[start + 2..], b"-->") {
                Some(length) => {
                    from = start + 2 + length + 3;
                    self.found.comments.push(start..from);
                }
                None => self.unclosed_comment = true,
            }
        }
        self.comment_end = from;
    }
}

/// Whether a heading shows that a block of this kind was never closed. In code `#` may begin
/// anything; in a form only the heading of an annex is out of place.
fn ends_at_heading(kind: FenceKind, line: &[u8]) -> bool {
    match kind {
        FenceKind::Table => line.starts_with(b"# ") || line.starts_with(b"## "),
        FenceKind::Form => line.starts_with(b"# "),
        FenceKind::Code => false,
    }
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    // Most lines do not even hold its first byte.
    let first = memchr::memchr(*needle.first()?, bytes)?;
    let found = memchr::memmem::find(&bytes[first..], needle);
    found.map(|at| first + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'t>(text: &'t str, ranges: &[Range<usize>]) -> Vec<&'t str> {
        ranges.iter().map(|r| &text[r.clone()]).collect()
    }

    #[test]
    fn code_hides_comments_and_comments_hide_fences() {
        let text = "<!-- a\n```\n-->\n```\n<!-- b -->\n```\n<!-- c -->";
        let found = skeleton(text.as_bytes());
        assert_eq!(
            parts(text, &found.comments),
            ["<!-- a\n```\n-->", "<!-- c -->"]
        );
        assert_eq!(parts(text, &found.verbatim), ["```", "<!-- b -->", "```"]);
    }

    #[test]
    fn the_inside_of_a_form_is_text_again() {
        let text = "```form\n<!-- a -->\n```\n<!-- b -->\n```\n";
        let found = skeleton(text.as_bytes());
        assert_eq!(parts(text, &found.comments), ["<!-- a -->", "<!-- b -->"]);
        let text = "```form\n```x\n<!-- a -->\n```\n<!-- b -->\n```\n";
        let found = skeleton(text.as_bytes());
        assert_eq!(parts(text, &found.comments), ["<!-- b -->"]);
        assert_eq!(found.fences.len(), 1);
        assert_eq!(found.fences[0].inner.len(), 1);
    }

    #[test]
    fn a_forgotten_closing_fence_swallows_no_section() {
        let text = "```table\n- - a\n\n## 2. Next\n\n```table\n- - b\n```\n";
        let found = skeleton(text.as_bytes());
        let ranges: Vec<_> = found.fences.iter().map(|f| f.range.clone()).collect();
        let expected = ["```table\n- - a\n", "```table\n- - b\n```"];
        assert_eq!(parts(text, &ranges), expected);
    }
}
