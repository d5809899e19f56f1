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

use std::collections::BTreeMap;
use std::ops::Range;

use super::parallel::about;
use super::spelling::{words, words_of};
use super::{Context, Parallel};
use crate::align::Row;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run, UnitFacts};
use crate::lang::{Language, Script, is_letter, script as letter_script, sentences};
use crate::source::Span;

/// How long a word before a stop may be that does not end a sentence.
const ABBREVIATION: usize = 3;

/// The rule.
pub static RULE: Rule = Rule {
    name: "untranslated-text",
    severity: Severity::Error,
    family: Family::Language,
    source: include_str!("untranslated_text.rs"),
};

/// Fewer words than these are no sentence; names do not count.
const WORDS: usize = 3;
/// With fewer letters than these, a sentence or a clause in another script says nothing.
const LETTERS: usize = 20;
/// With fewer letters than these, a clause may do without the language's own ones.
const LETTERS_OF_CLAUSE: usize = 60;

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &parallel.rows {
        let mut told = vec![false; parallel.texts.len()];
        findings.extend(equal_sentences(parallel, row, context, &mut told));
        for (column, text, unit) in parallel.units(row) {
            if !told[column] {
                findings.extend(alone(text, unit, context));
            }
        }
    }
}

/// A clause that can be told to be in another language without its counterparts.
fn alone(text: &Facts<'_>, unit: &UnitFacts<'_>, context: &Context<'_>) -> Option<Finding> {
    let script = text.language.grammar.script.as_ref()?;
    let (name, language) = (unit.unit.describe(), &text.language.name);
    let lang = &text.text.lang;
    let message = if is_in_another_script(unit, script, context) {
        let own = script.name.full_name();
        format!("{name} is in {lang} for the most part in letters that are not {own}")
    } else if lacks_own_letters(unit, script, context) {
        let own: Vec<String> = script.own_letters().map(String::from).collect();
        format!("{name} has in {lang} none of the letters {}", own.join(", "))
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
    let (mut own, mut other) = (0, 0);
    for run in &unit.runs {
        let titles = titles(&run.text, script);
        for spelt in words_of(run, context) {
            if titles.iter().any(|title| title.contains(&spelt.range.start)) {
                continue;
            }
            let letters = || spelt.word.chars().filter(|c| is_letter(*c));
            let own_here = letters().filter(|c| letter_script(*c) == script.name).count();
            own += own_here;
            if !is_name(spelt.word) && !is_code(&run.text, &spelt.range) {
                other += letters().count() - own_here;
            }
        }
    }
    own + other >= LETTERS && other > own
}

/// Whether a unit of some length has none of the letters that its language has alone; words with a
/// capital may be names and add nothing to its length.
fn lacks_own_letters(unit: &UnitFacts<'_>, script: &Script, context: &Context<'_>) -> bool {
    let mut count = 0;
    for spelt in words(unit, context) {
        let letters = spelt.word.chars().filter(|c| is_letter(*c));
        let mut own = letters.clone().map(|c| script.is_own(c));
        if own.any(|own| own != Some(false)) {
            return false;
        }
        if !is_name(spelt.word) {
            count += letters.filter(|c| letter_script(*c) == script.name).count();
        }
    }
    count >= LETTERS_OF_CLAUSE
}

/// Whether a word may be a name: `Алматы`, `БИК`.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && (word.chars().skip(1).all(|c| !c.is_uppercase()) || word.chars().count() < 5)
}

/// A sentence of a unit.
struct Sentence<'u> {
    column: usize,
    run: &'u Run,
    range: Range<usize>,
}

/// The findings about sentences that stand letter by letter in two texts of a row. Marks the
/// columns that are told of.
fn equal_sentences(
    parallel: &Parallel<'_>,
    row: &Row,
    context: &Context<'_>,
    told: &mut [bool],
) -> Vec<Finding> {
    let mut sentences: BTreeMap<String, Vec<Sentence<'_>>> = BTreeMap::new();
    for (column, _, unit) in parallel.units(row) {
        let script = parallel.texts.get(column).and_then(|text| text.language.grammar.script.as_ref());
        for run in &unit.runs {
            for (key, range) in keys(run, script, context) {
                let sentence = Sentence { column, run, range };
                sentences.entry(key).or_default().push(sentence);
            }
        }
    }
    // For each column, its sentences with their counterparts.
    let mut odd: BTreeMap<usize, Vec<(Sentence<'_>, usize, Span)>> = BTreeMap::new();
    for (key, places) in sentences {
        let strange = |column: usize| {
            let language = parallel.texts.get(column).map(|text| text.language);
            language.map_or(0, |language| strangeness(&key, language))
        };
        let Some(home) = places.iter().map(|place| place.column).min_by_key(|c| strange(*c))
        else {
            continue;
        };
        let Some(model) = places.iter().find(|place| place.column == home) else {
            continue;
        };
        let model = model.run.span(model.range.clone());
        for place in places.into_iter().filter(|place| place.column != home) {
            odd.entry(place.column).or_default().push((place, home, model));
        }
    }
    let mut findings = Vec::new();
    for (column, places) in odd {
        let (Some(text), Some(unit)) = (parallel.texts.get(column), parallel.unit(row, column))
        else {
            continue;
        };
        told[column] = true;
        findings.extend(equal(parallel, text, unit, &places));
    }
    findings
}

fn equal(
    parallel: &Parallel<'_>,
    text: &Facts<'_>,
    unit: &UnitFacts<'_>,
    places: &[(Sentence<'_>, usize, Span)],
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

/// How little a sentence looks like one of a language: its letters are of another script, or not of
/// the alphabet, or it has none of the language's own.
fn strangeness(sentence: &str, language: &Language) -> usize {
    let Some(script) = &language.grammar.script else {
        return 0;
    };
    let letters: Vec<char> = sentence.chars().filter(|c| is_letter(*c)).collect();
    let strange = letters.iter().filter(|c| !script.has(**c)).count();
    let own = letters.iter().any(|c| script.is_own(*c) != Some(false));
    strange * 2 + usize::from(!own)
}

/// The sentences of a run that are long enough to be compared: their words, and their place.
fn keys(
    run: &Run,
    script: Option<&Script>,
    context: &Context<'_>,
) -> Vec<(String, Range<usize>)> {
    let quoted = script.map(|script| titles(&run.text, script)).unwrap_or_default();
    let mut spelt = words_of(run, context).peekable();
    let mut keys = Vec::new();
    for range in sentences(&run.text, ABBREVIATION) {
        let (mut key, mut count, mut letters) = (String::new(), 0, 0);
        while let Some(word) = spelt.next_if(|word| word.range.start < range.end) {
            if !word.word.contains(is_letter) {
                continue;
            }
            let title = quoted.iter().any(|title| title.contains(&word.range.start));
            let tells = !title && !is_name(word.word) && !is_code(&run.text, &word.range);
            count += usize::from(tells);
            letters += word.word.chars().filter(|c| is_letter(*c)).count();
            key.push_str(word.folded);
            key.push(' ');
        }
        if count >= WORDS && letters >= LETTERS {
            keys.push((key, trimmed(&run.text, range)));
        }
    }
    keys
}

/// Whether a word is part of a code or an address: `KZ12345ABC`, `ioka.kz`.
fn is_code(text: &str, word: &Range<usize>) -> bool {
    let space = |c: char| c.is_whitespace();
    let start = text[..word.start].rfind(space).map_or(0, |at| at + 1);
    let end = text[word.end..].find(space).map_or(text.len(), |at| word.end + at);
    let Some(piece) = text.get(start..end) else {
        return false;
    };
    let piece = piece.trim_matches(|c: char| !c.is_alphanumeric());
    let inside = |c: char| piece.contains(c) && piece.chars().all(|c| c.is_ascii_graphic());
    piece.contains(|c: char| c.is_ascii_digit()) || inside('.') || inside('@')
}

/// The places of titles that are quoted in letters of another script, where those may stand:
/// «Information security».
fn titles(text: &str, script: &Script) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (Some((start, close)), c) if c == close => {
                let mut letters = text[start..at].chars().filter(|c| is_letter(*c));
                if letters.all(|c| letter_script(c) != script.name && script.allows(letter_script(c))) {
                    titles.push(start..at);
                }
                open = None;
            }
            (None, '«') => open = Some((at, '»')),
            (None, '“') => open = Some((at, '”')),
            (None, '"') => open = Some((at, '"')),
            _ => {}
        }
    }
    titles
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}
