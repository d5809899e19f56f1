//! A clause does not name a concept that it names in most of the other languages.
//!
//! The glossary lists what each concept is called in each language. Where most languages of a clause
//! name a concept and one does not name it at all, something may have been left out, or another word
//! was used for it. How often a concept is named says nothing: languages differ in where they say
//! “it”. A concept that is named nowhere else in the clause is only looked for in languages that the
//! glossary has a word for.
//!
//! ```text
//! ru: Компания блокирует персональные данные в течение 1 (одного) рабочего дня
//! en: The Company blocks the information within 1 (one) business day
//! ```
//!
//! Use the term; or add to the glossary what the concept may also be called.

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
        let units: Vec<_> = parallel.units(row).collect();
        let named: Vec<Named> = units
            .iter()
            .map(|(_, text, unit)| named(text, unit, context))
            .collect();
        let mut concepts: Vec<usize> = named.iter().flatten().map(|(concept, ..)| *concept).collect();
        concepts.sort_unstable();
        concepts.dedup();
        for at in concepts {
            let Some(concept) = context.glossary.concepts.get(at) else {
                continue;
            };
            let found: Vec<Option<&(usize, Span, String)>> = named
                .iter()
                .map(|list| list.iter().find(|(own, ..)| *own == at))
                .collect();
            let has = found.iter().flatten().count();
            for (own, (_, text, unit)) in units.iter().enumerate() {
                let lang = &text.text.lang;
                let Some(term) = concept.term(lang).filter(|_| found[own].is_none()) else {
                    continue;
                };
                // Of two languages neither is the majority: who names the concept is.
                if has * 2 < units.len() {
                    continue;
                }
                let name = unit.unit.describe();
                let message = format!("{name} does not name “{term}” in {lang}");
                let mut finding = Finding::new(&RULE, message).label(
                    text.text.file,
                    unit.unit.span,
                    format!("{name} in {lang}"),
                );
                for (other, (_, text, _)) in units.iter().enumerate() {
                    if let Some((_, span, words)) = found[other] {
                        let message = format!("“{words}” in {}", text.text.lang);
                        finding = finding.label(text.text.file, *span, message);
                    }
                }
                let help = format!(
                    "use the term, or add what the concept `{}` may also be called to the glossary",
                    concept.id
                );
                findings.push(about(finding.help(help), text, unit));
            }
        }
    }
}

/// Concepts with the place and the words they are first named in.
type Named = Vec<(usize, Span, String)>;

/// The concepts that a unit names, also by what they must not be called: that is told elsewhere.
fn named(text: &Facts<'_>, unit: &UnitFacts<'_>, context: &Context<'_>) -> Named {
    let mut named: Named = Vec::new();
    for run in &unit.runs {
        for mention in context.glossary.mentions(&run.words, text.language) {
            let words = run.text[mention.range.clone()].to_owned();
            named.push((mention.concept, run.span(mention.range), words));
        }
    }
    named.sort_by_key(|(concept, span, _)| (*concept, *span));
    named.dedup_by_key(|(concept, ..)| *concept);
    named
}
