//! A number is left out.
//!
//! Clauses are counted without gaps: after 4.4 comes 4.5. A gap is a clause that was lost or a number
//! that was mistyped. A clause that another language has under that number is told by `missing-clause`.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{ClauseNumber, Text};

use super::numbering::{Numbered, numbering, siblings};

use std::cell::LazyCell;
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    name: "number-gap",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("number_gap.rs"),
};

/// Checks the numbers of one text; `edition` is all texts of its edition.
pub fn check(text: &Text, edition: &[Text], findings: &mut Vec<Finding>) {
    for (at, division) in text.divisions() {
        let numbers = numbering(division);
        let begins = |first: &Numbered<'_>| first.value.parts().iter().all(|part| *part <= 1);
        let first = numbers.first().is_none_or(begins);
        if first && numbers.is_sorted_by(|one, next| next.value.may_follow(one.value)) {
            continue;
        }
        // What other languages have; found out where a number is left out.
        let elsewhere = LazyCell::new(|| {
            let others = edition.iter().filter(|other| other.lang != text.lang);
            let others = others.filter_map(|other| other.divisions().nth(at));
            let numbers = others.flat_map(|(_, division)| numbering(division));
            numbers.map(|numbered| numbered.value).collect::<BTreeSet<_>>()
        });
        // What is missing above another number is told by a rule of its own.
        let there = LazyCell::new(|| {
            let all = numbering(division).into_iter();
            let all = all.flat_map(|numbered| {
                std::iter::successors(Some(numbered.value.clone()), ClauseNumber::parent)
            });
            all.collect::<BTreeSet<_>>()
        });
        for (before, numbered) in siblings(division) {
            let last = before.as_ref().map_or(0, |before| before.value.last());
            let expected = last.saturating_add(1);
            if numbered.value.last() <= expected {
                continue;
            }
            // A number that stands further below is out of order, not left out.
            let mut missing = (expected..numbered.value.last())
                .map(|last| numbered.value.with_last(last))
                .filter(|number| !there.contains(number) && !elsewhere.contains(number));
            let Some(first) = missing.next() else { continue };
            let noun = match first.depth() {
                1 => "section",
                _ => "clause",
            };
            let message = match (missing.next(), missing.next_back()) {
                (None, _) => format!("{noun} {first} is left out"),
                (Some(second), None) => format!("{noun}s {first} and {second} are left out"),
                (_, Some(last)) => format!("{noun}s {first} to {last} are left out"),
            };
            let expected = numbered.value.with_last(expected);
            let mut finding = Finding::new(&RULE, message)
                .label(text.file, numbered.span, format!("expected {expected}"))
                .help(format!("add {noun} {first}, or correct the number"));
            if let Some(before) = before {
                finding = finding.label(text.file, before.span, "the number before");
            }
            findings.push(finding);
        }
    }
}
