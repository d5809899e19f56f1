//! A clause does not name a concept that it names in most of the other languages.
//!
//! The glossary lists what each concept is called in each language. Where most languages of a clause
//! name a concept and one does not name it at all, something may have been left out, or another word
//! was used for it. How often a concept is named says nothing: languages differ in where they say
//! “it”. A concept that is named nowhere else in the clause is only looked for in languages that the
//! glossary has a word for. Several concepts that a clause does not name are told of in one finding.
//!
//! ```text
//! ru: Компания блокирует персональные данные в течение 1 (одного) рабочего дня
//! en: The Company blocks the information within 1 (one) business day
//! ```
//!
//! Use the term; or add to the glossary what the concept may also be called.

use super::mentions::mentions;
use super::parallel::about;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, UnitFacts};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-term",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("missing_term.rs"),
};

/// Compares which concepts the texts of each clause name.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &parallel.rows {
        let mut sides = parallel.units(row).map(|(_, text, unit)| concepts(text, unit, context));
        let first = sides.next();
        if sides.all(|own| first.as_ref() == Some(&own)) {
            continue;
        }
        let sides: Vec<Side<'_>> = parallel
            .units(row)
            .map(|(_, text, unit)| (text, unit, named(text, unit, context)))
            .collect();
        let named = sides.iter().flat_map(|(.., named)| named);
        let mut concepts: Vec<usize> = named.map(|(concept, ..)| *concept).collect();
        concepts.sort_unstable();
        // Of two languages neither is the majority: who names the concept is.
        let concepts: Vec<usize> = concepts
            .chunk_by(|one, next| one == next)
            .filter(|same| same.len() * 2 >= sides.len())
            .filter_map(|same| same.first().copied())
            .collect();
        for own in &sides {
            let lacks = |at: &&usize| own.2.iter().all(|(concept, ..)| concept != *at);
            let missing: Vec<usize> = concepts.iter().filter(lacks).copied().collect();
            findings.extend(finding(own, &missing, &sides, context));
        }
    }
}

/// A text of a clause with the concepts that it names there.
type Side<'p> = (&'p Facts<'p>, &'p UnitFacts<'p>, Named<'p>);

/// Most concepts that are named and shown.
const SHOWN: usize = 3;

/// The finding about the concepts that one text of a clause does not name; `None` where it has no
/// words at all, which is told elsewhere, or the glossary no word for them.
fn finding(
    (text, unit, _): &Side<'_>,
    missing: &[usize],
    sides: &[Side<'_>],
    context: &Context<'_>,
) -> Option<Finding> {
    if unit.runs.iter().all(|run| run.words.is_empty()) {
        return None;
    }
    let lang = &text.text.lang;
    let concepts: Vec<_> = missing
        .iter()
        .filter_map(|at| {
            let concept = context.glossary.concepts.get(*at)?;
            Some((*at, concept.term(lang)?, concept.id.as_str()))
        })
        .collect();
    concepts.first()?;
    let terms = told(concepts.iter().map(|(_, term, _)| format!("“{term}”")));
    let ids = told(concepts.iter().map(|(.., id)| format!("`{id}`")));
    let name = unit.unit.describe();
    let message = format!("{name} does not name {terms} in {lang}");
    let span = unit.unit.span;
    let mut finding =
        Finding::new(&RULE, message).label(text.text.file, span, format!("{name} in {lang}"));
    for (at, ..) in concepts.iter().take(SHOWN) {
        for (text, _, named) in sides {
            if let Some((_, span, words)) = named.iter().find(|(concept, ..)| concept == at) {
                let message = format!("“{words}” in {}", text.text.lang);
                finding = finding.label(text.text.file, *span, message);
            }
        }
    }
    let help = match concepts.len() {
        1 => format!(
            "use the term, or add what the concept {ids} may also be called to the glossary"
        ),
        _ => format!(
            "see whether something was left out, or another clause stands here; else use the terms, \
             or add what the concepts {ids} may also be called to the glossary"
        ),
    };
    Some(about(finding.help(help), text, unit))
}

/// Names in a row: "a, b, c and 2 more".
fn told(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    match names.len().saturating_sub(SHOWN) {
        0 => match names.as_slice() {
            [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            _ => names.join(", "),
        },
        more => format!("{} and {more} more", names[..SHOWN].join(", ")),
    }
}

/// The concepts that a unit names, each once, in order.
fn concepts(text: &Facts<'_>, unit: &UnitFacts<'_>, context: &Context<'_>) -> Vec<usize> {
    let mentions = unit.runs.iter().flat_map(|run| mentions(run, text, context));
    let mut concepts: Vec<usize> = mentions.map(|mention| mention.concept).collect();
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}

/// Concepts with the place and the words they are first named in.
type Named<'u> = Vec<(usize, Span, &'u str)>;

/// The concepts that a unit names, also by what they must not be called: that is told elsewhere.
fn named<'u>(text: &Facts<'_>, unit: &'u UnitFacts<'_>, context: &Context<'_>) -> Named<'u> {
    let mut named: Named<'_> = Vec::new();
    for run in &unit.runs {
        for mention in mentions(run, text, context) {
            let range = mention.range.clone();
            let words = &run.text[range.clone()];
            named.push((mention.concept, run.span(range), words));
        }
    }
    named.sort_by_key(|(concept, span, _)| (*concept, *span));
    named.dedup_by_key(|(concept, ..)| *concept);
    named
}
