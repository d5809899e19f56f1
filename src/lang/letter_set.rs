//! Which letters there are in a text or an alphabet, told by groups of letters.

use super::alphabet::{BASIC, LATIN};
use super::further_letters::FurtherLetters;

/// The letters of a text, or those of an alphabet: a group counts as one letter, which a text has with
/// any of its letters and an alphabet with all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LetterSet {
    /// The groups that are told by a bit: [`LATIN`] and [`BASIC`].
    groups: u8,
    further: FurtherLetters,
    /// Letters of any other kind. No alphabet is known to have all of them.
    others: bool,
}

impl LetterSet {
    /// The letters of an alphabet.
    pub(super) fn of_alphabet(has: impl Fn(char) -> bool) -> Self {
        let group = |bit: u8, mut letters: std::ops::RangeInclusive<char>| match letters.all(&has) {
            true => bit,
            false => 0,
        };
        Self {
            groups: group(LATIN, 'a'..='z') | group(BASIC, 'а'..='я'),
            further: FurtherLetters::all(&has),
            others: false,
        }
    }

    /// Takes in what a text has: the kinds of its plain letters, and which further letters there are.
    #[inline]
    pub(super) fn take(&mut self, kinds: u8, further: FurtherLetters) {
        self.groups |= kinds & (LATIN | BASIC);
        self.further.take(further);
    }

    /// Notes that a text has letters of other kinds.
    pub(super) fn take_others(&mut self) {
        self.others = true;
    }

    /// Whether an alphabet has all letters of this text. Where it says no, it may still have them.
    pub(super) fn are_all_in(self, alphabet: Self) -> bool {
        !self.others
            && self.groups & !alphabet.groups == 0
            && self.further.are_among(alphabet.further)
    }
}

#[cfg(test)]
mod tests {
    use super::LetterSet;
    use crate::lang::WordList;

    #[test]
    fn a_text_has_letters_that_an_alphabet_lacks() {
        let russian = LetterSet::of_alphabet(|c| matches!(c, 'а'..='я' | 'ё'));
        let is_in = |text: &str| WordList::of(text).letter_set.are_all_in(russian);
        assert!(is_in("Ещё 5 «слов», и всё.") && is_in(""));
        for odd in ["қ", "сайтi", "ioka", "і", "α", "Ә", "5a", "№ 5ѐ"] {
            assert!(!is_in(odd), "{odd}");
        }
    }
}
