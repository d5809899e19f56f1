//! A number is left out.
//!
//! Clauses are counted without gaps: after 4.4 comes 4.5. A gap is a clause that was lost or a number
//! that was mistyped.

use crate::diagnostic::{Finding, Rule, Severity};
use crate::model::Text;

use super::numbering::siblings;

/// The rule.
pub static RULE: Rule = Rule {
    name: "number-gap",
    severity: Severity::Error,
    source: include_str!("number_gap.rs"),
};

/// Checks the numbers of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    for (_, division) in text.divisions() {
        for (before, numbered) in siblings(division) {
            let last = before.as_ref().map_or(0, |before| before.value.last());
            let expected = last.saturating_add(1);
            if numbered.value.last() <= expected {
                continue;
            }
            let expected = numbered.value.with_last(expected);
            let mut finding = Finding::new(&RULE, format!("{expected} is left out"))
                .label(text.file, numbered.span, format!("expected {expected}"))
                .help(format!("add {expected}, or correct the number"))
                .clause(numbered.value);
            if let Some(before) = before {
                finding = finding.label(text.file, before.span, "the number before");
            }
            findings.push(finding);
        }
    }
}
