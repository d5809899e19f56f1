use std::ops::Range;

use super::scan::roman;
use super::token::{Token, classify, tokens};
use super::{Fact, Run, Spelled, Value};
use crate::lang::{Endings, Grammar, Quantities, Role, Sign, Word};

/// What was read in a run.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) facts: Vec<Fact>,
    pub(super) spelled: Vec<Spelled>,
}

/// Reads what a run states, in no order. What is read first is not read again: addresses and blanks,
/// then the numbers of acts, dates, and at last what is left of the numbers with what stands around
/// them.
pub(super) fn read(at: usize, run: &Run, grammar: &Grammar) -> Found {
    let mut found = Found::default();
    if run.text.is_empty() {
        return found;
    }
    let Some(quantities) = &grammar.quantities else {
        super::addresses::read(at, run, &mut Vec::new(), &mut found.facts);
        return found;
    };
    let states_something = |(at, word): (usize, &Word)| {
        let folded = || run.words.get(at).map_or("", |(_, folded)| folded);
        word.figures
            || quantities.lexicon.may_know(word.beginning)
                && quantities
                    .lexicon
                    .may_state(&grammar.endings, word.beginning, folded)
            || word.capital && roman(&run.text[word.range.clone()]).is_some()
    };
    if !run.words.words().iter().enumerate().any(states_something) {
        super::addresses::read(at, run, &mut Vec::new(), &mut found.facts);
        return found;
    }
    let mut list = tokens(&run.words, &run.text);
    super::addresses::read(at, run, &mut list, &mut found.facts);
    classify(&mut list, &run.text, quantities, &grammar.endings);
    if !list.iter().any(|token| states(token, &run.text)) {
        return found;
    }
    let mut reader = Reader {
        at,
        text: &run.text,
        signs: run.words.signs(),
        tokens: list,
        quantities,
        endings: &grammar.endings,
        calendar: None,
        found,
    };
    reader.identifiers();
    reader.dates();
    reader.scan();
    reader.citations();
    reader.found
}

/// Whether a token may begin or hold a fact. Most runs have none that does.
fn states(token: &Token<'_>, text: &str) -> bool {
    token.digits
        || token.number.is_some()
        || token.period.is_some()
        || token.role.is_some_and(|(role, _)| role.states())
        || roman(&text[token.range.clone()]).is_some()
}

/// Reads one run.
pub(super) struct Reader<'r> {
    /// The run's place in its unit.
    at: usize,
    pub(super) text: &'r str,
    pub(super) signs: &'r [Sign],
    pub(super) tokens: Vec<Token<'r>>,
    pub(super) quantities: &'r Quantities,
    pub(super) endings: &'r Endings,
    /// The number that «күнтізбелік» before another number says the days of as well.
    pub(super) calendar: Option<usize>,
    found: Found,
}

impl<'r> Reader<'r> {
    /// Notes a fact in figures.
    pub(super) fn state(&mut self, value: Value, range: Range<usize>) {
        self.note(value, range, false);
    }

    /// Notes a fact.
    pub(super) fn note(&mut self, value: Value, range: Range<usize>, in_words: bool) {
        self.found.facts.push(Fact {
            value,
            run: self.at,
            range,
            in_words,
        });
    }

    /// Notes figures beside the words for them.
    pub(super) fn note_spelled(&mut self, spelled: Spelled) {
        self.found.spelled.push(Spelled {
            run: self.at,
            ..spelled
        });
    }

    /// What stands between the token before and this one.
    pub(super) fn gap(&self, at: usize) -> &'r str {
        let start = match at.checked_sub(1).and_then(|i| self.tokens.get(i)) {
            Some(before) => before.range.end,
            None => 0,
        };
        self.between(start, at)
    }

    /// What stands between a place in the text and a token.
    pub(super) fn between(&self, start: usize, at: usize) -> &'r str {
        let end = self
            .tokens
            .get(at)
            .map_or(self.text.len(), |token| token.range.start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// What a free token means besides a number, with the count of words.
    pub(super) fn role(&self, at: usize) -> Option<(&'r Role, usize)> {
        let token = self.tokens.get(at)?;
        if token.taken { None } else { token.role }
    }

    /// Whether a token is free and figures.
    pub(super) fn is_figures(&self, at: usize) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|token| token.digits && !token.taken)
    }

    /// The words of a token as they were typed.
    pub(super) fn typed(&self, at: usize) -> &'r str {
        let token = self.tokens.get(at);
        token.map_or("", |token| &self.text[token.range.clone()])
    }

    /// Takes tokens: they are part of a fact.
    pub(super) fn take(&mut self, tokens: Range<usize>) {
        for token in self.tokens.get_mut(tokens).into_iter().flatten() {
            token.taken = true;
        }
    }

    /// Whether a sign such as `№` or "No." stands right before a token; where it begins.
    pub(super) fn number_sign(&self, at: usize) -> Option<usize> {
        let gap = self.gap(at);
        let start = self.tokens.get(at)?.range.start - gap.len();
        let before = gap.trim_end();
        if let Some((sign, Role::NumberSign)) = self.quantities.lexicon.sign_before(before) {
            return Some(start + before.len() - sign.len());
        }
        let word = at.checked_sub(1)?;
        let near = before.is_empty() || before == ".";
        match self.role(word) {
            Some((Role::NumberSign, _)) if near => Some(self.tokens.get(word)?.range.start),
            _ => None,
        }
    }
}
