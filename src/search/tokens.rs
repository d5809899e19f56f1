use std::ops::Range;

use crate::lang::{Word, WordList};

/// Calls `take` with each token of a text, folded, and its place as bytes of the text. Tokens are what a
/// text can be found by: its words of two letters and more, and, besides their parts, numbers such as
/// 5.1 and 06-О/Д as a whole. Whichever stroke joins the parts of a number, it is written as a hyphen.
/// Letters are parts of a number behind a stroke, three of them are a word: № 395/НҚ, 5.1-тармақ.
pub(super) fn tokens(text: &str, mut take: impl FnMut(&str, Range<usize>)) {
    let list = WordList::of(text);
    let mut group = Group::default();
    for (word, folded) in list.iter() {
        let apart = !word.figures && folded.chars().nth(2).is_some();
        let joint = group.joint(text, word).filter(|_| !apart);
        if joint.is_none() {
            group.close(&mut take);
        }
        if !apart {
            group.take(word, folded, joint);
        }
        if word.figures || folded.chars().nth(1).is_some() {
            take(folded, word.range.clone());
        }
    }
    group.close(&mut take);
}

/// Words with one character between them each.
#[derive(Default)]
struct Group {
    word: String,
    range: Range<usize>,
    words: usize,
    figures: bool,
    /// Whether its last word has figures.
    open: bool,
}

impl Group {
    /// What joins a word to the group; `None` where it begins another.
    fn joint(&self, text: &str, word: &Word) -> Option<char> {
        if self.words == 0 {
            return None;
        }
        let mut between = text[self.range.end..word.range.start].chars();
        let joint = match between.next()? {
            c @ ('.' | ',' | ':') if self.open && word.figures => c,
            '-' | '/' | '\u{2010}' | '\u{2011}' => '-',
            _ => return None,
        };
        between.next().is_none().then_some(joint)
    }

    fn take(&mut self, word: &Word, folded: &str, joint: Option<char>) {
        if self.words == 0 {
            self.range.start = word.range.start;
        }
        self.word.extend(joint);
        self.word.push_str(folded);
        self.range.end = word.range.end;
        self.words += 1;
        self.figures |= word.figures;
        self.open = word.figures;
    }

    /// Gives the group as one token, if it is one; the next begins empty.
    fn close(&mut self, take: &mut impl FnMut(&str, Range<usize>)) {
        if self.words > 1 && self.figures {
            take(&self.word, self.range.clone());
        }
        self.word.clear();
        (self.words, self.figures, self.open) = (0, false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        tokens(text, |word, _| words.push(word.to_owned()));
        words
    }

    #[test]
    fn words_of_two_letters_and_more_and_numbers_as_a_whole() {
        assert_eq!(
            words("The User’s Веб-сайт"),
            ["the", "user's", "веб", "сайт"]
        );
        assert_eq!(
            words("Приказ № 06-О/Д и п. 5.1."),
            ["приказ", "06", "06-о-д", "5", "1", "5.1"]
        );
        assert_eq!(words("No.06-О/Д"), ["no", "06", "06-о-д"]);
        assert_eq!(words("5.1-тармақ"), ["5", "1", "5.1", "тармақ"]);
        assert_eq!(
            words("5.1.2, 10,5 a"),
            ["5", "1", "2", "5.1.2", "10", "5", "10,5"]
        );
    }
}
