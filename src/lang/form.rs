//! Forms of words that a language inflects.

use std::ops::Range;

use super::{Beginning, Endings, WordList};

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

    /// Whether an ending may follow its first word.
    pub fn is_open(&self) -> bool {
        self.words.first().is_some_and(|stem| stem.open)
    }

    /// What its first word begins with.
    pub fn beginning(&self) -> Beginning {
        Beginning::of(self.first_letters())
    }

    /// The letters that its first word begins with, folded.
    pub fn first_letters(&self) -> &str {
        self.words.first().map_or("", |stem| &stem.letters)
    }

    /// Whether it stands in the list from the word at a place on.
    pub fn stands_at(&self, list: &WordList, at: usize, endings: &Endings) -> bool {
        self.begins_at(list, at, endings) && self.goes_on_at(list, at, endings)
    }

    /// Whether the word at a place is its first one.
    pub(super) fn begins_at(&self, list: &WordList, at: usize, endings: &Endings) -> bool {
        let first = self.words.first();
        let is_first = |stem: &Stem| {
            let word = list.get(at);
            word.is_some_and(|(_, folded)| stem.matches(folded, endings))
        };
        first.is_some_and(is_first)
    }

    /// Whether the words behind a place are its further ones.
    pub(super) fn goes_on_at(&self, list: &WordList, at: usize, endings: &Endings) -> bool {
        let mut further = self.words.iter().enumerate().skip(1);
        further.all(|(i, stem)| {
            let word = list.get(at + i);
            word.is_some_and(|(word, folded)| word.joined && stem.matches(folded, endings))
        })
    }

    /// The bytes of the text that its words take when it stands from the word at a place on.
    pub fn range(&self, list: &WordList, at: usize) -> Range<usize> {
        let start = list.word(at).map_or(0, |word| word.range.start);
        let last = list.word(at + self.words.len().saturating_sub(1));
        start..last.map_or(start, |word| word.range.end)
    }
}

impl Stem {
    fn matches(&self, folded: &str, endings: &Endings) -> bool {
        // Most words are others, which the last of the letters tells.
        let letters = self.letters.as_bytes();
        let last = letters.len().saturating_sub(1);
        if folded.as_bytes().get(last) != letters.get(last) {
            return false;
        }
        match folded.strip_prefix(self.letters.as_str()) {
            Some("") => true,
            Some(rest) => self.open && endings.fit(rest),
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Form;
    use crate::config::Words;
    use crate::lang::{Endings, EndingsFile, WordList};

    fn endings(list: &[&str], stacked: bool) -> Endings {
        let list = list.iter().map(|ending| Words((*ending).to_owned()));
        Endings::from(EndingsFile {
            list: list.collect(),
            stacked,
            alternations: Vec::new(),
        })
    }

    fn found<'t>(form: &str, text: &'t str, endings: &Endings) -> Vec<&'t str> {
        let (form, list) = (Form::parse(form).unwrap(), WordList::of(text));
        let places = (0..list.len()).filter(|at| form.stands_at(&list, *at, endings));
        places.map(|at| &text[form.range(&list, at)]).collect()
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
