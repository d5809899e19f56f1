//! Words of running text, and forms of words that a language inflects.

use std::ops::Range;

use super::{Endings, is_letter};

/// The words of a text, in order: letters and digits, with apostrophes between letters. A hyphen
/// stands between two words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordList {
    folded: String,
    words: Vec<Word>,
}

/// A word of a [`WordList`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place, as bytes of the text.
    pub range: Range<usize>,
    folded: Range<usize>,
    /// Whether nothing but spaces, or one hyphen, stands between it and the word before.
    pub joined: bool,
}

impl WordList {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut list = Self::default();
        let mut start = None;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            let inside =
                is_part(c) || is_apostrophe(c) && start.is_some() && next.is_some_and(is_letter);
            match (inside, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    list.push(text, from..at);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            list.push(text, from..text.len());
        }
        list
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let start = self.folded.len();
        fold_into(&text[range.clone()], &mut self.folded);
        let gap = self
            .words
            .last()
            .map_or("", |before| &text[before.range.end..range.start]);
        let joined = !gap.is_empty()
            && (gap.chars().all(char::is_whitespace)
                || matches!(gap, "-" | "\u{2010}" | "\u{2011}"));
        self.words.push(Word {
            range,
            folded: start..self.folded.len(),
            joined,
        });
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words in order, each folded: see [`fold`].
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Word, &str)> + ExactSizeIterator {
        self.words
            .iter()
            .map(|word| (word, &self.folded[word.folded.clone()]))
    }

    /// The place of the first word that begins at a byte of the text or behind it.
    pub fn place_from(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.range.start < byte)
    }

    /// The word at a place, and the same folded.
    pub fn get(&self, at: usize) -> Option<(&Word, &str)> {
        self.words
            .get(at)
            .map(|word| (word, &self.folded[word.folded.clone()]))
    }
}

/// A form of one word or several, such as `дербес дерек~`: after `~` any ending of the language
/// may follow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// As it was typed.
    pub typed: String,
    words: Vec<Stem>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stem {
    /// Folded.
    letters: String,
    open: bool,
}

impl Form {
    /// Reads a form; `None` when it has no letters.
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<Stem> = WordList::of(&typed.replace('~', "\u{E000}"))
            .iter()
            .map(|(_, folded)| Stem {
                letters: folded.trim_end_matches('\u{E000}').to_owned(),
                open: folded.ends_with('\u{E000}'),
            })
            .collect();
        let whole = !words.is_empty() && words.iter().all(|stem| !stem.letters.is_empty());
        whole.then(|| Self {
            typed: typed.to_owned(),
            words,
        })
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words; it never is.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Its words: the letters each begins with, folded, and whether an ending may follow them.
    pub fn stems(&self) -> impl Iterator<Item = (&str, bool)> {
        let stems = self.words.iter();
        stems.map(|stem| (stem.letters.as_str(), stem.open))
    }

    /// The letters that its first word begins with, folded.
    pub fn first_letters(&self) -> &str {
        self.words.first().map_or("", |stem| &stem.letters)
    }

    /// Whether it stands in the list from the word at a place on.
    pub fn stands_at(&self, list: &WordList, at: usize, endings: &Endings) -> bool {
        self.words.iter().enumerate().all(|(i, stem)| {
            list.get(at + i).is_some_and(|(word, folded)| {
                (i == 0 || word.joined) && stem.matches(folded, endings)
            })
        })
    }

    /// The bytes of the text that its words take when it stands from the word at a place on.
    pub fn range(&self, list: &WordList, at: usize) -> Range<usize> {
        let start = list.get(at).map_or(0, |(word, _)| word.range.start);
        let last = list.get(at + self.words.len().saturating_sub(1));
        start..last.map_or(start, |(word, _)| word.range.end)
    }
}

impl Stem {
    fn matches(&self, folded: &str, endings: &Endings) -> bool {
        match folded.strip_prefix(self.letters.as_str()) {
            Some("") => true,
            Some(rest) => self.open && endings.fit(rest),
            None => false,
        }
    }
}

/// Words as they are compared: in small letters, `ё` as `е`, every apostrophe as `'`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

fn fold_into(text: &str, folded: &mut String) {
    for c in text.chars() {
        match c {
            'ё' | 'Ё' => folded.push('е'),
            c if is_apostrophe(c) => folded.push('\''),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            // Most letters of most texts; the tables of Unicode need not be searched.
            'а'..='џ' => folded.push(c),
            c => folded.extend(c.to_lowercase()),
        }
    }
}

fn is_part(c: char) -> bool {
    // U+E000 stands for the `~` of a form; U+0300 to U+036F are combining marks.
    is_letter(c) || c.is_numeric() || matches!(c, '\u{E000}' | '\u{300}'..='\u{36F}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2BC}')
}

#[cfg(test)]
mod tests {
    use super::{Form, WordList};
    use crate::config::Words;
    use crate::lang::{Endings, EndingsFile};

    fn endings(list: &[&str], stacked: bool) -> Endings {
        let list = list.iter().map(|ending| Words((*ending).to_owned()));
        Endings::from(EndingsFile {
            list: list.collect(),
            stacked,
        })
    }

    fn found<'t>(form: &str, text: &'t str, endings: &Endings) -> Vec<&'t str> {
        let (form, list) = (Form::parse(form).unwrap(), WordList::of(text));
        let places = (0..list.len()).filter(|at| form.stands_at(&list, *at, endings));
        places.map(|at| &text[form.range(&list, at)]).collect()
    }

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
    fn endings_follow_upon_one_another_where_the_language_says_so() {
        let kazakh = endings(&["тер", "і", "ді", "нің", "ге"], true);
        let text = "Дербес деректерінің, дербес дерекпен, жеке деректерді, дербес. Деректер";
        assert_eq!(
            found("дербес дерек~", text, &kazakh),
            ["Дербес деректерінің"]
        );
        let russian = endings(&["ых", "ые", "е", "ам"], false);
        assert_eq!(
            found(
                "персональн~ данн~",
                "Персональные данные; персональныхые данных",
                &russian
            ),
            ["Персональные данные"]
        );
        assert_eq!(
            found("веб-сайт", "Веб-сайт, веб сайт, веб, сайт", &russian),
            ["Веб-сайт", "веб сайт"]
        );
    }
}
