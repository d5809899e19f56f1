use std::ops::Range;

use super::{DROP, Masked};

/// More bullets on one line, and more levels of a list, than any policy has.
pub(super) const MOST_BULLETS: usize = 12;

/// The bullets people paste from word processors; the last is Word's own, from its symbol font.
const PASTED: [char; 8] = ['•', '◦', '▪', '●', '‣', '■', '·', '\u{F0B7}'];

/// Whether the bytes begin with a bullet.
pub(super) fn is_at(bytes: &[u8]) -> bool {
    matches!(bytes, [b'-' | b'*', b' ' | b'\t', ..]) || pasted(bytes).is_some()
}

/// Makes Markdown's own bullet of the one that stands here. Gives the place behind it, where white
/// space follows.
pub(super) fn mend(masked: &mut Masked, rest: Range<usize>) -> usize {
    let at = rest.start;
    if let Some(length) = pasted(&masked.bytes[rest]) {
        masked.bytes[at] = b'-';
        masked.bytes[at + 1] = b' ';
        masked.cover(at + 2..at + length, DROP);
    }
    at + 1
}

/// The length of the pasted bullet, or of the hyphen with a non-breaking space (Word's way), that
/// the bytes begin with.
fn pasted(bytes: &[u8]) -> Option<usize> {
    let hyphen = "-\u{A0}";
    if bytes.starts_with(hyphen.as_bytes()) {
        return Some(hyphen.len());
    }
    let first = bytes.first().filter(|b| **b >= 0x80)?;
    let found = PASTED.iter().find(|bullet| {
        let mut buffer = [0; 4];
        let code = bullet.encode_utf8(&mut buffer).as_bytes();
        code[0] == *first && bytes.starts_with(code)
    });
    found.map(|bullet| bullet.len_utf8())
}
