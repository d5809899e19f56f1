//! A number stands at two places of a text.
//!
//! People cite a clause by its number, and each number is an address. Within the policy, and within
//! each annex, every number stands once.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Text;

use super::numbering::{is_rising, numbering};

use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    name: "duplicate-number",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("duplicate_number.rs"),
};

/// Checks the numbers of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    for (_, division) in text.divisions() {
        let numbers = numbering(division);
        if is_rising(&numbers) {
            continue;
        }
        let mut seen = BTreeMap::new();
        for numbered in numbers {
            let first = *seen.entry(numbered.value).or_insert(numbered.span);
            if first != numbered.span {
                let value = numbered.value;
                let finding = Finding::new(&RULE, format!("the number {value} stands twice"))
                    .label(text.file, numbered.span, "for the second time")
                    .label(text.file, first, "for the first time")
                    .help("give each clause a number of its own");
                findings.push(finding);
            }
        }
    }
}
