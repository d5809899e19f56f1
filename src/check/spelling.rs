//! The words of a clause that are words of its language, and the scripts of their letters.
//!
//! Addresses, code, blanks, identifiers of acts and protected words are taken out: they are written
//! alike in all languages.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_script::Script;

use super::Context;
use crate::facts::{Mark, Run, UnitFacts};
use crate::lang::{ScriptOf, SignSet, Word, is_letter, script};

/// A word of a run.
#[derive(Clone, Debug)]
pub(super) struct Spelt<'u> {
    /// The run it stands in.
    pub(super) run: &'u Run,
    /// Its place among the words of the run.
    pub(super) at: usize,
    /// What is known of it.
    pub(super) own: &'u Word,
}

impl<'u> Spelt<'u> {
    /// Its place, as bytes of the run's text.
    pub(super) fn range(&self) -> Range<usize> {
        self.own.range.clone()
    }

    /// As it was typed.
    pub(super) fn word(&self) -> &'u str {
        &self.run.text[self.range()]
    }

    /// In small letters.
    pub(super) fn folded(&self) -> &'u str {
        self.run.words.get(self.at).map_or("", |(_, folded)| folded)
    }
}

/// The words of a unit that are words of its language.
pub(super) fn words<'u>(
    unit: &'u UnitFacts<'_>,
    context: &'u Context<'_>,
) -> impl Iterator<Item = Spelt<'u>> {
    unit.runs.iter().flat_map(move |run| words_of(run, context))
}

/// The words of a run that are words of its language.
pub(super) fn words_of<'u>(
    run: &'u Run,
    context: &'u Context<'_>,
) -> impl Iterator<Item = Spelt<'u>> {
    own_words(run, context).map(|(at, own)| Spelt { run, at, own })
}

/// The same, each with its place among the words of the run.
pub(super) fn own_words<'u>(
    run: &'u Run,
    context: &Context<'_>,
) -> impl Iterator<Item = (usize, &'u Word)> {
    let exempt = run.memo.exempt.get_or_init(|| exempt(run, context));
    let mut exempt = exempt.as_slice();
    let words = run.words.words().iter().enumerate();
    words.filter(move |(_, word)| {
        while let [first, rest @ ..] = exempt {
            if first.end > word.range.start {
                return first.start >= word.range.end;
            }
            exempt = rest;
        }
        true
    })
}

/// The addresses, blanks and code of a run, in order.
pub(super) fn apart(run: &Run) -> Vec<Range<usize>> {
    let marks = run.marks.iter().filter(|(range, mark)| match mark {
        Mark::Link(_) => is_address(&run.text[range.clone()]),
        Mark::Blank | Mark::Code => true,
    });
    marks.map(|(range, _)| range.clone()).collect()
}

/// The parts of a run that are no words of its language, in order.
fn exempt(run: &Run, context: &Context<'_>) -> Vec<Range<usize>> {
    let mut ranges = apart(run);
    identifiers(run, &mut ranges);
    ranges.extend(context.glossary.protected.places(&run.text, &run.words));
    if ranges.is_empty() {
        return ranges;
    }
    // Where they overlap, they are one.
    ranges.sort_by_key(|range| range.start);
    ranges.dedup_by(|next, before| {
        let overlap = next.start < before.end;
        if overlap {
            before.end = before.end.max(next.end);
        }
        overlap
    });
    ranges
}

/// What joins the parts of such numbers.
const JOINTS: SignSet = SignSet::of(&['/', '-', '–']);

/// Adds the numbers of acts and orders in a run, each with the space behind it. There is a slash or a
/// hyphen in each.
fn identifiers(run: &Run, ranges: &mut Vec<Range<usize>>) {
    if !run.words.sign_set().may_share(JOINTS) {
        return;
    }
    let text = &run.text;
    let mut end = 0;
    for sign in run.words.signs() {
        if sign.at() < end || !matches!(sign.c, '/' | '-' | '–') {
            continue;
        }
        let before = text[..sign.at()].char_indices().rev();
        let space = before
            .take_while(|(at, _)| *at >= end)
            .find(|(_, c)| c.is_whitespace());
        let start = space.map_or(end, |(at, c)| at + c.len_utf8());
        let mut behind = text[sign.at()..].char_indices();
        let space = behind.find(|(_, c)| c.is_whitespace());
        end = space.map_or(text.len(), |(at, c)| sign.at() + at + c.len_utf8());
        if is_identifier(text[start..end].trim()) {
            ranges.push(start..end);
        }
    }
}

/// Whether what is to be read of a link is an address and not words.
fn is_address(words: &str) -> bool {
    !words.contains(char::is_whitespace) && words.contains(['.', '@', '/'])
}

/// Whether what stands between two spaces holds the number of an act or order: capitals and digits
/// with a slash or hyphen between them, such as `06-О/Д`, `395/НҚ` and `О/Д`.
fn is_identifier(words: &str) -> bool {
    let core = words.trim_matches(|c: char| !c.is_alphanumeric());
    let core = core.strip_prefix("No.").unwrap_or(core);
    let of_such = |c: char| c.is_uppercase() || c.is_ascii_digit() || "-/–.".contains(c);
    let digits = core.contains(|c: char| c.is_ascii_digit());
    let joined = core.contains('/') || digits && core.contains(['-', '–']);
    joined && core.contains(char::is_uppercase) && core.chars().all(of_such)
}

/// How many letters of a word are of which script. Signs that belong to all scripts do not count.
pub(super) fn scripts(word: &str) -> Vec<(Script, usize)> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in word.chars().filter(|c| is_letter(*c)).map(script) {
        if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
            continue;
        }
        match counts.iter_mut().find(|(own, _)| *own == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    counts
}

/// The script of a word's letters; `None` when it has no letters or they are of several.
pub(super) fn script_of(word: &str) -> Option<Script> {
    let mut script = ScriptOf::Nothing;
    for letter in word.chars().filter(|c| is_letter(*c)) {
        script.take(letter);
    }
    script.one()
}

/// A letter with its code: "і (U+0456)".
pub(super) fn told(letter: char) -> String {
    format!("{letter} (U+{:04X})", u32::from(letter))
}

/// Each different letter with its code, set apart by commas.
pub(super) fn all_told(letters: impl IntoIterator<Item = char>) -> String {
    let mut known = BTreeSet::new();
    let new = letters.into_iter().filter(|letter| known.insert(*letter));
    let told: Vec<String> = new.map(told).collect();
    told.join(", ")
}

/// Words in quotation marks, each once; after the third it is only told how many more there are.
pub(super) fn quoted<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut known = BTreeSet::new();
    let mut shown: Vec<String> = Vec::new();
    let mut before: Option<&str> = None;
    for word in words {
        // One long word may be told of for each of its signs.
        let same = before.replace(word);
        if same.is_some_and(|same| std::ptr::eq(same, word)) {
            continue;
        }
        // Those of different lengths, which may stand one in the other, are not compared letter by letter.
        if known.insert((word.len(), word)) && shown.len() < 3 {
            shown.push(format!("“{word}”"));
        }
    }
    match known.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
