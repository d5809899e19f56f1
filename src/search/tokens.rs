use std::ops::Range;

use crate::lang::{Word, WordList};

/// What a text can be found by: a word, or words that a number holds together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded.
    pub(super) word: String,
    /// Its place, as bytes of the text.
    pub(super) range: Range<usize>,
}

/// The tokens of a text: its words of two letters and more, and, besides their parts, numbers such as
/// 5.1 and 06-О/Д as a whole. Whichever stroke joins the parts of a number, it is written as a hyphen.
/// Letters are parts of a number behind a stroke, three of them are a word: № 395/НҚ, 5.1-тармақ.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let list = WordList::of(text);
    let mut tokens = Vec::with_capacity(list.len() + 4);
    let mut group = Group::default();
    for (word, folded) in list.iter() {
        let apart = !word.figures && folded.chars().nth(2).is_some();
        let joint = group.joint(text, word).filter(|_| !apart);
        if joint.is_none() {
            tokens.extend(group.close());
        }
        if !apart {
            group.take(word, folded, joint);
        }
        if word.figures || folded.chars().nth(1).is_some() {
            tokens.push(Token {
                word: folded.to_owned(),
                range: word.range.clone(),
            });
        }
    }
    tokens.extend(group.close());
    tokens
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

    /// The group as one token, if it is one; the next begins empty.
    fn close(&mut self) -> Option<Token> {
        let Self {
            word,
            range,
            words,
            figures,
            open: _,
        } = std::mem::take(self);
        (words > 1 && figures).then_some(Token { word, range })
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
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
