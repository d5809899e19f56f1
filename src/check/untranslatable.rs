//! What needs no translation in a text: names, codes, titles quoted in letters of another script.

use std::ops::Range;

use crate::facts::Run;
use crate::lang::{Script, is_letter, script as letter_script};

/// Whether a word may be a name: `Алматы`, `БИК`.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && (word.chars().skip(1).all(|c| !c.is_uppercase()) || word.chars().count() < 5)
}

/// Which words of a text are parts of a code or an address: `KZ12345ABC`, `ioka.kz`.
///
/// What stands between two spaces is looked at once, however many words there are in it.
pub(super) struct Codes<'t> {
    text: &'t str,
    /// Where the words stood that were asked for last, from space to space.
    piece: Range<usize>,
    /// Whether that is a code.
    is_code: bool,
}

impl<'t> Codes<'t> {
    /// Those of a text.
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            piece: 0..0,
            is_code: false,
        }
    }

    /// Whether a word of the text is part of one. Words are asked for in their order.
    pub(super) fn have(&mut self, word: &Range<usize>) -> bool {
        if word.start < self.piece.start || word.end > self.piece.end {
            let space = |c: char| c.is_whitespace();
            let start = self.text[..word.start].rfind(space).map_or(0, |at| at + 1);
            let end = self.text[word.end..].find(space);
            self.piece = start..end.map_or(self.text.len(), |at| word.end + at);
            self.is_code = self.text.get(self.piece.clone()).is_some_and(is_code);
        }
        self.is_code
    }
}

/// Whether what stands between two spaces is a code or an address.
fn is_code(piece: &str) -> bool {
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

/// Whether a place stands in a title. Places are asked for in their order: the titles before it are
/// dropped.
pub(super) fn in_title(titles: &mut &[Range<usize>], at: usize) -> bool {
    while let [first, rest @ ..] = *titles {
        if at < first.end {
            return first.contains(&at);
        }
        *titles = rest;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Codes, in_title};
    use crate::lang::WordList;

    /// The words of a text that are parts of codes and addresses.
    fn codes(text: &str) -> Vec<&str> {
        let list = WordList::of(text);
        let mut codes = Codes::of(text);
        let words = list.words().iter().filter(|word| codes.have(&word.range));
        words.map(|word| &text[word.range.clone()]).collect()
    }

    #[test]
    fn a_code_stands_from_space_to_space() {
        assert_eq!(codes("счет KZ12345ABC банка"), ["KZ12345ABC"]);
        assert_eq!(codes("(ioka.kz), a/b c."), ["ioka", "kz"]);
        assert_eq!(codes("x-y-7 z a@b"), ["x", "y", "7", "a", "b"]);
        assert_eq!(codes("слово.слово"), [""; 0]);
    }

    #[test]
    fn places_are_asked_for_in_their_order() {
        let titles = [2..5, 8..9];
        let mut rest = titles.as_slice();
        let inside: Vec<usize> = (0..12).filter(|at| in_title(&mut rest, *at)).collect();
        assert_eq!(inside, [2, 3, 4, 8]);
    }
}
