use std::ops::Range;

use super::TimeUnit;
use crate::lang::{Beginning, Endings, Quantities, Role, WordList, is_digit};

/// A word, or the figures or the letters of a word that has both: «5лет».
#[derive(Clone, Debug)]
pub(super) struct Token<'r> {
    /// Its place, as bytes of the run's text.
    pub(super) range: Range<usize>,
    /// Folded.
    pub(super) folded: &'r str,
    /// What it begins with.
    pub(super) beginning: Beginning,
    /// Whether it is figures.
    pub(super) digits: bool,
    /// Whether it is part of a fact already.
    pub(super) taken: bool,
    /// The number it says, with the count of words that say it.
    pub(super) number: Option<(u64, usize)>,
    /// What else it may mean, with the count of words.
    pub(super) role: Option<(&'r Role, usize)>,
    /// So many of a unit in one word.
    pub(super) period: Option<(u64, TimeUnit)>,
}

/// The tokens of a run.
pub(super) fn tokens<'r>(words: &'r WordList, text: &str) -> Vec<Token<'r>> {
    let mut list = Vec::with_capacity(words.len());
    let token = |range, folded, beginning, digits| Token {
        range,
        folded,
        beginning,
        digits,
        taken: false,
        number: None,
        role: None,
        period: None,
    };
    for (word, folded) in words.iter() {
        if !word.figures {
            list.push(token(word.range.clone(), folded, word.beginning, false));
            continue;
        }
        let mut start = word.range.start;
        let mut rest = folded;
        for piece in pieces(&text[word.range.clone()]) {
            let digits = piece.starts_with(is_digit);
            // Figures are folded to themselves, so both have as many pieces.
            let length = pieces(rest).next().map_or(0, str::len);
            let (own, after) = rest.split_at(length);
            let range = start..start + piece.len();
            list.push(token(range, own, Beginning::of(own), digits));
            start += piece.len();
            rest = after;
        }
    }
    list
}

/// Runs of figures and runs of other letters.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let digits = is_digit(rest.chars().next()?);
        let end = rest.find(|c| is_digit(c) != digits);
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(piece)
    })
}

/// Looks up what the words may mean.
pub(super) fn classify<'r>(
    list: &mut [Token<'r>],
    text: &str,
    quantities: &'r Quantities,
    endings: &Endings,
) {
    for at in 0..list.len() {
        // Of most words nothing is known.
        if list[at].digits || !quantities.lexicon.may_know(list[at].beginning) {
            continue;
        }
        let found = {
            let word = |further: usize| {
                let token = list.get(at + further)?;
                let close = further == 0 || {
                    let before = list.get(at + further - 1)?;
                    let gap = &text[before.range.end..token.range.start];
                    // The parts of an abbreviation such as "p.m." stand close.
                    is_close(gap) || gap == "."
                };
                (close && !token.digits).then_some(token.folded)
            };
            quantities.lexicon.find(endings, &word)
        };
        let token = &mut list[at];
        if let Some((Role::Number(number), length)) = found[0] {
            token.number = Some((*number, length));
        }
        token.role = found[1];
        if token.number.is_none() && token.role.is_none() {
            token.period = quantities.lexicon.period(endings, token.folded);
        }
    }
}

/// Whether two words with this between them belong together.
pub(super) fn is_close(gap: &str) -> bool {
    matches!(gap, " " | "-" | "" | "\u{A0}" | "\u{2010}" | "\u{2011}")
        || gap.chars().all(char::is_whitespace)
}

/// Figures of the usual width.
pub(super) fn ascii_digits(text: &str) -> String {
    let digits = text.chars().filter(|c| is_digit(*c));
    digits
        .map(|c| match c {
            '\u{FF10}'..='\u{FF19}' => {
                let value = u32::from(c) - 0xFF10;
                char::from_digit(value, 10).unwrap_or(c)
            }
            _ => c,
        })
        .collect()
}
