//! A clause is much longer or much shorter than in the other languages.
//!
//! Translations differ in length, but seldom by more than the factor 0.6 to 1.6; beyond that a
//! sentence was probably left out or added in one language:
//!
//! ```text
//! ru: 7.1. Уничтожение осуществляется с использованием программного обеспечения, … (150 letters)
//! kk: 7.1. Дербес деректерді жою арнайы бағдарлама арқылы жүзеге асырылады. (60 letters)
//! ```
//!
//! Only letters count, and short clauses are not compared.
//!
//! See which of the languages has what was approved; where all have it, accept the finding.

use super::parallel::about;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, UnitFacts};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule {
    name: "length-mismatch",
    severity: Severity::Warning,
    family: Family::Language,
    source: include_str!("length_mismatch.rs"),
};

/// A clause with fewer letters than these is not compared.
const SHORT: usize = 60;
/// A clause with fewer letters than these is not compared with one that is short.
const LONG: usize = 150;

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &parallel.rows {
        let lengths: Vec<_> = parallel
            .units(row)
            .map(|(_, text, unit)| (letters(unit), text, unit))
            .collect();
        let Some(&(usual, ..)) = reference(&lengths) else {
            continue;
        };
        for (length, text, unit) in &lengths {
            if !differs(*length, usual) {
                continue;
            }
            let usual = lengths.iter().find(|(other, ..)| *other == usual);
            let Some((usual, other, other_unit)) = usual else { continue };
            let (name, lang) = (unit.unit.describe(), &text.text.lang);
            let than = match length > usual {
                true => "longer",
                false => "shorter",
            };
            let message = format!(
                "{name} is much {than} in {lang} than in {}: {length} letters against {usual}",
                other.text.lang
            );
            let finding = Finding::new(&RULE, message)
                .label(text.text.file, span(unit), format!("{length} letters in {lang}"))
                .label(
                    other.text.file,
                    span(other_unit),
                    format!("{usual} letters in {}", other.text.lang),
                )
                .help("see whether something was left out in one language or added in the other");
            findings.push(about(finding, text, unit));
        }
    }
}

/// The unit that the others are compared with: that of middle length; of two the first.
fn reference<'l, 't>(
    lengths: &'l [(usize, &'t Facts<'t>, &'t UnitFacts<'t>)],
) -> Option<&'l (usize, &'t Facts<'t>, &'t UnitFacts<'t>)> {
    if lengths.len() < 3 {
        return lengths.first();
    }
    let mut sorted: Vec<_> = lengths.iter().collect();
    sorted.sort_by_key(|(length, ..)| *length);
    sorted.get(sorted.len() / 2).copied()
}

/// Whether two lengths are out of proportion: beyond 0.6 to 1.6.
fn differs(length: usize, usual: usize) -> bool {
    let (less, more) = (length.min(usual), length.max(usual));
    let compared = less >= SHORT || more >= LONG;
    compared && (length * 10 < usual * 6 || length * 10 > usual * 16)
}

fn letters(unit: &UnitFacts<'_>) -> usize {
    unit.runs.iter().map(|run| run.words.letters()).sum()
}

fn span(unit: &UnitFacts<'_>) -> Span {
    let mut runs = unit.runs.iter().filter(|run| !run.text.is_empty());
    let Some(first) = runs.next() else {
        return unit.unit.span;
    };
    let last = runs.next_back().unwrap_or(first);
    first.whole().to(last.whole())
}
