//! A copy of the text, byte for byte as long, in which what Markdown would misread stands covered.
//!
//! Two covers are used. What is [`DROP`]ped is not published (comments, the typed numbers that are
//! kept elsewhere); what is [`KEEP`]t is published letter by letter, only Markdown shall not see
//! it. Both are control characters that mean nothing to Markdown and that no text holds: where a
//! text does hold them, they are covered themselves.

mod bullet;
mod controls;
mod inside;
mod skeleton;
mod start;

pub(super) use controls::is_invisible;

use std::borrow::Cow;
use std::ops::Range;

use super::fence::Fence;
use super::lines::lines;
use skeleton::Skeleton;
use start::Starts;

/// Covers a byte that is not published.
pub(super) const DROP: u8 = 1;
/// Covers a byte that is published as it is. It is the one control character that may stand in a
/// link's target without ending it.
pub(super) const KEEP: u8 = 127;

/// The covered copy.
pub(super) struct Masked {
    bytes: Vec<u8>,
    /// The fenced blocks of the text.
    pub(super) fences: Vec<Fence>,
    /// Invisible characters of the text, which no page can show.
    pub(super) controls: Vec<Range<usize>>,
}

impl Masked {
    /// The copy's bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Covers a range of whole characters.
    pub(super) fn cover(&mut self, range: Range<usize>, cover: u8) {
        self.bytes[range].fill(cover);
    }

    /// Covers the bars from a place to the line's end: what stands behind a clause's number is no
    /// head of a table.
    pub(super) fn cover_bars(&mut self, from: usize) {
        let rest = &mut self.bytes[from..];
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = &mut rest[..end];
        if memchr::memchr(b'|', line).is_none() {
            return;
        }
        let mut escaped = false;
        for byte in line {
            if *byte == b'|' && !escaped {
                *byte = KEEP;
            }
            escaped = *byte == b'\\' && !escaped;
        }
    }

    /// The copy as text. Only whole characters are covered, so it is always valid.
    pub(super) fn as_text(&self) -> Cow<'_, str> {
        match simdutf8::basic::from_utf8(&self.bytes) {
            Ok(text) => text.into(),
            Err(_) => {
                debug_assert!(false, "only whole characters are covered");
                String::from_utf8_lossy(&self.bytes)
            }
        }
    }
}

/// The covered copy, to be read.
#[derive(Clone, Copy)]
pub(super) struct Covered<'m>(pub(super) &'m str);

impl<'m> Covered<'m> {
    /// The copy of a range; "" for a range that does not lie on characters.
    pub(super) fn get(self, range: Range<usize>) -> &'m str {
        self.0.get(range).unwrap_or_default()
    }
}

/// Makes the covered copy of a text.
pub(super) fn mask(text: &str) -> Masked {
    let Skeleton {
        comments,
        fences,
        verbatim,
    } = skeleton::skeleton(text.as_bytes());
    let mut masked = Masked {
        bytes: text.as_bytes().to_vec(),
        fences,
        controls: controls::find(text, &comments),
    };
    let mut comments = comments.as_slice();
    let mut from = 0;
    let end = text.len()..text.len();
    for verbatim in verbatim.into_iter().chain([end]) {
        let here = comments.partition_point(|comment| comment.end <= verbatim.start);
        cover_between(&mut masked, text, from..verbatim.start, &comments[..here]);
        comments = &comments[here..];
        from = verbatim.end;
    }
    masked
}

/// Covers what is to be covered in a stretch of text without code, and the comments in it.
fn cover_between(masked: &mut Masked, text: &str, range: Range<usize>, comments: &[Range<usize>]) {
    inside::cover(masked, text.as_bytes(), range.clone());
    for comment in comments {
        masked.cover(comment.clone(), DROP);
    }
    let stretch: Vec<_> = lines(&masked.bytes, range).collect();
    let mut starts = Starts::new();
    for line in stretch {
        starts.line(masked, line);
    }
}
