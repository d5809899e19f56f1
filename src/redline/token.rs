use super::line::Line;
use super::split::split;
use crate::align::{Bag, Vocabulary};
use crate::facts::Looks;

/// A word, a mark of punctuation, an address or a blank, and the spaces before it.
#[derive(Clone, Debug)]
pub(super) struct Token<'l> {
    /// Where it begins in the line, behind the spaces.
    pub(super) start: usize,
    /// The spaces before it.
    pub(super) before: &'l str,
    /// As it was typed.
    pub(super) text: &'l str,
    /// Equal for what was only typed in another way.
    pub(super) norm: u32,
    /// The same in small letters.
    pub(super) folded: u32,
    /// Whether it is a word, an address, a number or a blank, and not punctuation.
    pub(super) is_word: bool,
    /// Where it leads.
    pub(super) link: Option<&'l str>,
    /// How it stands out.
    pub(super) looks: Looks,
    /// Whether it is, or holds, the number of an annex in its own heading.
    pub(super) own_number: bool,
    /// Whether it changes together with the token before.
    pub(super) tied: bool,
}

/// The tokens of a text, and the spaces behind the last one.
pub(super) fn tokens<'l>(
    line: &'l Line<'_>,
    vocabulary: &mut Vocabulary,
) -> (Vec<Token<'l>>, &'l str) {
    let (mut list, tail) = split(line.text, vocabulary);
    let mut links = line.links.iter().peekable();
    let mut looks = line.looks.iter().peekable();
    let mut numbers = line.numbers.iter().peekable();
    for token in &mut list {
        while numbers
            .next_if(|number| number.end <= token.start)
            .is_some()
        {}
        token.tied = numbers
            .peek()
            .is_some_and(|number| number.start < token.start);
        while links.next_if(|(_, end, _)| *end <= token.start).is_some() {}
        while looks.next_if(|(_, end, _)| *end <= token.start).is_some() {}
        let own = looks.peek().filter(|(start, ..)| *start <= token.start);
        token.looks = own.map(|(.., looks)| *looks).unwrap_or_default();
        let link = links.peek().filter(|(start, ..)| *start <= token.start);
        token.link = link.map(|(.., target)| *target);
    }
    if let Some(range) = &line.own_number {
        let own = list.iter_mut().filter(|token| {
            let end = token.start + token.text.len();
            token.start < range.end && range.start < end
        });
        for token in own.filter(|token| token.text.contains(|c: char| c.is_ascii_digit())) {
            let words = token.text.chars().filter(|c| !c.is_ascii_digit());
            // No word has this character.
            let norm: String = std::iter::once('\0').chain(words).collect();
            token.norm = vocabulary.number(&norm);
            token.own_number = true;
        }
    }
    (list, tail)
}

/// The words among some tokens, as they are compared for likeness.
pub(super) fn bag(tokens: &[Token<'_>]) -> Bag {
    let words = tokens.iter().filter(|token| token.is_word);
    Bag::of(words.map(|token| token.folded).collect())
}
