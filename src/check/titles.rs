//! Titles that a text may refer to: those of the policies of the site and of its own sections.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::facts::Run;
use crate::lang::{Beginning, Beginnings, Endings, Language, Phrase, WordList, same_word};
use crate::model::{Heading, Lang, Policy, plain};

/// Fewest words of a title that is looked for: a single word («Безопасность») says too little.
const FEWEST: usize = 2;

/// Most words of a title that is looked for; nobody refers to a longer one by its title.
const MOST: usize = 40;

/// Titles and what bears them, word by word: the titles of thousands of policies may begin alike, and
/// what they have in common is compared once.
#[derive(Clone, Debug)]
pub struct Titles<T> {
    /// What the first words begin with.
    known: Beginnings,
    /// The words of titles.
    steps: Vec<Step<T>>,
    /// Their letters.
    letters: String,
    /// The first of the words that may come next, by the letters that all their forms begin with, behind
    /// a word by its place among them; that of the first words is 0, and the others are counted from 1.
    next: BTreeMap<(usize, Beginning), usize>,
}

/// A word of titles.
#[derive(Clone, Debug)]
struct Step<T> {
    /// Its letters, folded.
    word: Range<usize>,
    /// What bears the title that ends here.
    target: Option<T>,
    /// The next word that may stand in its place and begins alike.
    other: Option<usize>,
}

/// The titles of all policies of a site, each in its latest edition, by language; a policy is its
/// place among the policies of the site.
#[derive(Clone, Debug, Default)]
pub struct PolicyTitles {
    languages: BTreeMap<Lang, Titles<usize>>,
    /// Those that have their title in common with another, by language.
    shared: BTreeSet<(Lang, usize)>,
}

/// A title found in running text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<T> {
    /// What bears it.
    pub(crate) target: T,
    /// How many words it has.
    pub(crate) words: usize,
}

impl<T> Default for Titles<T> {
    fn default() -> Self {
        Self {
            known: Beginnings::default(),
            steps: Vec::new(),
            letters: String::new(),
            next: BTreeMap::new(),
        }
    }
}

impl<T: Copy> Titles<T> {
    /// Takes a title in; one of a single word or of too many is passed over.
    /// Gives what bore it before.
    pub(super) fn add(&mut self, words: &WordList, target: T) -> Option<T> {
        let (first, _) = words.get(0)?;
        if !(FEWEST..=MOST).contains(&words.len()) {
            return None;
        }
        self.known.add(first.beginning);
        let mut at = 0;
        for (word, folded) in words.iter() {
            at = self.step((at, word.beginning), folded);
        }
        let last = self.steps.get_mut(at.checked_sub(1)?)?;
        last.target.replace(target)
    }

    /// The place of a word that comes next; it is taken in where it is not there.
    fn step(&mut self, key: (usize, Beginning), folded: &str) -> usize {
        let new = self.steps.len() + 1;
        let mut at = *self.next.entry(key).or_insert(new);
        while let Some(step) = self.steps.get_mut(at - 1) {
            if self.letters.get(step.word.clone()) == Some(folded) {
                return at;
            }
            at = *step.other.get_or_insert(new);
        }
        let start = self.letters.len();
        self.letters.push_str(folded);
        self.steps.push(Step {
            word: start..self.letters.len(),
            target: None,
            other: None,
        });
        new
    }

    /// Whether a title may stand where a word begins so: most words are seen at once to begin none.
    pub(super) fn may_begin(&self, beginning: Beginning) -> bool {
        self.known.may_have(beginning)
    }

    /// The longest title that stands in a list, in any of its forms, from the word at a place on.
    pub(super) fn at(&self, list: &WordList, at: usize, endings: &Endings) -> Option<Found<T>> {
        let (word, _) = list.get(at)?;
        self.may_begin(word.beginning)
            .then(|| self.behind(0, list, at, 0, endings))
            .flatten()
    }

    /// The longest title that stands in a list from a word on, behind some words of it that were
    /// found and the last of which has a place.
    fn behind(
        &self,
        place: usize,
        list: &WordList,
        at: usize,
        words: usize,
        endings: &Endings,
    ) -> Option<Found<T>> {
        let (word, folded) = list.get(at + words)?;
        if words > 0 && !word.joined {
            return None;
        }
        let step = |place: usize| Some((place, self.steps.get(place.checked_sub(1)?)?));
        let first = step(*self.next.get(&(place, word.beginning))?);
        let near = std::iter::successors(first, |(_, own)| step(own.other?));
        let near = near.filter(|(_, own)| {
            let letters = self.letters.get(own.word.clone());
            letters.is_some_and(|letters| same_word(letters, folded, endings))
        });
        let found = near.filter_map(|(place, own)| {
            let longer = self.behind(place, list, at, words + 1, endings);
            let own = own.target.map(|target| Found {
                target,
                words: words + 1,
            });
            longer.or(own)
        });
        found.max_by_key(|found| found.words)
    }
}

impl PolicyTitles {
    /// The titles of some policies.
    pub fn of(policies: &[Policy]) -> Self {
        let mut found = Self::default();
        for (at, policy) in policies.iter().enumerate() {
            let texts = policy.editions.last().map(|edition| &edition.texts);
            for text in texts.into_iter().flatten() {
                if let Some(title) = &text.title {
                    let titles = found.languages.entry(text.lang.clone()).or_default();
                    let words = WordList::of(&plain(&title.content));
                    if let Some(other) = titles.add(&words, at) {
                        let shared = [other, at].map(|policy| (text.lang.clone(), policy));
                        found.shared.extend(shared);
                    }
                }
            }
        }
        found
    }

    /// Whether a policy has its title in a language in common with another.
    pub(crate) fn is_shared(&self, policy: usize, lang: &Lang) -> bool {
        !self.shared.is_empty() && self.shared.contains(&(lang.clone(), policy))
    }

    /// The titles in a language.
    pub(super) fn in_language(&self, lang: &Lang) -> Option<&Titles<usize>> {
        self.languages.get(lang)
    }

    /// The title of a policy that stands in a list from the word at a place on.
    pub(crate) fn at(
        &self,
        list: &WordList,
        at: usize,
        language: &Language,
    ) -> Option<Found<usize>> {
        let titles = self.in_language(&language.lang)?;
        titles.at(list, at, &language.grammar.endings)
    }
}

/// The words of a heading.
pub(crate) fn phrase(heading: &Heading) -> Phrase {
    Phrase::of(&WordList::of(&plain(&heading.content)))
}

/// Where in a sentence a word stands, as far as its first letter is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    /// Where a sentence or an item may begin, so that a capital says nothing.
    First,
    /// Behind an opening quotation mark.
    Quoted,
    /// In the middle of a sentence.
    Middle,
}

/// Where the word at a place of a run stands.
pub(crate) fn position(run: &Run, at: usize) -> Position {
    let (Some(word), Some(before)) = (
        run.words.word(at),
        at.checked_sub(1).and_then(|before| run.words.word(before)),
    ) else {
        let opening = run
            .words
            .word(at)
            .map_or("", |word| &run.text[..word.range.start]);
        return match opening.contains(is_quote) {
            true => Position::Quoted,
            false => Position::First,
        };
    };
    let gap = &run.text[before.range.end..word.range.start];
    if gap == " " {
        return Position::Middle;
    }
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

/// Whether the word at a place of a run begins with a capital that says something: in a line that is
/// all in capitals it does not.
pub(crate) fn capital(run: &Run, at: usize) -> bool {
    let word = |at: usize| {
        let word = run.words.word(at)?;
        Some(&run.text[word.range.clone()])
    };
    let shouted = |word: &str| !word.contains(char::is_lowercase) && word.chars().count() > 1;
    if !run.words.word(at).is_some_and(|word| word.capital) {
        return false;
    }
    let Some(own) = word(at) else { return false };
    let beside = || [at.checked_sub(1).and_then(word), word(at + 1)];
    !shouted(own) || !beside().into_iter().flatten().any(shouted)
}
