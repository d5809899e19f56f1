//! A word has letters that are not of the text's language.
//!
//! Each language's data lists its alphabet and the scripts whose whole words may stand in a text: a
//! Russian text has no «ғ» and no «і», but may say SMS; an English one has no Cyrillic words, except
//! in the number of an act, which is the same letter by letter in all languages.
//!
//! ```text
//! ru: законодательство Қазақстана      қ is no Russian letter
//! en: the operator of the сайт         a Cyrillic word
//! ```
//!
//! Words in letters of two scripts, or in look-alikes, are told by `mixed-script`, and a clause that
//! is in another language as a whole by `untranslated-text`. Left alone are a name that the same clause
//! has in another language, such as «область Ұлытау», and what is told in brackets in its own
//! language, as in "Kazakh (Қазақша)".
//!
//! Type the word in the letters of the language, or translate it.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::glosses::Glosses;
use super::parallel::about;
use super::spelling::{Spelt, all_told, quoted, words_of};
use super::{Context, Parallel, mixed_script, untranslated_text};
use crate::align::Row;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run, UnitFacts};
use crate::lang::{Script, is_letter};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule {
    name: "foreign-letter",
    severity: Severity::Error,
    family: Family::Language,
    source: include_str!("foreign_letter.rs"),
};

/// Checks the words of each text of an edition.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scripts = parallel.texts.iter().map(|text| {
        let script = text.language.grammar.script.as_ref()?;
        Some((script, mixed_script::Look::of(text, script)))
    });
    let scripts: Vec<_> = scripts.collect();
    for row in &parallel.rows {
        for (column, text, unit) in parallel.units(row) {
            let Some(Some((script, look))) = scripts.get(column) else {
                continue;
            };
            if unit.runs.iter().all(|run| is_plain(run, script)) {
                continue;
            }
            let (mut letters, mut whole) = (Vec::new(), Vec::new());
            let names = OnceCell::new();
            for run in unit.runs.iter().filter(|run| !is_plain(run, script)) {
                let mut glosses = Glosses::of(&run.text, script);
                for spelt in words_of(run, context) {
                    match spelt.own.script {
                        Some(own) if own == script.name => {
                            // Most words need not be composed to be seen to be right.
                            let right = spelt.word().chars().all(|c| script.has(c));
                            let odd = !right && foreign(spelt.word(), script).next().is_some();
                            let names = || names.get_or_init(|| words_beside(parallel, row, column));
                            if odd && !glosses.have(&spelt) && !is_name(&spelt, names) {
                                letters.push(spelt);
                            }
                        }
                        Some(other)
                            if !script.allows(other)
                                && !look.finds(&spelt)
                                && !glosses.have(&spelt) =>
                        {
                            whole.push(spelt);
                        }
                        _ => {}
                    }
                }
            }
            let odd = !letters.is_empty() || !whole.is_empty();
            if odd && untranslated_text::is_in_another_script(unit, script, context) {
                continue;
            }
            findings.extend(odd_letters(text, unit, script, &letters));
            findings.extend(odd_words(text, unit, &whole));
        }
    }
}

/// Whether all letters of a run are of the alphabet: those of most runs are.
fn is_plain(run: &Run, script: &Script) -> bool {
    let words = &run.words;
    words.is_in(script.name)
        && (words.is_spelt_in(script) || run.text.chars().all(|c| script.has(c)))
}

/// Whether a word is a name that the same clause has in another language as well, as «Ұлытау» in
/// «область Ұлытау» is: it has a capital though no sentence begins with it.
fn is_name<'n>(spelt: &Spelt<'_>, names: impl FnOnce() -> &'n BTreeSet<&'n str>) -> bool {
    let before = spelt.run.text[..spelt.own.range.start].trim_end();
    let begins = before.trim_end_matches(['«', '“', '"']).trim_end();
    let begins = begins.is_empty() || begins.ends_with(['.', '!', '?', ':', ';']);
    if begins || !spelt.word().starts_with(char::is_uppercase) {
        return false;
    }
    // Whatever begins with it follows upon it in their order.
    let next = names().range(spelt.word()..).next();
    next.is_some_and(|name| name.starts_with(spelt.word()))
}

/// The words of a clause in the other languages.
fn words_beside<'p>(parallel: &'p Parallel<'_>, row: &'p Row, column: usize) -> BTreeSet<&'p str> {
    let others = parallel.units(row).filter(|(other, ..)| *other != column);
    let runs = others.flat_map(|(_, _, unit)| &unit.runs);
    let words = runs.flat_map(|run| {
        let words = run.words.words().iter();
        words.map(|word| &run.text[word.range.clone()])
    });
    words.collect()
}

/// The letters of a word that are not of the alphabet.
fn foreign<'w>(word: &'w str, script: &'w Script) -> impl Iterator<Item = char> + 'w {
    word.nfc().filter(|c| is_letter(*c) && !script.has(*c))
}

fn odd_letters(
    text: &Facts<'_>,
    unit: &UnitFacts<'_>,
    script: &Script,
    found: &[Spelt<'_>],
) -> Option<Finding> {
    found.first()?;
    let letters = all_told(found.iter().flat_map(|spelt| foreign(spelt.word(), script)));
    let message = format!(
        "{} has in {} letters that are not of its alphabet: {letters} in {}",
        unit.unit.describe(),
        text.text.lang,
        quoted(found.iter().map(|spelt| spelt.word()))
    );
    let help = format!("type the words in the letters of {}", text.language.name);
    finding(text, unit, message, help, found)
}

fn odd_words(text: &Facts<'_>, unit: &UnitFacts<'_>, found: &[Spelt<'_>]) -> Option<Finding> {
    let script = found.first()?.own.script?.full_name();
    let message = format!(
        "{} has in {} words in {script} letters: {}",
        unit.unit.describe(),
        text.text.lang,
        quoted(found.iter().map(|spelt| spelt.word()))
    );
    let help = "translate the words, or write them in the letters of the language";
    finding(text, unit, message, help.to_owned(), found)
}

fn finding(
    text: &Facts<'_>,
    unit: &UnitFacts<'_>,
    message: String,
    help: String,
    found: &[Spelt<'_>],
) -> Option<Finding> {
    let mut finding = Finding::new(&RULE, message).help(help);
    for span in stretches(found) {
        finding = finding.label(text.text.file, span, "");
    }
    Some(about(finding, text, unit))
}

/// The places of words; words that follow upon one another make one place.
fn stretches(found: &[Spelt<'_>]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut before: Option<&Spelt<'_>> = None;
    for spelt in found {
        let span = spelt.run.span(spelt.range());
        let follows = before.is_some_and(|before| {
            std::ptr::eq(before.run, spelt.run) && before.at + 1 == spelt.at
        });
        match spans.last_mut() {
            Some(last) if follows => *last = last.to(span),
            _ => spans.push(span),
        }
        before = Some(spelt);
    }
    spans
}
