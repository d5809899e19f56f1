//! A copy of the text, byte for byte as long, in which what Markdown would misread stands covered.
//!
//! Two covers are used. What is [`DROP`]ped is not published (comments, the typed numbers that are
//! kept elsewhere); what is [`KEEP`]t is published letter by letter, only Markdown shall not see
//! it. Both are control characters that mean nothing to Markdown and that no text holds: where a
//! text does hold them, they are covered themselves.

mod inside;
mod skeleton;
mod start;

use std::ops::Range;

use super::lines::lines;
use skeleton::Skeleton;

/// Covers a byte that is not published.
pub(super) const DROP: u8 = 1;
/// Covers a byte that is published as it is.
pub(super) const KEEP: u8 = 2;

/// The covered copy.
pub(super) struct Masked {
    bytes: Vec<u8>,
    /// Control characters of the text, which no page can show.
    pub(super) controls: Vec<usize>,
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

    /// The copy as text. Only whole characters are covered, so it is always valid.
    pub(super) fn into_text(self) -> String {
        match String::from_utf8(self.bytes) {
            Ok(text) => text,
            Err(error) => {
                debug_assert!(false, "only whole characters are covered");
                String::from_utf8_lossy(error.as_bytes()).into_owned()
            }
        }
    }
}

/// A stretch of the covered copy, read by places in the whole text.
#[derive(Clone, Copy)]
pub(super) struct Covered<'m> {
    text: &'m str,
    start: usize,
}

impl<'m> Covered<'m> {
    /// The stretch that begins at this place in the whole text.
    pub(super) fn new(text: &'m str, start: usize) -> Self {
        Self { text, start }
    }

    /// The copy of a range; "" for a range that does not lie on characters of the stretch.
    pub(super) fn get(self, range: Range<usize>) -> &'m str {
        let start = range.start.checked_sub(self.start);
        let end = range.end.checked_sub(self.start);
        let part = start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end));
        part.unwrap_or_default()
    }
}

/// Makes the covered copy of a text.
pub(super) fn mask(text: &str) -> Masked {
    let mut masked = Masked {
        bytes: text.as_bytes().to_vec(),
        controls: Vec::new(),
    };
    let Skeleton { comments, code } = skeleton::skeleton(text.as_bytes());
    let mut from = 0;
    for verbatim in code {
        cover_between(&mut masked, from..verbatim.start, &comments);
        from = verbatim.end;
    }
    cover_between(&mut masked, from..text.len(), &comments);
    masked
}

/// Covers what is to be covered in a stretch of text that holds no code.
fn cover_between(masked: &mut Masked, range: Range<usize>, comments: &[Range<usize>]) {
    inside::cover(masked, range.clone());
    let within = |c: &&Range<usize>| range.start <= c.start && c.end <= range.end;
    for comment in comments.iter().filter(within) {
        masked.cover(comment.clone(), DROP);
    }
    let stretch: Vec<_> = lines(&masked.bytes, range).collect();
    for line in stretch {
        start::cover(masked, line);
    }
}
