//! The characters of a clause as they were typed, without those that follow other laws: addresses,
//! code and blanks.

use std::borrow::Cow;
use std::ops::Range;

use super::parallel::about;
use super::spelling::{apart, quoted};
use crate::diagnostic::{Finding, Rule};
use crate::facts::{Facts, Run, UnitFacts};
use crate::lang::SignSet;

/// A sign of a run with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed {
    /// Its place, as a byte of the run's text.
    pub(super) at: usize,
    /// The character.
    pub(super) c: char,
    /// The one before, also when it belongs to an address or a blank.
    pub(super) before: Option<char>,
    /// The one behind.
    pub(super) behind: Option<char>,
}

impl Typed {
    /// Its bytes of the run's text.
    pub(super) fn range(self) -> Range<usize> {
        self.at..self.at + self.c.len_utf8()
    }
}

/// The signs of a run, in order.
pub(super) fn typed(run: &Run) -> impl Iterator<Item = Typed> {
    among(run, SignSet::ALL)
}

/// Some signs of a run, in order; there may be others among them.
pub(super) fn among(run: &Run, asked: SignSet) -> impl Iterator<Item = Typed> {
    let signs = match run.words.sign_set().may_share(asked) {
        true => run.words.signs(),
        false => &[],
    };
    let apart = match signs {
        [] => Vec::new(),
        _ => apart(run),
    };
    let mut apart = apart.into_iter().peekable();
    let signs = signs.iter().filter(move |sign| {
        if !asked.may_have(sign.c) {
            return false;
        }
        while apart.next_if(|range| range.end <= sign.at()).is_some() {}
        apart.peek().is_none_or(|range| sign.at() < range.start)
    });
    signs.map(|sign| Typed {
        at: sign.at(),
        c: sign.c,
        before: run.text[..sign.at()].chars().next_back(),
        behind: run.text[sign.at() + sign.c.len_utf8()..].chars().next(),
    })
}

/// A word that stands further off than so many bytes is not touched.
const FAR: usize = 200;

/// The words that a place touches, from the beginning of the first to the end of the last. A word
/// behind a long row of signs is not among them: it would be shown with each of the signs.
pub(super) fn around(run: &Run, range: &Range<usize>) -> Range<usize> {
    let near = |word: &Range<usize>| word.start < range.end + FAR && range.start < word.end + FAR;
    let word = |at: usize| run.words.word(at).map(|word| &word.range);
    // The first word that ends behind the beginning of the place.
    let (mut low, mut high) = (0, run.words.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match word(middle).is_some_and(|word| word.end <= range.start) {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    let Some(first) = word(low) else {
        let before = low.checked_sub(1).and_then(word).filter(|word| near(word));
        return before.map_or(range.start, |word| word.start)..range.end;
    };
    // Between two words, both are touched.
    let touched = first.start < range.end;
    let before = low.checked_sub(1).filter(|_| !touched).and_then(word);
    let before = before.filter(|word| near(word));
    let start = before.map_or(first.start.min(range.start), |word| word.start);
    if !near(first) {
        return start..range.end;
    }
    let mut end = first.end;
    for word in (low..run.words.len()).map_while(word) {
        if end >= range.end {
            break;
        }
        end = word.end;
    }
    let end = end.max(range.end);
    start..end
}

/// Something typed in an odd way: the run, the place and what is to be said of it.
#[derive(Clone, Debug)]
pub(super) struct Oddity<'u> {
    pub(super) run: &'u Run,
    pub(super) range: Range<usize>,
    pub(super) about: &'static str,
}

impl<'u> Oddity<'u> {
    /// The words that are shown.
    pub(super) fn words(&self) -> &'u str {
        &self.run.text[self.range.clone()]
    }
}

/// The finding about what is typed in an odd way in one unit; `None` where nothing is. `what` comes
/// between the language and the words.
pub(super) fn finding(
    rule: &'static Rule,
    text: &Facts<'_>,
    unit: &UnitFacts<'_>,
    what: &str,
    odd: &[Oddity<'_>],
    help: impl Into<Cow<'static, str>>,
) -> Option<Finding> {
    odd.first()?;
    let name = unit.unit.describe();
    let words = quoted(odd.iter().map(Oddity::words));
    let message = format!("{name} has in {} {what}: {words}", text.text.lang);
    let mut finding = Finding::new(rule, message).help(help);
    for one in odd {
        let span = one.run.span(one.range.clone());
        finding = finding.label(text.text.file, span, one.about);
    }
    Some(about(finding, text, unit))
}
