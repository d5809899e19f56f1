//! Words that one of two texts has alone, and which of them only went to another place.

use std::ops::Range;

use crate::align::same_in_order;

/// So many words in a row are told as moved and not as deleted and inserted.
const MOVED: usize = 4;

/// Where a word stands: the line, the piece, the byte it ends at.
pub(super) type Place = (usize, usize, usize);

/// A word that one of the texts has alone.
pub(super) struct Stray {
    pub(super) norm: u32,
    pub(super) place: Place,
    pub(super) kind: Kind,
}

/// What a word is, to tell figures with their words in brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Opens,
    Closes,
    Figures,
    Other,
}

impl Kind {
    /// What a word is.
    pub(super) fn of(text: &str) -> Self {
        match text {
            "(" => Self::Opens,
            ")" => Self::Closes,
            text if text.starts_with(|c: char| c.is_ascii_digit()) => Self::Figures,
            _ => Self::Other,
        }
    }
}

/// Words in a row that were deleted in one place and inserted in another.
pub(super) struct Moved {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// The words that only went from one place to another, as places among those that were deleted and
/// among those that were inserted.
pub(super) fn runs(deleted: &[Stray], inserted: &[Stray]) -> Vec<Moved> {
    let norms = |list: &[Stray]| -> Vec<u32> { list.iter().map(|stray| stray.norm).collect() };
    let same = same_in_order(&norms(deleted), &norms(inserted));
    let piece = |list: &[Stray], at: usize| (list[at].place.0, list[at].place.1);
    let mut runs = Vec::new();
    let mut from = 0;
    while from < same.len() {
        let mut to = from + 1;
        let follows = |to: usize| {
            let ((a, b), (c, d)) = (same[to - 1], same[to]);
            let near = c == a + 1 && d == b + 1;
            near && piece(deleted, a) == piece(deleted, c)
                && piece(inserted, b) == piece(inserted, d)
        };
        while to < same.len() && follows(to) {
            to += 1;
        }
        let (a, b) = same[from];
        let whole = untorn(deleted, a..a + to - from);
        if whole.len() >= MOVED {
            let by = whole.start - a;
            runs.push(Moved {
                new: b + by..b + by + whole.len(),
                old: whole,
            });
        }
        from = to;
    }
    runs
}

/// The words of a stretch without those that would tear figures from their words in brackets.
fn untorn(list: &[Stray], stretch: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = stretch;
    let kind = |at: usize| list.get(at).map(|stray| stray.kind);
    let closes = (start..end).find(|at| matches!(kind(*at), Some(Kind::Opens | Kind::Closes)));
    let inside = closes.filter(|at| kind(*at) == Some(Kind::Closes));
    let counted = start.checked_sub(1).and_then(kind) == Some(Kind::Figures);
    let behind = (counted && kind(start) == Some(Kind::Opens))
        .then(|| (start..end).find(|at| kind(*at) == Some(Kind::Closes)));
    if let Some(closes) = inside.or(behind.flatten()) {
        start = closes + 1;
    }
    let opens = (start..end)
        .rev()
        .find(|at| matches!(kind(*at), Some(Kind::Opens | Kind::Closes)));
    if let Some(opens) = opens.filter(|at| kind(*at) == Some(Kind::Opens)) {
        end = opens;
    }
    if end > start && kind(end - 1) == Some(Kind::Figures) && kind(end) == Some(Kind::Opens) {
        end -= 1;
    }
    start..end
}
