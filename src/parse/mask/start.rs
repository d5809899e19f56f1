use std::ops::Range;

use super::{DROP, KEEP, Masked};

/// The bullets people paste from word processors; the last is Word's own, from its symbol font.
const BULLETS: [char; 6] = ['•', '◦', '▪', '●', '‣', '\u{F0B7}'];

/// Covers what Markdown would misread at the start of a line, also behind the line's bullets:
///
/// - `1. X`, `2025. год`, `13) X` open no list: numbers are typed, never generated;
/// - `> 5 лет` is no quotation, `+ 7 701` no bullet;
/// - behind a bullet, `# X` is no heading.
///
/// A pasted `•` becomes Markdown's own bullet.
pub(super) fn cover(masked: &mut Masked, line: Range<usize>) {
    let mut at = line.start;
    let mut behind_bullet = false;
    loop {
        at += leading_space(&masked.bytes[at..line.end]);
        if let Some(bullet) = pasted_bullet(&masked.bytes[at..line.end]) {
            masked.bytes[at] = b'-';
            masked.bytes[at + 1] = b' ';
            masked.cover(at + 2..at + bullet, DROP);
        }
        match masked.bytes[at..line.end] {
            [b'-' | b'*', b' ' | b'\t', ..] => {
                at += 2;
                behind_bullet = true;
            }
            [b'+', b' ' | b'\t', ..] | [b'+'] | [b'>', ..] => {
                return masked.cover(at..at + 1, KEEP);
            }
            [b'#', ..] if behind_bullet => return masked.cover(at..at + 1, KEEP),
            [b'0'..=b'9', ..] => return cover_number(masked, at..line.end),
            _ => return,
        }
    }
}

fn cover_number(masked: &mut Masked, range: Range<usize>) {
    let text = &masked.bytes[range.clone()];
    let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
    if let [b'.' | b')', rest @ ..] = &text[digits..]
        && matches!(rest, [] | [b' ' | b'\t', ..])
    {
        let mark = range.start + digits;
        masked.cover(mark..mark + 1, KEEP);
    }
}

fn leading_space(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|b| matches!(b, b' ' | b'\t'))
        .count()
}

/// The length in bytes of the pasted bullet that the bytes begin with.
fn pasted_bullet(bytes: &[u8]) -> Option<usize> {
    let bullet = BULLETS.iter().find(|bullet| {
        let mut buffer = [0; 4];
        bytes.starts_with(bullet.encode_utf8(&mut buffer).as_bytes())
    })?;
    Some(bullet.len_utf8())
}
