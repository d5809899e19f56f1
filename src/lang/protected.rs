use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::{Beginnings, SignSet, WordList};

/// Signs within words.
const APOSTROPHES: SignSet = SignSet::of(&['\'', '\u{2019}', '\u{2BC}']);

/// Words that are of no language, such as a brand and addresses; they are looked for all at once.
#[derive(Clone, Debug, Default)]
pub struct Protected {
    /// `None` without any word.
    words: Option<AhoCorasick>,
    /// What their first words begin with.
    known: Beginnings,
    /// Whether some begin with a sign.
    signs: bool,
}

impl Protected {
    /// For some words; capitals count.
    pub fn new(words: &[String]) -> Self {
        let words: Vec<&String> = words.iter().filter(|word| !word.is_empty()).collect();
        let mut known = Beginnings::default();
        for list in words.iter().map(|words| WordList::of(words)) {
            if let Some((first, _)) = list.get(0) {
                known.add(first.beginning);
            }
        }
        let any = !words.is_empty();
        Self {
            signs: words
                .iter()
                .any(|words| !words.starts_with(char::is_alphanumeric)),
            words: any.then(|| AhoCorasick::new(words).ok()).flatten(),
            known,
        }
    }

    /// Where they stand in a text, of which the words are given, between its other words; also
    /// within one another.
    pub fn places<'t>(
        &'t self,
        text: &'t str,
        words: &'t WordList,
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let list = self.words.iter().filter(move |_| self.may_stand_in(words));
        let found = list.flat_map(move |list| list.find_overlapping_iter(text));
        let places = found.map(|found| found.range());
        places.filter(|range| stands_alone(text, range))
    }

    /// Whether some of them may stand in a text: most begin with no word of it.
    fn may_stand_in(&self, words: &WordList) -> bool {
        // Behind an apostrophe or a combining mark a word begins within another.
        let within = |c: char| matches!(c, '\'' | '\u{2019}' | '\u{2BC}');
        self.signs
            || words.may_be_decomposed()
            || words.sign_set().may_share(APOSTROPHES)
                && words.signs().iter().any(|sign| within(sign.c))
            || words
                .words()
                .iter()
                .any(|word| self.known.may_have_prefix(word.beginning))
    }
}

/// Whether neither a letter nor a digit touches a place.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let touches = |c: char| c.is_alphanumeric();
    !text[..range.start].ends_with(touches) && !text[range.end..].starts_with(touches)
}
