use std::ops::Range;

use super::{KEEP, Masked};

/// Covers what Markdown would misread anywhere in a line: blanks, raw HTML, the definitions of
/// reference links (which Markdown takes out of the text), the marks inside addresses, and control
/// characters.
pub(super) fn cover(masked: &mut Masked, range: Range<usize>) {
    let mut at = range.start;
    let mut in_address = begins_address(&masked.bytes[range.clone()]);
    while at < range.end {
        let byte = masked.bytes[at];
        match byte {
            b' ' | b'\t' | b'\n' => in_address = begins_address(&masked.bytes[at + 1..range.end]),
            b'*' | b'_' | b'~' if in_address => masked.bytes[at] = KEEP,
            b'_' => at = cover_underscores(masked, at, range.end) - 1,
            b'<' if !is_autolink(&masked.bytes[at..range.end]) => masked.bytes[at] = KEEP,
            b']' if masked.bytes[at + 1..range.end].first() == Some(&b':') => {
                masked.bytes[at + 1] = KEEP;
            }
            0..=31 | 127 => {
                masked.controls.push(at);
                masked.bytes[at] = KEEP;
            }
            _ => {}
        }
        at += 1;
    }
}

/// Covers a run of underscores unless it is a single one that may mark emphasis: one that stands
/// between a letter and something else. Gives the end of the run.
fn cover_underscores(masked: &mut Masked, start: usize, limit: usize) -> usize {
    let run = masked.bytes[start..limit].iter();
    let end = start + run.take_while(|&&b| b == b'_').count();
    let before = last_char(&masked.bytes[..start]).is_some_and(char::is_alphanumeric);
    let after = first_char(&masked.bytes[end..]).is_some_and(char::is_alphanumeric);
    if end - start > 1 || before == after {
        masked.cover(start..end, KEEP);
    }
    end
}

fn first_char(bytes: &[u8]) -> Option<char> {
    let length = bytes.len().min(4);
    (1..=length).find_map(|end| std::str::from_utf8(&bytes[..end]).ok()?.chars().next())
}

fn last_char(bytes: &[u8]) -> Option<char> {
    let length = bytes.len().min(4);
    let mut tails = (1..=length).map(|back| &bytes[bytes.len() - back..]);
    tails.find_map(|tail| std::str::from_utf8(tail).ok()?.chars().next())
}

/// Whether the word that begins here is an address, in which `_` and `*` are letters.
fn begins_address(bytes: &[u8]) -> bool {
    let length = bytes
        .iter()
        .take_while(|b| !b.is_ascii_whitespace())
        .count();
    let word = &bytes[..length];
    word.contains(&b'@') || word.windows(3).any(|w| w == b"://")
}

/// Whether the bytes begin with an address in angle brackets, such as `<https://ioka.kz/>`
/// (<https://spec.commonmark.org/0.31.2/#autolinks>).
fn is_autolink(bytes: &[u8]) -> bool {
    // Stops at the first byte that no address holds, so that a row of `<` costs no more than text.
    let mut inside = bytes[1..].iter();
    let stop = inside.position(|b| matches!(b, b'<' | b'>') || *b <= b' ');
    let Some(inner) = stop.map(|length| &bytes[1..=length]) else {
        return false;
    };
    let closed = bytes.get(inner.len() + 1) == Some(&b'>');
    let scheme = [&b"https://"[..], b"http://", b"mailto:", b"tel:"]
        .iter()
        .any(|scheme| inner.starts_with(scheme));
    let e_mail = inner.iter().position(|&b| b == b'@').is_some_and(|i| i > 0);
    closed && (scheme || e_mail)
}
