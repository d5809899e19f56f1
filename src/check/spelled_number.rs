//! The words in brackets do not say the number that stands before them.
//!
//! Where a number is written in figures and in words, "3 (three)", both have to say the same: when
//! they differ, nobody knows which of them binds. Words in any case of the language count, and
//! words that are one letter away from a number word are told as well. Brackets that hold other
//! words, such as «5 (жұмыс) күн», are not looked at.
//!
//! ```text
//! 30 (three) days
//! ```
//!
//! Correct the figures or the words, whichever is not as approved.

use super::Context;
use super::parallel::about;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Spelled, UnitFacts};

/// The rule.
pub static RULE: Rule = Rule {
    name: "spelled-number",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("spelled_number.rs"),
};

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for unit in &text.units {
        for spelled in &unit.spelled {
            findings.extend(finding(text, unit, spelled));
        }
    }
}

fn finding(text: &Facts<'_>, unit: &UnitFacts<'_>, spelled: &Spelled) -> Option<Finding> {
    let figures = match spelled.number.split_once('.') {
        Some((whole, part)) if part.bytes().all(|digit| digit == b'0') => whole,
        // How a fraction is said differs.
        Some(_) => return None,
        None => spelled.number.as_str(),
    };
    let number: u64 = figures.parse().ok()?;
    if spelled.said == Some(number) {
        return None;
    }
    let run = unit.runs.get(spelled.run)?;
    let words = run.text.get(spelled.words.clone())?;
    let figures = run.text.get(spelled.figures.clone())?;
    let (message, about_words) = match spelled.said {
        Some(said) => (
            format!("the figures say {figures} and the words “{words}” say {said}"),
            format!("{said} in words"),
        ),
        None => (
            format!("the words “{words}” beside {figures} are no number word"),
            "no number word".to_owned(),
        ),
    };
    let file = text.text.file;
    let finding = Finding::new(&RULE, message)
        .label(file, run.span(spelled.words.clone()), about_words)
        .label(file, run.span(spelled.figures.clone()), "in figures")
        .help("correct the figures or the words, whichever is not as approved");
    Some(about(finding, text, unit))
}
