//! A clause, or a sentence in it, is left in another language.
//!
//! Reported are a sentence that stands letter by letter in the same clause of another language; a
//! clause that has none of the letters that a text of its language cannot do without (Kazakh «ә»,
//! «ғ», «қ», «ң», «ө», «ұ», «ү», «һ», «і»); and a clause most letters of which are of another script:
//!
//! ```text
//! kk: 4.3. требовать блокирование персональных данных Пользователя;
//! ru: 4.3. требовать блокирование персональных данных Пользователя;
//! ```
//!
//! Short lines and cells say nothing, and neither do addresses, telephone numbers, numbers of acts,
//! bank details, names and titles quoted in another script: they are often equal in two languages.
//!
//! Translate the words.

use super::parallel::about;
use super::same_sentences::{Same, same_sentences};
use super::spelling::{Spelt, words, words_of};
use super::untranslatable::{Codes, in_title, is_name, titles};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, UnitFacts};
use crate::lang::{Script, is_letter, script as letter_script};

/// The rule.
pub static RULE: Rule = Rule {
    name: "untranslated-text",
    severity: Severity::Error,
    family: Family::Language,
    source: include_str!("untranslated_text.rs"),
};

/// With fewer letters than these, a clause in another script says nothing.
const LETTERS: usize = 20;
/// With fewer letters than these, a clause may do without the language's own ones.
const LETTERS_OF_CLAUSE: usize = 60;

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &parallel.rows {
        let same = same_sentences(parallel, row, context);
        for (column, places) in &same {
            if let (Some(text), Some(unit)) = (parallel.texts.get(*column), parallel.unit(row, *column)) {
                findings.extend(equal(parallel, text, unit, places));
            }
        }
        for (column, text, unit) in parallel.units(row) {
            if !same.contains_key(&column) {
                findings.extend(alone(text, unit, context));
            }
        }
    }
}

/// A clause that can be told to be in another language without its counterparts.
fn alone(text: &Facts<'_>, unit: &UnitFacts<'_>, context: &Context<'_>) -> Option<Finding> {
    let script = text.language.grammar.script.as_ref()?;
    let name = || unit.unit.describe();
    let (language, lang) = (&text.language.name, &text.text.lang);
    let message = if is_in_another_script(unit, script, context) {
        let (name, own) = (name(), script.name.full_name());
        format!("{name} is in {lang} for the most part in letters that are not {own}")
    } else if lacks_own_letters(unit, script, context) {
        let own: Vec<String> = script.own_letters().map(String::from).collect();
        format!("{} has in {lang} none of the letters {}", name(), own.join(", "))
    } else {
        return None;
    };
    let mut runs = unit.runs.iter().filter(|run| !run.words.is_empty());
    let first = runs.next()?.whole();
    let span = runs.next_back().map_or(first, |last| first.to(last.whole()));
    let finding = Finding::new(&RULE, message)
        .label(text.text.file, span, format!("expected {language}"))
        .help("translate the clause");
    Some(about(finding, text, unit))
}

/// Whether most letters of a unit are of a script that is not its language's; words with a capital
/// may be names and do not count then.
pub(super) fn is_in_another_script(
    unit: &UnitFacts<'_>,
    script: &Script,
    context: &Context<'_>,
) -> bool {
    // Most units have not a single word in another script.
    if unit.runs.iter().all(|run| run.words.is_in(script.name)) {
        return false;
    }
    let (mut own, mut other) = (0, 0);
    for run in &unit.runs {
        let titles = titles(run, script);
        let (mut titles, mut codes) = (titles.as_slice(), Codes::of(&run.text));
        for spelt in words_of(run, context) {
            if in_title(&mut titles, spelt.own.range.start) {
                continue;
            }
            let own_here = letters_of(script, &spelt);
            own += own_here;
            let other_here = spelt.own.letters() - own_here;
            if other_here > 0 && !is_name(spelt.word()) && !codes.have(&spelt.own.range) {
                other += other_here;
            }
        }
    }
    own + other >= LETTERS && other > own
}

/// How many letters of a word are of a language's script.
fn letters_of(script: &Script, spelt: &Spelt<'_>) -> usize {
    match spelt.own.script {
        Some(own) if own == script.name => spelt.own.in_script(),
        Some(_) if spelt.own.in_script() == spelt.own.letters() => 0,
        _ => {
            let letters = spelt.word().chars().filter(|c| is_letter(*c));
            letters.filter(|c| letter_script(*c) == script.name).count()
        }
    }
}

/// Whether a unit of some length has none of the letters that its language has alone; words with a
/// capital may be names and add nothing to its length.
fn lacks_own_letters(unit: &UnitFacts<'_>, script: &Script, context: &Context<'_>) -> bool {
    if script.own_letters().next().is_none() {
        return false;
    }
    let mut count = 0;
    for spelt in words(unit, context) {
        let letters = spelt.word().chars().filter(|c| is_letter(*c));
        let mut own = letters.map(|c| script.is_own(c));
        if own.any(|own| own != Some(false)) {
            return false;
        }
        if !is_name(spelt.word()) {
            count += letters_of(script, &spelt);
        }
    }
    count >= LETTERS_OF_CLAUSE
}

fn equal(
    parallel: &Parallel<'_>,
    text: &Facts<'_>,
    unit: &UnitFacts<'_>,
    places: &[Same<'_>],
) -> Option<Finding> {
    let (first, home, _) = places.first()?;
    let (lang, other) = (&text.text.lang, &parallel.texts.get(*home)?.text.lang);
    let words = first.run.text[first.range.clone()].trim();
    let message = format!(
        "{} has in {lang} the same words as in {other}: “{}”",
        unit.unit.describe(),
        shortened(words)
    );
    let mut finding = Finding::new(&RULE, message);
    for (place, ..) in places {
        let span = place.run.span(place.range.clone());
        finding = finding.label(text.text.file, span, format!("in {lang}"));
    }
    for (_, home, model) in places {
        let Some(other) = parallel.texts.get(*home) else { continue };
        finding = finding.label(other.text.file, *model, format!("in {}", other.text.lang));
    }
    Some(about(finding.help("translate the words"), text, unit))
}

/// The first words of a long sentence.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
