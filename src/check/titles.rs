//! Titles that a text may refer to: those of the policies of the site and of its own sections.

use std::collections::BTreeMap;

use crate::facts::Run;
use crate::lang::{Endings, Language, Phrase, WordList, first_letters};
use crate::model::{Heading, Lang, Policy, plain};

/// Fewest words of a title that is looked for: a single word («Безопасность») says too little.
const FEWEST: usize = 2;

/// Titles and what bears them, by the letters of their first words.
#[derive(Clone, Debug)]
pub struct Titles<T> {
    titles: BTreeMap<String, Vec<(Phrase, T)>>,
}

/// The titles of all policies of a site, each in its latest edition, by language; a policy is its
/// place among the policies of the site.
#[derive(Clone, Debug, Default)]
pub struct PolicyTitles {
    languages: BTreeMap<Lang, Titles<usize>>,
}

/// A title found in running text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<T> {
    /// What bears it.
    pub(super) target: T,
    /// How many words it has.
    pub(super) words: usize,
}

impl<T> Default for Titles<T> {
    fn default() -> Self {
        Self {
            titles: BTreeMap::new(),
        }
    }
}

impl<T: Copy> Titles<T> {
    /// Takes a title in; one of a single word is passed over.
    pub(super) fn add(&mut self, phrase: Phrase, target: T) {
        if phrase.len() >= FEWEST {
            let letters = phrase.first_letters().to_owned();
            self.titles
                .entry(letters)
                .or_default()
                .push((phrase, target));
        }
    }

    /// The longest title that stands in a list, in any of its forms, from the word at a place on.
    pub(super) fn at(&self, list: &WordList, at: usize, endings: &Endings) -> Option<Found<T>> {
        let (_, word) = list.get(at)?;
        let near = self.titles.get(first_letters(word))?;
        let standing = near
            .iter()
            .filter(|(phrase, _)| phrase.stands_at(list, at, endings));
        let (phrase, target) = standing.max_by_key(|(phrase, _)| phrase.len())?;
        Some(Found {
            target: *target,
            words: phrase.len(),
        })
    }
}

impl PolicyTitles {
    /// The titles of some policies.
    pub fn of(policies: &[Policy]) -> Self {
        let mut languages: BTreeMap<Lang, Titles<usize>> = BTreeMap::new();
        for (at, policy) in policies.iter().enumerate() {
            let texts = policy.editions.last().map(|edition| &edition.texts);
            for text in texts.into_iter().flatten() {
                if let Some(title) = &text.title {
                    let titles = languages.entry(text.lang.clone()).or_default();
                    titles.add(phrase(title), at);
                }
            }
        }
        Self { languages }
    }

    /// The title of a policy that stands in a list from the word at a place on.
    pub(super) fn at(
        &self,
        list: &WordList,
        at: usize,
        language: &Language,
    ) -> Option<Found<usize>> {
        let titles = self.languages.get(&language.lang)?;
        titles.at(list, at, &language.grammar.endings)
    }
}

/// The words of a heading.
pub(super) fn phrase(heading: &Heading) -> Phrase {
    Phrase::of(&WordList::of(&plain(&heading.content)))
}

/// Where in a sentence a word stands, as far as its first letter is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// Where a sentence or an entry may begin, so that a capital says nothing.
    First,
    /// Behind an opening quotation mark.
    Quoted,
    /// In the middle of a sentence.
    Middle,
}

/// Where the word at a place of a run stands.
pub(super) fn position(run: &Run, at: usize) -> Position {
    let (Some((word, _)), Some((before, _))) = (
        run.words.get(at),
        at.checked_sub(1).and_then(|before| run.words.get(before)),
    ) else {
        let opening = run
            .words
            .get(at)
            .map_or("", |(word, _)| &run.text[..word.range.start]);
        return match opening.contains(is_quote) {
            true => Position::Quoted,
            false => Position::First,
        };
    };
    let gap = &run.text[before.range.end..word.range.start];
    if gap.trim_end().ends_with(is_quote) {
        return Position::Quoted;
    }
    let mut gap = gap.chars();
    match gap.all(|c| c == ' ' || c == '\u{A0}' || matches!(c, ',' | '/' | '-' | '»' | '”')) {
        true => Position::Middle,
        false => Position::First,
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '«' | '“' | '„' | '"')
}

/// Whether the word at a place of a run begins with a capital.
pub(super) fn capital(run: &Run, at: usize) -> bool {
    let word = run.words.get(at).map(|(word, _)| word);
    word.is_some_and(|word| run.text[word.range.clone()].starts_with(char::is_uppercase))
}
