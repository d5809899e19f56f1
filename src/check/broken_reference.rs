//! A clause refers to a section, clause, annex or policy that is not there.
//!
//! A reference by title is read in all languages: where most of them refer to a section or another
//! policy by its title, and one language writes a title there that begins with the same word but is
//! nobody's, a reader looks for it in vain.
//!
//! ```text
//! ru: 7.1. … по адресу, указанному в Контактной информации.      (13. Контактная информация)
//! kk: 7.1. … Байланыс ақпаратында көрсетілген мекенжай бойынша   (13. Байланыс дерегі)
//! ```
//!
//! A reference by number leads nowhere when the text has no annex, section or clause of that number.
//! The clauses of a law are not looked for: where a law or order is named beside the number, nothing
//! is said. Correct the reference, or the heading.

use super::defined_terms::defined_terms;
use super::parallel::about;
use super::references::{Headings, Target, alike, names, number, title};
use super::titles::phrase;
use super::{Context, Parallel};
use crate::align::{Row, UnitKind};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Fact, Facts, UnitFacts, Value};
use crate::lang::same_word;
use crate::model::plain;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule {
    name: "broken-reference",
    severity: Severity::Error,
    family: Family::Terms,
    source: include_str!("broken_reference.rs"),
};

/// How near to a number, in bytes, a law or order stands whose clause or annex it may be.
const NEAR: usize = 240;

/// Looks for the targets of the references in an edition's texts.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    by_title(parallel, context, findings);
    for text in &parallel.texts {
        by_number(text, findings);
    }
}

/// A row in which a language lacks a reference by title that most of the languages make.
pub(super) struct Lack<'p> {
    pub(super) row: &'p Row,
    pub(super) column: usize,
    pub(super) target: Target,
    /// The columns that make it, and where.
    pub(super) made: Vec<(usize, Span)>,
}

/// Where a language lacks a reference by title that at least half of the languages make, although
/// the target has a title in it.
pub(super) fn lacks<'p>(parallel: &'p Parallel<'_>, context: &Context<'_>) -> Vec<Lack<'p>> {
    let headings = Headings::of(parallel);
    let mut lacks = Vec::new();
    for row in &parallel.rows {
        let made: Vec<(usize, Vec<_>)> = parallel
            .units(row)
            .map(|(column, _, unit)| (column, headings.references(parallel, context, column, unit)))
            .collect();
        let all = made.iter().flat_map(|(_, list)| list);
        let mut targets: Vec<Target> = all.map(|reference| reference.target).collect();
        targets.sort_unstable();
        targets.dedup();
        for target in targets {
            let by: Vec<(usize, Span)> = made
                .iter()
                .filter_map(|(column, list)| {
                    let own = list.iter().find(|reference| reference.target == target)?;
                    Some((*column, own.span))
                })
                .collect();
            if by.len() * 2 < made.len() {
                continue;
            }
            for (column, text, unit) in parallel.units(row) {
                let makes = by.iter().any(|(other, _)| *other == column);
                let title = title(parallel, context, column, target);
                let Some((_, heading)) = title.filter(|_| !makes) else {
                    continue;
                };
                let by_number = number(parallel, column, target).is_some_and(|number| {
                    let number = Value::Clause(number);
                    unit.facts.iter().any(|fact| fact.value == number)
                });
                if !by_number && !names(text, unit, &phrase(heading)) {
                    lacks.push(Lack {
                        row,
                        column,
                        target,
                        made: by.clone(),
                    });
                }
            }
        }
    }
    lacks
}

/// The words that stand where a language lacks a reference: a title that is nobody's.
pub(super) fn instead(
    parallel: &Parallel<'_>,
    context: &Context<'_>,
    lack: &Lack<'_>,
) -> Option<(Span, String)> {
    let text = parallel.texts.get(lack.column)?;
    let unit = parallel.unit(lack.row, lack.column)?;
    let (_, heading) = title(parallel, context, lack.column, lack.target)?;
    let terms = defined_terms(text, context);
    let endings = &text.language.grammar.endings;
    alike(text, unit, &phrase(heading), |run, at| {
        let word = run.words.get(at).map_or("", |(_, folded)| folded);
        let mut firsts = terms.iter().map(|term| term.phrase.first());
        firsts.any(|first| same_word(first, word, endings))
    })
}

fn by_title(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for lack in lacks(parallel, context) {
        let found = instead(parallel, context, &lack).zip(title(
            parallel,
            context,
            lack.column,
            lack.target,
        ));
        let Some(((span, words), (file, heading))) = found else {
            continue;
        };
        let (Some(text), Some(unit)) = (
            parallel.texts.get(lack.column),
            parallel.unit(lack.row, lack.column),
        ) else {
            continue;
        };
        let (lang, name) = (&text.text.lang, unit.unit.describe());
        let called = plain(&heading.content);
        let message = format!("{name} refers in {lang} to “{words}”, and nothing has that title");
        let mut finding = Finding::new(&RULE, message)
            .label(text.text.file, span, format!("in {lang}"))
            .label(
                file,
                heading.span,
                format!("what is referred to is called “{called}”"),
            );
        for (column, span) in &lack.made {
            if let Some(text) = parallel.texts.get(*column) {
                let message = format!("in {}", text.text.lang);
                finding = finding.label(text.text.file, *span, message);
            }
        }
        let help = format!(
            "write the title “{called}” here, or give the heading the title that is used here"
        );
        findings.push(about(finding.help(help), text, unit));
    }
}

/// Looks for the annexes and clauses that a text refers to by number.
fn by_number(text: &Facts<'_>, findings: &mut Vec<Finding>) {
    let mut numbers: Vec<String> = text
        .units
        .iter()
        .filter_map(|unit| match unit.unit.kind {
            UnitKind::Section(number) | UnitKind::Clause(number) => Some(number.to_string()),
            _ => None,
        })
        .collect();
    numbers.sort_unstable();
    for unit in &text.units {
        for fact in &unit.facts {
            let (what, number) = match &fact.value {
                Value::Annex(number) => {
                    let place = usize::try_from(*number).unwrap_or(usize::MAX);
                    if (1..=text.text.annexes.len()).contains(&place) {
                        continue;
                    }
                    ("annex", number.to_string())
                }
                Value::Clause(number) if numbers.binary_search(number).is_err() => {
                    ("clause or section", number.clone())
                }
                _ => continue,
            };
            let heading = unit
                .runs
                .get(fact.run)
                .is_none_or(|run| run.place.0.is_empty());
            if heading || of_an_act(unit, fact) {
                continue;
            }
            let lang = &text.text.lang;
            let name = unit.unit.describe();
            let words = unit.words(fact);
            let message = format!(
                "{name} refers in {lang} to “{words}”, and the text has no {what} {number}"
            );
            let finding = Finding::new(&RULE, message)
                .label(text.text.file, unit.span(fact), format!("in {lang}"))
                .help("correct the number, or add what is referred to");
            findings.push(about(finding, text, unit));
        }
    }
}

/// Whether a law or order stands beside a number: the number may be one of its own.
fn of_an_act(unit: &UnitFacts<'_>, fact: &Fact) -> bool {
    unit.facts.iter().any(|other| {
        let act = matches!(other.value, Value::Citation(_) | Value::Identifier(_));
        let gap = other
            .range
            .start
            .saturating_sub(fact.range.end)
            .max(fact.range.start.saturating_sub(other.range.end));
        act && other.run == fact.run && gap <= NEAR
    })
}
