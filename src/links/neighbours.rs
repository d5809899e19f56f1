use std::collections::BTreeSet;
use std::ops::Range;

use super::definitions::Defined;
use super::ground::Ground;
use crate::check::{Position, capital, position};
use crate::facts::Run;
use crate::lang::{self, NumberPlace};

/// How many words behind a reference may name the document that it is of: "of the Agreement".
const BEHIND: usize = 3;

/// How many words before it may: «Шарттың 5.1-тармағы».
const BEFORE: usize = 2;

/// How many words around a number are looked through for the title of another policy.
const AROUND: usize = 12;

/// The words beside references, which may say that they are to what is somebody else's, or to parts
/// of other documents.
pub(super) struct Neighbours<'g> {
    ground: &'g Ground<'g>,
    /// Folded words that terms of the text begin with, as they were declared: «Компания» beside a
    /// number is who does something; whose clause it is would stand in another form.
    declared: BTreeSet<&'g str>,
    terms: Option<&'g lang::Terms>,
    number: NumberPlace,
    policy: Option<usize>,
}

impl<'g> Neighbours<'g> {
    pub(super) fn of(ground: &'g Ground<'g>, defined: &'g Defined) -> Self {
        let grammar = &ground.text.language.grammar;
        let number = grammar.quantities.as_ref().map(|own| own.clause_number);
        Self {
            ground,
            declared: defined
                .terms
                .iter()
                .map(|term| term.phrase.first())
                .collect(),
            terms: grammar.terms.as_ref(),
            number: number.unwrap_or(NumberPlace::After),
            policy: ground.policy(),
        }
    }

    /// Whether somebody or something else stands where the language says whose it is that some words of
    /// a run refer to.
    pub(super) fn name_another(&self, run: &Run, range: &Range<usize>) -> bool {
        let first = run.words.place_from(range.start);
        let behind = run.words.place_from(range.end);
        match self.number {
            NumberPlace::Before => self.name_before(run, first, BEFORE),
            NumberPlace::After => self.name_before(run, first, 1) || self.name_behind(run, behind),
        }
    }

    /// Whether the title of another policy stands near some words of a run.
    pub(super) fn title_near(&self, run: &Run, range: &Range<usize>) -> bool {
        let first = run.words.place_from(range.start);
        let behind = run.words.place_from(range.end);
        let mut places = (first.saturating_sub(AROUND)..first).chain(behind..behind + AROUND);
        places.any(|at| {
            let titles = self.ground.context.titles;
            let found = titles.at(&run.words, at, self.ground.text.language);
            found.is_some_and(|found| Some(found.target) != self.policy)
        })
    }

    fn name_behind(&self, run: &Run, behind: usize) -> bool {
        for step in 0..BEHIND {
            if !is_joined(run, behind + step) {
                return false;
            }
            if let Some(another) = self.says(run, behind + step, step == 0) {
                return another;
            }
        }
        false
    }

    fn name_before(&self, run: &Run, first: usize, most: usize) -> bool {
        for step in 1..=most {
            let at = first.checked_sub(step);
            let Some(at) = at.filter(|at| is_joined(run, at + 1)) else {
                return false;
            };
            if let Some(another) = self.says(run, at, step == 1) {
                return another;
            }
            if self.is_whose(run, at) {
                return true;
            }
        }
        false
    }

    /// Whether a word beside a reference names something else, or this text; `None` when it names
    /// neither. The first word of a sentence has its capital anyway.
    fn says(&self, run: &Run, at: usize, next: bool) -> Option<bool> {
        let (_, folded) = run.words.get(at)?;
        let endings = self.ground.endings();
        let capital = capital(run, at);
        if (capital || self.is_whose(run, at)) && self.ground.is_of_title(folded) {
            return Some(false);
        }
        let mut documents = self.terms.into_iter().flat_map(|terms| &terms.documents);
        if documents.any(|form| form.stands_at(&run.words, at, endings)) {
            return Some(true);
        }
        let name = capital && position(run, at) != Position::First;
        name.then(|| !(next && self.declared.contains(folded)))
    }

    /// Whether a word says whose the next thing is: «Банктің», "Bank’s".
    fn is_whose(&self, run: &Run, at: usize) -> bool {
        let folded = run.words.get(at).map_or("", |(_, folded)| folded);
        let mut endings = self.terms.into_iter().flat_map(|terms| &terms.whose);
        endings.any(|ending| folded.len() > ending.len() && folded.ends_with(ending.as_str()))
    }
}

/// Whether nothing but a space, a hyphen or the sign of a number stands before a word: «Шарттың № 1
/// қосымшасы».
fn is_joined(run: &Run, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| run.words.get(before));
    let gap = before.zip(run.words.get(at));
    let gap =
        gap.and_then(|((before, _), (word, _))| run.text.get(before.range.end..word.range.start));
    gap.is_some_and(|gap| {
        gap.chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '№'))
    })
}
