//! The items of a list, or clauses that stand side by side, end in different marks.
//!
//! All but the last end in the same mark; the last may end the sentence:
//!
//! ```text
//! 7.2.1. personal data is deleted from all Company databases;
//! 7.2.2. material media containing personal data are subject to destruction.
//! 7.2.3. the Company draws up a Certificate.
//! ```
//!
//! Entries that go on with a list of their own, or end in an address or a blank, are left out.
//!
//! End the entry as the others end.

use std::collections::BTreeMap;

use super::Context;
use super::parallel::about;
use super::siblings::{Sibling, siblings};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run, UnitFacts};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule {
    name: "ending-mismatch",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("ending_mismatch.rs"),
};

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    if text.language.grammar.typography.is_none() {
        return;
    }
    for group in siblings(text) {
        findings.extend(mismatch(text, &group));
    }
}

/// How an entry ends.
struct Ending<'u, 't> {
    unit: &'u UnitFacts<'t>,
    /// Whether it is an item of a list and not a clause.
    entry: bool,
    mark: Option<char>,
    span: Span,
}

fn mismatch(text: &Facts<'_>, group: &[Sibling<'_, '_>]) -> Option<Finding> {
    let (last, others) = group.split_last()?;
    let endings: Vec<Ending<'_, '_>> = others.iter().filter_map(ending).collect();
    // Two that differ do not show which of them is odd.
    let usual = usual(&endings)?;
    let last = ending(last).filter(|last| usual == Some('.') && last.mark != usual);
    let odd = endings.iter().filter(|ending| ending.mark != usual);
    let odd: Vec<&Ending<'_, '_>> = odd.chain(&last).collect();
    let first = odd.first()?;
    let model = endings.iter().find(|ending| ending.mark == usual)?;
    let name = first.unit.unit.describe();
    let message = format!(
        "{}{name} ends {} in {} while {} beside it end {}",
        if first.entry { "an entry of " } else { "" },
        told(first.mark),
        text.text.lang,
        if first.entry { "those" } else { "the clauses" },
        told(usual)
    );
    let mut finding = Finding::new(&RULE, message);
    for ending in &odd {
        finding = finding.label(text.text.file, ending.span, format!("ends {}", told(ending.mark)));
    }
    let finding = finding
        .label(text.text.file, model.span, format!("ends {}", told(usual)))
        .help(format!("end it {}", told(usual)));
    Some(about(finding, text, first.unit))
}

/// The mark that most endings have; `None` where fewer than two have it, or no more than have
/// another.
fn usual(endings: &[Ending<'_, '_>]) -> Option<Option<char>> {
    let mut counts: BTreeMap<Option<char>, usize> = BTreeMap::new();
    for ending in endings {
        *counts.entry(ending.mark).or_default() += 1;
    }
    let (best, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (most >= 2 && most * 2 > endings.len()).then_some(best)
}

fn told(mark: Option<char>) -> String {
    mark.map_or_else(|| "without a mark".to_owned(), |mark| format!("with “{mark}”"))
}

fn ending<'u, 't>(own: &Sibling<'u, 't>) -> Option<Ending<'u, 't>> {
    let run = own.last?;
    let words = run.text.trim_end();
    let marked = run.marks.iter().any(|(range, _)| range.end == words.len());
    if words.is_empty() || marked || words.ends_with(':') {
        return None;
    }
    let core = words.trim_end_matches([')', ']', '»', '”', '"', '’', '\'']);
    let mark = [words, core].iter().find_map(|words| {
        let last = words.chars().next_back();
        last.filter(|last| ";.,!?…".contains(*last))
    });
    Some(Ending {
        unit: own.unit,
        entry: run.place.0.len() > 1,
        mark,
        span: last_word(run, words.len()),
    })
}

/// The last word of a run with the mark behind it.
fn last_word(run: &Run, end: usize) -> Span {
    let last = run.words.iter().next_back();
    let start = last.map_or(end, |(word, _)| word.range.start.min(end));
    run.span(start..end)
}
