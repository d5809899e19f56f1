use std::ops::Range;

use aho_corasick::AhoCorasick;

/// Words that are of no language, such as a brand and addresses; they are looked for all at once.
#[derive(Clone, Debug, Default)]
pub struct Protected {
    /// `None` without any word.
    words: Option<AhoCorasick>,
}

impl Protected {
    /// For some words; capitals count.
    pub fn new(words: &[String]) -> Self {
        let words: Vec<&String> = words.iter().filter(|word| !word.is_empty()).collect();
        let any = !words.is_empty();
        Self {
            words: any.then(|| AhoCorasick::new(words).ok()).flatten(),
        }
    }

    /// Where they stand in a text, also within one another.
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        // Whether there are any at all is found out much faster than which.
        let any = self.words.iter().filter(move |words| words.is_match(text));
        let found = any.flat_map(move |words| words.find_overlapping_iter(text));
        found.map(|found| found.range())
    }
}
