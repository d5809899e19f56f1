//! What needs no translation in a text: names, codes, titles quoted in letters of another script.

use std::ops::Range;

use crate::facts::Run;
use crate::lang::{Script, is_letter, script as letter_script};

/// Whether a word may be a name: `Алматы`, `БИК`.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && (word.chars().skip(1).all(|c| !c.is_uppercase()) || word.chars().count() < 5)
}

/// Whether a word is part of a code or an address: `KZ12345ABC`, `ioka.kz`.
pub(super) fn is_code(text: &str, word: &Range<usize>) -> bool {
    let space = |c: char| c.is_whitespace();
    let start = text[..word.start].rfind(space).map_or(0, |at| at + 1);
    let end = text[word.end..]
        .find(space)
        .map_or(text.len(), |at| word.end + at);
    let Some(piece) = text.get(start..end) else {
        return false;
    };
    let piece = piece.trim_matches(|c: char| !c.is_alphanumeric());
    let inside = |c: char| piece.contains(c) && piece.chars().all(|c| c.is_ascii_graphic());
    piece.contains(|c: char| c.is_ascii_digit()) || inside('.') || inside('@')
}

/// The places of titles that are quoted in letters of another script, where those may stand:
/// «Information security».
pub(super) fn titles(run: &Run, script: &Script) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for sign in run.words.signs() {
        match (open, sign.c) {
            (Some((start, close)), c) if c == close => {
                let mut letters = run.text[start..sign.at()].chars().filter(|c| is_letter(*c));
                if letters
                    .all(|c| letter_script(c) != script.name && script.allows(letter_script(c)))
                {
                    titles.push(start..sign.at());
                }
                open = None;
            }
            (None, '«') => open = Some((sign.at(), '»')),
            (None, '“') => open = Some((sign.at(), '”')),
            (None, '"') => open = Some((sign.at(), '"')),
            _ => {}
        }
    }
    titles
}
