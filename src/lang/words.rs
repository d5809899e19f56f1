//! The words of running text, and the signs between them.

use std::ops::Range;

use super::letter_set::LetterSet;
use super::letters::{ScriptOf, small};
use super::reading::Reader;
use super::{Beginning, Script as Alphabet, SignSet};
use unicode_script::Script;

/// The words of a text, in order: letters and digits, with apostrophes between letters. A hyphen
/// stands between two words. And the signs of the text: all that is neither a letter nor a figure nor
/// a single space. A text is looked through once; what many rules ask of its words and characters is
/// noted on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    /// The words, each with a space behind it.
    pub(super) folded: String,
    pub(super) words: Vec<Word>,
    pub(super) signs: Vec<Sign>,
    pub(super) letters: usize,
    pub(super) scripts: ScriptOf,
    pub(super) decomposed: bool,
    pub(super) figures: bool,
    pub(super) sign_set: SignSet,
    pub(super) letter_set: LetterSet,
}

/// A word of a [`WordList`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place, as bytes of the text.
    pub range: Range<usize>,
    /// What it begins with.
    pub beginning: Beginning,
    /// Where it ends among the folded words; it begins a space behind the word before.
    pub(super) folded: u32,
    pub(super) letters: u32,
    pub(super) in_script: u32,
    /// The script of its letters; `None` when it has no letters or they are of several. Signs that
    /// belong to all scripts do not count.
    pub script: Option<Script>,
    /// Whether nothing but spaces, or one hyphen, stands between it and the word before.
    pub joined: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether there are figures in it.
    pub figures: bool,
}

impl Word {
    /// How many letters it has.
    #[inline]
    pub fn letters(&self) -> usize {
        self.letters as usize
    }

    /// How many of its letters are of some script, and no signs that belong to all.
    pub fn in_script(&self) -> usize {
        self.in_script as usize
    }
}

/// A character that is neither a letter nor a figure nor a single space; or an apostrophe, which
/// may be a letter to Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    pub(super) at: u32,
    /// The character.
    pub c: char,
}

impl Sign {
    /// Its place, as a byte of the text.
    pub fn at(self) -> usize {
        self.at as usize
    }
}

impl WordList {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        Reader::read(text)
    }

    /// How many words there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words in order, each folded: see [`fold`].
    #[inline]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Word, &str)> + ExactSizeIterator {
        let words = self.words.iter().enumerate();
        words.map(|(at, word)| {
            (
                word,
                &self.folded[self.folded_start(at)..word.folded as usize],
            )
        })
    }

    /// The words in order.
    #[inline]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The word at a place.
    #[inline]
    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    #[inline]
    pub(super) fn folded_start(&self, at: usize) -> usize {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        before.map_or(0, |before| before.folded as usize + 1)
    }

    /// The place of the first word that begins at a byte of the text or behind it.
    pub fn place_from(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.range.start < byte)
    }

    /// The word at a place, and the same folded.
    #[inline]
    pub fn get(&self, at: usize) -> Option<(&Word, &str)> {
        let word = self.words.get(at)?;
        Some((
            word,
            &self.folded[self.folded_start(at)..word.folded as usize],
        ))
    }

    /// Some words in a row, folded, each with a space behind it.
    pub fn folded(&self, places: Range<usize>) -> &str {
        let end = self.folded_start(places.end);
        self.folded
            .get(self.folded_start(places.start)..end)
            .unwrap_or_default()
    }

    /// The signs of the text, in order.
    #[inline]
    pub fn signs(&self) -> &[Sign] {
        &self.signs
    }

    /// How many letters the text has.
    pub fn letters(&self) -> usize {
        self.letters
    }

    /// Whether all letters of its words are of one script; words may have none.
    #[inline]
    pub fn is_in(&self, script: Script) -> bool {
        match self.scripts {
            ScriptOf::Nothing => true,
            ScriptOf::One(own) => own == script,
            ScriptOf::Several => false,
        }
    }

    /// Whether all letters of the text are of an alphabet, as far as that is seen at once: where it says
    /// no, they may still be.
    pub fn is_spelt_in(&self, alphabet: &Alphabet) -> bool {
        self.letter_set.are_all_in(alphabet.letter_set())
    }

    /// Which signs the text has.
    #[inline]
    pub fn sign_set(&self) -> SignSet {
        self.sign_set
    }

    /// Whether there are figures in some word.
    pub fn has_figures(&self) -> bool {
        self.figures
    }

    /// Whether some letter of the text may be typed as two characters.
    pub fn may_be_decomposed(&self) -> bool {
        self.decomposed
    }
}

/// A place in a text; none is longer than can be told.
pub(super) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Words as they are compared: in small letters, `ё` as `е`, every apostrophe as `'`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(c, &mut folded);
    }
    folded
}

pub(super) fn fold_into(c: char, folded: &mut String) {
    match c {
        'ё' | 'Ё' => folded.push('е'),
        c if is_apostrophe(c) => folded.push('\''),
        c => match small(c) {
            Some(small) => folded.push(small),
            None => folded.extend(c.to_lowercase()),
        },
    }
}

/// A figure: of the usual width or the full width.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c)
}

/// Whether a character that is neither a letter nor a plain figure is a part of a word.
pub(super) fn is_further_part(c: char) -> bool {
    // U+E000 stands for the `~` of a form; U+0300 to U+036F are combining marks.
    !c.is_ascii()
        && !matches!(c, '«' | '»' | '\u{A0}' | '\u{2010}'..='\u{2027}')
        && (c.is_numeric() || matches!(c, '\u{E000}' | '\u{300}'..='\u{36F}'))
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2BC}')
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn words_are_letters_and_digits_with_apostrophes_between_letters() {
        let text = "The User’s «Веб-сайт», 395/НҚ.";
        let list = WordList::of(text);
        let words: Vec<_> = list
            .iter()
            .map(|(word, folded)| (&text[word.range.clone()], folded))
            .collect();
        let expected = [
            ("The", "the"),
            ("User’s", "user's"),
            ("Веб", "веб"),
            ("сайт", "сайт"),
            ("395", "395"),
            ("НҚ", "нқ"),
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn signs_are_neither_letters_nor_figures_nor_single_spaces() {
        let list = WordList::of("«User’s» 5  days, 10 %");
        let signs: String = list.signs().iter().map(|sign| sign.c).collect();
        assert_eq!(signs, "«’» ,%");
        assert_eq!(list.folded(0..2), "user's 5 ");
    }
}
