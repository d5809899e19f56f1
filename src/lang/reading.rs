//! How the words and signs of a text are told apart, in one pass over its bytes.

use super::alphabet::{self, CAPITAL, CHANGES, FIGURE, Plain};
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
    /// Whether it is not folded as it stands.
    changes: bool,
}

impl<'t> Reader<'t> {
    /// The words of a text.
    pub(super) fn read(text: &'t str) -> WordList {
        let spaces = text.bytes().filter(|b| *b == b' ').count();
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
        if plain.count == 0 {
            return self.further(at);
        }
        let end = at + plain.length;
        let mut word = match self.open.take() {
            Some(word) => word,
            None => Open {
                start: at,
                joined: self.joined(at),
                capital: plain.first & CAPITAL != 0,
                ..Open::default()
            },
        };
        word.take_plain(plain, &bytes[at..end]);
        self.open = Some(word);
        end
    }

    fn space(&mut self, at: usize) {
        self.close(at);
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
        } else {
            self.close(at);
        }
        at + c.len_utf8()
    }

    fn sign(&mut self, at: usize, c: char) {
        self.list.signs.push(Sign { at: short(at), c });
    }

    /// Whether nothing but spaces, or one hyphen, stands between a place and the word before.
    fn joined(&self, at: usize) -> bool {
        let before = self.list.words.last().map_or(at, |word| word.range.end);
        match &self.text[before..at] {
            " " | "-" | "\u{2010}" | "\u{2011}" => true,
            gap => !gap.is_empty() && gap.chars().all(char::is_whitespace),
        }
    }

    /// Ends the word that is being read.
    fn close(&mut self, end: usize) {
        let Some(word) = self.open.take() else { return };
        let list = &mut self.list;
        let start = list.folded.len();
        let typed = &self.text[word.start..end];
        if word.changes {
            typed.chars().for_each(|c| fold_into(c, &mut list.folded));
        } else {
            list.folded.push_str(typed);
        }
        let scripts = word.scripts();
        let letters = word.latin + word.cyrillic + word.further;
        list.letters += letters as usize;
        list.scripts = list.scripts.with(scripts);
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
    fn take_plain(&mut self, plain: Plain, bytes: &[u8]) {
        self.changes |= plain.kinds & CHANGES != 0;
        let narrow = bytes.len() == plain.count as usize;
        let wide = bytes.len() == 2 * plain.count as usize;
        let figures = plain.kinds & FIGURE != 0;
        self.figures |= figures;
        // Most words are letters of one alphabet.
        match (narrow && !figures, wide) {
            (true, _) => self.latin += plain.count,
            (_, true) => self.cyrillic += plain.count,
            _ => {
                let latin = bytes.iter().filter(|b| b.is_ascii_alphabetic());
                self.latin += short(latin.count());
                // The first byte of two.
                self.cyrillic += short(bytes.iter().filter(|b| **b >= 0xC0).count());
            }
        }
    }

    /// Takes a character in that is no plain letter or figure.
    fn take(&mut self, c: char, letter: bool) {
        self.changes = true;
        if letter {
            self.further += 1;
            self.common += u32::from(!self.script.take(c));
        } else {
            self.figures |= is_digit(c);
        }
    }

    /// What scripts its letters are of.
    fn scripts(&self) -> ScriptOf {
        let plain = |count: u32, script: Script| match count {
            0 => ScriptOf::Nothing,
            _ => ScriptOf::One(script),
        };
        let cyrillic = plain(self.cyrillic, Script::Cyrillic);
        let latin = plain(self.latin, Script::Latin);
        self.script.with(cyrillic).with(latin)
    }
}
