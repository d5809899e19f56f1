//! A clause has a smaller number than the one before it.
//!
//! The clauses of a section stand in the order of their numbers.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Text;

use super::numbering::{is_rising, numbering, siblings};

/// The rule.
pub static RULE: Rule = Rule {
    name: "decreasing-number",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("decreasing_number.rs"),
};

/// Checks the numbers of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    for (_, division) in text.divisions() {
        if is_rising(&numbering(division)) {
            continue;
        }
        for (before, numbered) in siblings(division) {
            let Some(before) = before.filter(|before| before.value > numbered.value) else {
                continue;
            };
            let message = format!("{} comes after {}", numbered.value, before.value);
            let finding = Finding::new(&RULE, message)
                .label(text.file, numbered.span, format!("expected more than {}", before.value))
                .label(text.file, before.span, "the number before")
                .help("put the clauses in the order of their numbers, or correct the number");
            findings.push(finding);
        }
    }
}
