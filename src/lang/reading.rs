//! How the words and signs of a text are told apart, in one pass over its bytes.

use super::alphabet::{self, CAPITAL, FIGURE, LATIN, Plain, WIDE};
use super::letters::{ScriptOf, is_capital, is_composed, is_letter};
use super::words::{fold_into, is_apostrophe, is_digit, is_further_part, short};
use super::{Beginning, Sign, Word, WordList};
use unicode_script::Script;

/// Reads the words of a text.
pub(super) struct Reader<'t> {
    text: &'t str,
    list: WordList,
    open: Option<Open>,
}

/// A word that is being read.
#[derive(Default)]
struct Open {
    start: usize,
    /// Its plain letters and figures, as far as it is made of them.
    plain: Plain,
    /// Its Latin letters, and its Cyrillic ones.
    latin: u32,
    cyrillic: u32,
    /// Its letters of other kinds, those that belong to all scripts, and what scripts they are of.
    further: u32,
    common: u32,
    script: ScriptOf,
    joined: bool,
    capital: bool,
    figures: bool,
    /// Whether there is more in it than plain letters and figures in a row.
    mixed: bool,
}

impl<'t> Reader<'t> {
    /// The words of a text.
    pub(super) fn read(text: &'t str) -> WordList {
        let spaces = memchr::memchr_iter(b' ', text.as_bytes()).count();
        let mut reader = Self {
            text,
            list: WordList {
                folded: String::with_capacity(text.len() + 1),
                words: Vec::with_capacity(spaces + 1),
                ..WordList::default()
            },
            open: None,
        };
        let mut at = 0;
        while at < text.len() {
            at = reader.character(at);
        }
        reader.close(text.len());
        reader.list
    }

    /// Takes the character at a place in, and gives the place behind it.
    #[inline]
    fn character(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        if bytes.get(at) == Some(&b' ') {
            self.space(at);
            return at + 1;
        }
        // Most characters are the letters of one word.
        let plain = alphabet::plain(bytes.get(at..).unwrap_or_default());
        if plain.length == 0 {
            return self.further(at);
        }
        let end = at + plain.length;
        if let Some(word) = &mut self.open {
            word.mixed = true;
            word.take_plain(plain, &bytes[at..end]);
            return end;
        }
        let mut word = Open {
            start: at,
            joined: self.joined(at),
            capital: plain.first & CAPITAL != 0,
            plain,
            ..Open::default()
        };
        word.take_plain(plain, &bytes[at..end]);
        match bytes.get(end) {
            // Letters go on behind an apostrophe; any other sign of one byte ends a word.
            Some(b'\'' | 0x80..) => self.open = Some(word),
            _ => self.end(&word, end),
        }
        end
    }

    #[inline]
    fn space(&mut self, at: usize) {
        self.close(at);
        // No sign of one byte is white space, and no letter of two.
        let next = self.text.as_bytes().get(at + 1);
        if next.is_none_or(|next| next.is_ascii_graphic() || matches!(next, 0xD0..=0xDF)) {
            return;
        }
        let next = self.text[at + 1..].chars().next();
        if next.is_some_and(char::is_whitespace) {
            self.sign(at, ' ');
        }
    }

    /// Takes in a character that is no plain letter or figure.
    fn further(&mut self, at: usize) -> usize {
        let mut rest = self.text[at..].chars();
        let Some(c) = rest.next() else { return at + 1 };
        let letter = is_letter(c);
        self.list.decomposed |= !is_composed(c);
        let apostrophe = is_apostrophe(c);
        if apostrophe || !letter {
            self.sign(at, c);
        }
        let mut within = || self.open.is_some() && rest.next().is_some_and(is_letter);
        if letter || is_further_part(c) || apostrophe && within() {
            let joined = self.open.is_none() && self.joined(at);
            let word = self.open.get_or_insert_with(|| Open {
                start: at,
                joined,
                capital: is_capital(c),
                ..Open::default()
            });
            word.take(c, letter);
            if letter {
                self.list.letter_set.take_others();
            }
        } else {
            self.close(at);
        }
        at + c.len_utf8()
    }

    fn sign(&mut self, at: usize, c: char) {
        self.list.signs.push(Sign { at: short(at), c });
        self.list.sign_set.add(c);
    }

    /// Whether nothing but spaces, or one hyphen, stands between a place and the word before.
    #[inline]
    fn joined(&self, at: usize) -> bool {
        let before = self.list.words.last().map_or(at, |word| word.range.end);
        if before + 1 == at {
            return matches!(
                self.text.as_bytes().get(before),
                Some(b' ' | b'-' | b'\t' | b'\n' | 0x0B | 0x0C | b'\r')
            );
        }
        match &self.text[before..at] {
            "\u{2010}" | "\u{2011}" => true,
            gap => !gap.is_empty() && gap.chars().all(char::is_whitespace),
        }
    }

    /// Ends the word that is being read.
    #[inline]
    fn close(&mut self, end: usize) {
        if let Some(word) = self.open.take() {
            self.end(&word, end);
        }
    }

    /// Takes in a word that ends at a place.
    fn end(&mut self, word: &Open, end: usize) {
        let list = &mut self.list;
        let start = list.folded.len();
        let typed = &self.text[word.start..end];
        match word.mixed {
            true => typed.chars().for_each(|c| fold_into(c, &mut list.folded)),
            false => alphabet::fold_plain(typed, word.plain, &mut list.folded),
        }
        let scripts = word.scripts();
        let letters = word.latin + word.cyrillic + word.further;
        list.letters += letters as usize;
        list.letter_set.take(word.plain.kinds(), word.plain.further);
        list.figures |= word.figures;
        if list.scripts != scripts {
            list.scripts = list.scripts.with(scripts);
        }
        if word.common > 0 {
            list.scripts = ScriptOf::Several;
        }
        list.words.push(Word {
            range: word.start..end,
            beginning: Beginning::of(&list.folded[start..]),
            folded: short(list.folded.len()),
            letters,
            script: scripts.one(),
            in_script: letters - word.common,
            joined: word.joined,
            capital: word.capital,
            figures: word.figures,
        });
        list.folded.push(' ');
    }
}

impl Open {
    /// Takes plain letters and figures in, with their bytes.
    #[inline]
    fn take_plain(&mut self, plain: Plain, bytes: &[u8]) {
        let kinds = plain.kinds();
        if self.mixed {
            self.plain.take(plain);
        }
        self.figures |= kinds & FIGURE != 0;
        // Most words are letters of one alphabet.
        if kinds & (LATIN | FIGURE) == 0 {
            self.cyrillic += short(bytes.len() / 2);
        } else if kinds & (WIDE | FIGURE) == 0 {
            self.latin += short(bytes.len());
        } else {
            let latin = bytes.iter().filter(|b| b.is_ascii_alphabetic());
            self.latin += short(latin.count());
            // The first byte of two.
            self.cyrillic += short(bytes.iter().filter(|b| **b >= 0xC0).count());
        }
    }

    /// Takes a character in that is no plain letter or figure.
    fn take(&mut self, c: char, letter: bool) {
        self.mixed = true;
        if letter {
            self.further += 1;
            self.common += u32::from(!self.script.take(c));
        } else {
            self.figures |= is_digit(c);
        }
    }

    /// What scripts its letters are of.
    #[inline]
    fn scripts(&self) -> ScriptOf {
        match (self.latin, self.cyrillic, self.further) {
            (0, 0, 0) => ScriptOf::Nothing,
            (_, 0, 0) => ScriptOf::One(Script::Latin),
            (0, _, 0) => ScriptOf::One(Script::Cyrillic),
            (latin, cyrillic, _) => {
                let plain = |count: u32, script: Script| match count {
                    0 => ScriptOf::Nothing,
                    _ => ScriptOf::One(script),
                };
                let cyrillic = plain(cyrillic, Script::Cyrillic);
                self.script.with(cyrillic).with(plain(latin, Script::Latin))
            }
        }
    }
}
