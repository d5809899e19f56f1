use std::ops::Range;

use super::{KEEP, Masked};
use crate::parse::scan::first;

/// Covers what Markdown would misread anywhere in a line: blanks, raw HTML, the definitions of
/// reference links (which Markdown takes out of the text), the marks inside addresses, stars
/// between two letters or digits, and control characters.
pub(super) fn cover(masked: &mut Masked, text: &[u8], range: Range<usize>) {
    let mut at = range.start;
    let mut word = Word::before(range.clone());
    while let Some(plain) = first(&masked.bytes[at..range.end], may_mark) {
        at += plain;
        let byte = masked.bytes[at];
        let next = masked.bytes[at + 1..range.end].first().copied();
        match byte {
            // An escaped mark is no mark, to Markdown either.
            b'\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => at += 1,
            b'*' | b'_' if word.address(text, at).contains(&at) => masked.bytes[at] = KEEP,
            b'*' if is_letter(masked, at, range.end) => masked.bytes[at] = KEEP,
            b'_' => at = cover_underscores(masked, at, range.end) - 1,
            b'<' => match autolink(&masked.bytes[at..range.end]) {
                Some(length) => at += length - 1,
                None => masked.bytes[at] = KEEP,
            },
            b']' if next == Some(b':') => masked.bytes[at + 1] = KEEP,
            0..=31 | 127 => masked.bytes[at] = KEEP,
            _ => {}
        }
        at += 1;
    }
}

/// Whether a byte may have to be covered, or may keep another one from it. Most do not.
fn may_mark(byte: u8) -> bool {
    let control = (byte < b' ') & (byte != b'\t') & (byte != b'\n') | (byte == 127);
    let opens = (byte == b'\\') | (byte == b'<') | (byte == b']');
    control | opens | (byte == b'*') | (byte == b'_')
}

/// Whether the star stands alone between two letters or digits, as in `2*3`.
fn is_letter(masked: &Masked, at: usize, limit: usize) -> bool {
    last_char(&masked.bytes[..at]).is_some_and(char::is_alphanumeric)
        && first_char(&masked.bytes[at + 1..limit]).is_some_and(char::is_alphanumeric)
}

/// Covers a run of underscores unless it is a single one that may mark emphasis: one that stands
/// between a letter and something else. Gives the end of the run.
fn cover_underscores(masked: &mut Masked, start: usize, limit: usize) -> usize {
    let run = masked.bytes[start..limit].iter();
    let end = start + run.take_while(|&&b| b == b'_').count();
    let before = last_char(&masked.bytes[..start]).is_some_and(char::is_alphanumeric);
    let after = first_char(&masked.bytes[end..limit]).is_some_and(char::is_alphanumeric);
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

/// The word that a mark stands in. Marks are rare, so that most words are never looked at.
struct Word {
    /// Where the stretch ends.
    end: usize,
    word: Range<usize>,
    address: Range<usize>,
}

impl Word {
    /// No word yet: one of a stretch is the first.
    fn before(stretch: Range<usize>) -> Self {
        let none = stretch.start..stretch.start;
        Self {
            end: stretch.end,
            word: none.clone(),
            address: none,
        }
    }

    /// The address that is the word around a place of the text, or a part of it: see [`address`].
    fn address(&mut self, text: &[u8], at: usize) -> Range<usize> {
        if at >= self.word.end {
            let before = &text[self.word.end..at];
            let space = memchr::memrchr3(b' ', b'\t', b'\n', before);
            let start = self.word.end + space.map_or(0, |space| space + 1);
            let rest = &text[at..self.end];
            let length = memchr::memchr3(b' ', b'\t', b'\n', rest);
            self.word = start..at + length.unwrap_or(rest.len());
            self.address = address(text, start..self.end);
        }
        self.address.clone()
    }
}

/// The part of the word that begins here which is an address, and so holds letters, not marks:
/// from the scheme of a web address, or around the `@` of an e-mail address, without the marks and
/// the punctuation that may follow it. Empty for any other word.
fn address(bytes: &[u8], from: Range<usize>) -> Range<usize> {
    let word = &bytes[from.clone()];
    let length = word.iter().take_while(|b| !b.is_ascii_whitespace()).count();
    let word = &word[..length];
    let within = |start: usize, end: usize| from.start + start..from.start + end;
    if let Some(scheme) = word.windows(3).position(|w| w == b"://") {
        let letters = word[..scheme].iter().rev();
        let start = scheme - letters.take_while(|b| b.is_ascii_alphabetic()).count();
        let after = word.iter().rev().take_while(|b| may_follow_address(**b));
        return within(start, (length - after.count()).max(start));
    }
    let Some(middle) = word.iter().position(|&b| b == b'@') else {
        return within(0, 0);
    };
    let fits = |b: &&u8| b.is_ascii_alphanumeric() || b".%+-_".contains(b);
    let mut start = middle - word[..middle].iter().rev().take_while(fits).count();
    let mut end = middle + 1 + word[middle + 1..].iter().take_while(fits).count();
    while start < middle && word[start] == b'_' {
        start += 1;
    }
    while end > middle + 1 && word[end - 1] == b'_' {
        end -= 1;
    }
    within(start, end)
}

fn may_follow_address(byte: u8) -> bool {
    byte >= 0x80 || b"*_)].,;:!?>\"'".contains(&byte)
}

/// The length of the address in angle brackets that the bytes begin with, such as
/// `<https://ioka.kz/>` (<https://spec.commonmark.org/0.31.2/#autolinks>).
fn autolink(bytes: &[u8]) -> Option<usize> {
    // Stops at the first byte that no address holds, so that a row of `<` costs no more than text.
    let mut inside = bytes[1..].iter();
    let stop = inside.position(|b| matches!(b, b'<' | b'>' | 127) || *b <= b' ')?;
    let inner = &bytes[1..=stop];
    if bytes.get(stop + 1) != Some(&b'>') {
        return None;
    }
    let schemes: [&[u8]; 4] = [b"https://", b"http://", b"mailto:", b"tel:"];
    let has_scheme = schemes.iter().any(|scheme| {
        inner
            .get(..scheme.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    });
    (has_scheme || is_e_mail(inner)).then_some(stop + 2)
}

fn is_e_mail(word: &[u8]) -> bool {
    let mut parts = word.split(|&b| b == b'@');
    let (Some(local), Some(host), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let local_fits = |b: &u8| b.is_ascii_alphanumeric() || b"._+-".contains(b);
    let label_fits = |label: &[u8]| {
        let fits = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
        (1..=63).contains(&label.len())
            && label.iter().all(fits)
            && !label.starts_with(b"-")
            && !label.ends_with(b"-")
    };
    local.first().is_some_and(u8::is_ascii_alphanumeric)
        && local.iter().all(local_fits)
        && host.split(|&b| b == b'.').all(label_fits)
}
