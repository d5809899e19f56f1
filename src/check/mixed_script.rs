//! A word is typed in letters of two scripts, or in look-alikes of another script.
//!
//! The Cyrillic «і» and the Latin "i" look the same and are two letters. A word with the wrong one
//! is not found by a search, is read out wrongly, and is another word to a court's computer:
//!
//! ```text
//! kk: «іoka fintech»        і is Cyrillic, the others are Latin
//! ru: Cайт                  C is Latin, the others are Cyrillic
//! ru: данные c сайта        the whole word c is Latin
//! ```
//!
//! Words are looked at between hyphens and apostrophes, so that «ioka-ның» is right. A whole word in
//! letters of another script is reported when it looks like a short word of the language, like a word
//! that stands in the same text in the right letters, or stands among initials such as «Ф.И.О.».
//! Addresses, code, numbers of acts such as 06-О/Д and protected words are left alone.
//!
//! Type the word again in the letters of one script.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use unicode_script::Script as ScriptName;

use super::Context;
use super::parallel::about;
use super::spelling::{Spelt, all_told, script_of, scripts, words_of};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, UnitFacts};
use crate::lang::{Beginning, Beginnings, Script, fold, in_script, is_letter, script as letter_script};

/// The rule.
pub static RULE: Rule = Rule {
    name: "mixed-script",
    severity: Severity::Error,
    family: Family::Language,
    source: include_str!("mixed_script.rs"),
};

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(script) = &text.language.grammar.script else {
        return;
    };
    let look = Look::of(text, script);
    for unit in &text.units {
        if unit.runs.iter().all(|run| run.words.is_in(script.name)) {
            continue;
        }
        let mut found: BTreeMap<&str, (Odd, Vec<Spelt<'_>>)> = BTreeMap::new();
        // Most runs are in letters of the language's script, and so are most words of the others.
        let odd = unit.runs.iter().filter(|run| !run.words.is_in(script.name));
        let spelt = odd.flat_map(|run| words_of(run, context));
        for spelt in spelt.filter(|spelt| spelt.own.script != Some(script.name)) {
            if let Some((_, places)) = found.get_mut(spelt.word()) {
                places.push(spelt);
            } else if let Some(odd) = look.at(&spelt) {
                found.insert(spelt.word(), (odd, vec![spelt]));
            }
        }
        for (odd, places) in found.into_values() {
            findings.push(word(text, unit, &odd, &places));
        }
    }
}

/// What is wrong with a word.
struct Odd {
    /// The letters that are not of the script that is meant.
    letters: Vec<char>,
    /// The script that is meant.
    meant: ScriptName,
    /// The word in letters of that script, where the odd ones look like some.
    right: Option<String>,
    /// The word in letters of another script, where that may be meant as well.
    other: Option<(ScriptName, String)>,
}

/// What the words of a text are compared with.
pub(super) struct Look<'t> {
    script: &'t Script,
    text: &'t Facts<'t>,
    /// The words of the text that are in letters of one script; found out when they are asked for,
    /// for most texts have no odd word.
    known: OnceCell<BTreeSet<&'t str>>,
    /// What they begin with, which is found out much faster.
    beginnings: OnceCell<Beginnings>,
    /// How many words were asked for.
    asked: Cell<usize>,
}

/// So many words are looked for one by one; for more it is worth gathering all words of the text.
const FEW: usize = 8;

impl<'t> Look<'t> {
    /// For the words of a text.
    pub(super) fn of(text: &'t Facts<'_>, script: &'t Script) -> Self {
        Self {
            script,
            text,
            known: OnceCell::new(),
            beginnings: OnceCell::new(),
            asked: Cell::new(0),
        }
    }

    /// Whether a word stands in the text in letters of one script.
    fn knows(&self, word: &str) -> bool {
        let words = || self.text.units.iter().flat_map(|unit| &unit.runs).flat_map(|run| {
            let words = run.words.iter().map(move |(word, _)| (word, run));
            words.filter(|(word, _)| word.script.is_some())
        });
        let beginnings = self.beginnings.get_or_init(|| {
            let mut beginnings = Beginnings::default();
            words().for_each(|(word, _)| beginnings.add(word.beginning));
            beginnings
        });
        let known = || {
            let known = words().map(|(word, run)| &run.text[word.range.clone()]);
            known.collect()
        };
        let beginning = Beginning::of(&fold(word));
        if !beginnings.may_have(beginning) {
            return false;
        }
        self.asked.set(self.asked.get() + 1);
        match self.asked.get() <= FEW {
            true => words().any(|(own, run)| {
                own.beginning == beginning && run.text[own.range.clone()] == *word
            }),
            false => self.known.get_or_init(known).contains(word),
        }
    }

    /// Whether a word is one that this rule reports.
    pub(super) fn finds(&self, spelt: &Spelt<'_>) -> bool {
        self.at(spelt).is_some()
    }

    fn at(&self, spelt: &Spelt<'_>) -> Option<Odd> {
        match spelt.own.script {
            Some(own) if own == self.script.name => None,
            Some(other) => self.whole(spelt, other),
            None if parts(spelt.word()).all(|part| script_of(part).is_some()) => None,
            None => self.mixed(spelt.word()),
        }
    }

    /// A word in letters of several scripts: that script is meant in which the word stands
    /// elsewhere, else that of most letters, else that of the language.
    fn mixed(&self, word: &str) -> Option<Odd> {
        let mut counts: Vec<(ScriptName, usize)> = scripts(word);
        counts.sort_by_key(|(script, count)| (usize::MAX - count, *script != self.script.name));
        let best = *counts.first()?;
        let candidates: Vec<(ScriptName, String)> = counts
            .iter()
            .filter_map(|(script, _)| Some((*script, self.put(word, *script)?)))
            .collect();
        let known = candidates.iter().find(|(_, right)| self.knows(right));
        let (meant, right) = match known {
            Some((script, right)) => (*script, Some(right.clone())),
            None => (best.0, self.put(word, best.0)),
        };
        let other = candidates.iter().find(|(script, _)| *script != meant);
        let other = other.filter(|_| known.is_none()).cloned();
        let letters = word.chars().filter(|c| is_letter(*c) && letter_script(*c) != meant);
        Some(Odd {
            letters: letters.collect(),
            meant,
            right,
            other,
        })
    }

    /// A whole word in letters of another script than the language's.
    fn whole(&self, spelt: &Spelt<'_>, other: ScriptName) -> Option<Odd> {
        let roman = spelt.word().len() > 1 && spelt.word().chars().all(|c| "IVXLCDM".contains(c));
        if (roman && self.script.allows(other)) || in_phrase(spelt, other) {
            return None;
        }
        let right = self.put(spelt.word(), self.script.name)?;
        let elsewhere = || right.chars().count() > 1 && self.knows(&right);
        let short = || self.script.is_short_word(&right.to_lowercase()) && stands_free(spelt);
        let initial = || is_initial(spelt, self.script);
        (elsewhere() || short() || initial()).then(|| Odd {
            letters: spelt.word().chars().filter(|c| is_letter(*c)).collect(),
            meant: self.script.name,
            right: Some(right),
            other: None,
        })
    }

    fn put(&self, word: &str, script: ScriptName) -> Option<String> {
        in_script(word, script, |c| script != self.script.name || self.script.has(c))
    }
}

/// What stands between the apostrophes of a word: a Latin root may have a Cyrillic ending behind one.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let parts = word.split(['\'', '\u{2019}', '\u{2BC}']);
    parts.filter(|part| part.contains(is_letter))
}

/// Whether the word before or behind is in letters of the same script, as in «ad hoc».
fn in_phrase(spelt: &Spelt<'_>, script: ScriptName) -> bool {
    let list = &spelt.run.words;
    let is_same = |at: usize| {
        let word = list.get(at);
        word.is_some_and(|(word, _)| word.script == Some(script))
    };
    let before = spelt.at.checked_sub(1).filter(|_| joined(spelt, spelt.at));
    before.is_some_and(is_same) || joined(spelt, spelt.at + 1) && is_same(spelt.at + 1)
}

fn joined(spelt: &Spelt<'_>, at: usize) -> bool {
    let word = spelt.run.words.get(at);
    word.is_some_and(|(word, _)| word.joined)
}

/// Whether a word stands between spaces, as «с» and «о» do; a capital only where a sentence begins,
/// or a title such as «О персональных данных». «класс A» and «п. a)» are left alone.
fn stands_free(spelt: &Spelt<'_>) -> bool {
    let before = &spelt.run.text[..spelt.own.range.start];
    let after = &spelt.run.text[spelt.own.range.end..];
    let begins = before.trim_end().is_empty() || before.trim_end().ends_with(['.', '!', '?']);
    let title = before.ends_with(['«', '“', '„', '"']);
    let space_before = before.is_empty() || before.ends_with(char::is_whitespace);
    let small = spelt.word().chars().all(char::is_lowercase);
    let word_behind = |place: usize| {
        let behind = spelt.run.words.get(spelt.at + place);
        behind.is_some_and(|(word, _)| {
            word.joined && spelt.run.text[word.range.clone()].starts_with(char::is_lowercase)
        })
    };
    let free = space_before && (small || begins && word_behind(1));
    // «A класс» is no title.
    let titled = title && word_behind(1) && word_behind(2);
    after.starts_with(' ') && (free || titled)
}

/// Whether a word is a capital among initials in letters of the language: «Ф.И.О.», «А. Б. Иванов».
fn is_initial(spelt: &Spelt<'_>, script: &Script) -> bool {
    if spelt.word().chars().count() != 1 || !spelt.word().starts_with(char::is_uppercase) {
        return false;
    }
    let is_capital = |c: char| c.is_uppercase() && letter_script(c) == script.name;
    let alone = |mut rest: std::str::Chars<'_>, c: char| {
        is_capital(c) && rest.next_back().is_none_or(|c| !c.is_alphanumeric())
    };
    let before = &spelt.run.text[..spelt.own.range.start];
    let after = &spelt.run.text[spelt.own.range.end..];
    let stop_behind = after.starts_with('.');
    let close = before.strip_suffix('.');
    let spaced = before.strip_suffix([' ', '\u{a0}']).and_then(|text| text.strip_suffix('.'));
    let spaced = spaced.filter(|_| stop_behind);
    let follows = close.or(spaced).is_some_and(|text| {
        let mut rest = text.chars();
        rest.next_back().is_some_and(|c| alone(rest, c))
    });
    let mut next = after.strip_prefix('.').unwrap_or_default().trim_start().chars();
    let precedes = next.next().is_some_and(is_capital) && next.next() == Some('.');
    follows || precedes
}

fn word(text: &Facts<'_>, unit: &UnitFacts<'_>, odd: &Odd, places: &[Spelt<'_>]) -> Finding {
    let typed = places.first().map_or("", |place| place.word());
    let (name, lang) = (unit.unit.describe(), &text.text.lang);
    let meant = odd.meant.full_name();
    let mut kinds: Vec<&str> = odd.letters.iter().map(|c| letter_script(*c).full_name()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds = kinds.join(" and ");
    let letters = all_told(odd.letters.iter().copied());
    let count = letters.matches("U+").count();
    let are = if count == 1 { "is" } else { "are" };
    let whole = odd.letters.len() == typed.chars().filter(|c| is_letter(*c)).count();
    let message = match whole {
        true => format!(
            "{name} has in {lang} the word “{typed}” in {kinds} letters that look like {meant} ones: \
             {letters}"
        ),
        false => format!(
            "{name} has in {lang} the word “{typed}” in letters of two scripts: {letters} {are} \
             {kinds}, the others are {meant}"
        ),
    };
    let mut finding = Finding::new(&RULE, message);
    for place in places {
        let about = format!("{letters} {are} {kinds}");
        finding = finding.label(text.text.file, place.run.span(place.range()), about);
    }
    let mut help = match &odd.right {
        Some(right) => {
            let letters = typed.chars().zip(right.chars());
            let new = letters.filter(|(old, new)| old != new).map(|(_, new)| new);
            format!("type “{right}” in {meant} letters: {}", all_told(new))
        }
        None => format!("type the word again in {meant} letters"),
    };
    if let Some((script, word)) = &odd.other {
        help.push_str(&format!(", or “{word}” in {} letters", script.full_name()));
    }
    about(finding.help(help), text, unit)
}
