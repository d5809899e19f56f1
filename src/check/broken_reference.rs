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
//! The clauses of a law or of another policy are not looked for: where a law, an order or the title of
//! another policy stands beside the number, nothing is said. Correct the reference, or the heading.

use std::cell::OnceCell;

use super::lacks::lacks;
use super::parallel::about;
use super::{Context, Parallel};
use crate::align::UnitKind;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Fact, Facts, Run, Value};
use crate::model::Policy;

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
        by_number(text, parallel.policy, context, findings);
    }
}

fn by_title(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for lack in lacks(parallel, context) {
        let Some((span, words)) = &lack.instead else {
            continue;
        };
        let (text, unit) = (lack.text, lack.unit);
        let (lang, name) = (&text.text.lang, unit.unit.describe());
        let called = lack.called();
        let message = format!("{name} refers in {lang} to “{words}”, and nothing has that title");
        let finding = Finding::new(&RULE, message)
            .label(text.text.file, *span, format!("in {lang}"))
            .label(
                lack.file,
                lack.heading.span,
                format!("what is referred to is called “{called}”"),
            );
        let help = format!(
            "write the title “{called}” here, or give the heading the title that is used here"
        );
        findings.push(about(lack.show(finding).help(help), text, unit));
    }
}

/// Looks for the annexes and clauses that a text refers to by number.
fn by_number(text: &Facts<'_>, policy: &Policy, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let own = || context.policies.iter().position(|other| other.slug == policy.slug);
    // Found out where they are asked for: most texts refer to no clause.
    let numbers = OnceCell::new();
    let is_there = |number: &String| {
        let numbers = numbers.get_or_init(|| numbers_of(text));
        numbers.binary_search(number).is_ok()
    };
    for unit in &text.units {
        for (at, fact) in unit.facts.iter().enumerate() {
            let (what, number) = match &fact.value {
                Value::Annex(number) => {
                    let place = usize::try_from(*number).unwrap_or(usize::MAX);
                    if (1..=text.text.annexes.len()).contains(&place) {
                        continue;
                    }
                    ("annex", number.to_string())
                }
                Value::Clause(number) if !is_there(number) => {
                    ("clause or section", number.clone())
                }
                _ => continue,
            };
            let run = unit.runs.get(fact.run);
            let Some(run) = run.filter(|run| !run.place.0.is_empty()) else {
                continue;
            };
            if of_an_act(&unit.facts, at) || of_a_policy(text, own(), context, run, fact) {
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

/// The numbers of a text's sections and clauses, sorted.
fn numbers_of(text: &Facts<'_>) -> Vec<String> {
    let numbers = text.units.iter().filter_map(|unit| match unit.unit.kind {
        UnitKind::Section(number) | UnitKind::Clause(number) => Some(number.to_string()),
        _ => None,
    });
    let mut numbers: Vec<String> = numbers.collect();
    numbers.sort_unstable();
    numbers
}

/// Whether another policy is named by its title behind a number: «пункт 10.9 Политики конфиденциальности».
fn of_a_policy(text: &Facts<'_>, own: Option<usize>, context: &Context<'_>, run: &Run, fact: &Fact) -> bool {
    let first = run.words.place_from(fact.range.end);
    let mut near = (first..run.words.len()).take_while(|at| {
        let word = run.words.get(*at);
        word.is_some_and(|(word, _)| word.range.start <= fact.range.end + NEAR)
    });
    near.any(|at| {
        let found = context.titles.at(&run.words, at, text.language);
        found.is_some_and(|found| Some(found.target) != own)
    })
}

/// Whether a law or order stands beside a fact, which is one of several in order: the number may be
/// one of its own.
pub(crate) fn of_an_act(facts: &[Fact], at: usize) -> bool {
    let Some((before, [fact, behind @ ..])) = facts.split_at_checked(at) else {
        return false;
    };
    let near = |other: &&Fact| {
        let gap = other
            .range
            .start
            .saturating_sub(fact.range.end)
            .max(fact.range.start.saturating_sub(other.range.end));
        other.run == fact.run && gap <= NEAR
    };
    let is_act = |other: &Fact| matches!(other.value, Value::Citation(_) | Value::Identifier(_));
    // A long title ends behind facts that begin later: no more facts fit in than there are bytes.
    let before = before.iter().rev().take(NEAR).filter(near);
    let mut beside = before.chain(behind.iter().take_while(near));
    beside.any(is_act)
}
