//! A clause stands a level deeper than there is anything for it to stand below.
//!
//! Clause 5.1.1 stands below clause 5.1, and so there is a clause 5.1.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Text;

use super::numbering::{Numbered, numbering};

use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    name: "depth-jump",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("depth_jump.rs"),
};

/// Checks the numbers of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    for (_, division) in text.divisions() {
        let numbers = numbering(division);
        let has_above = |one: &Numbered<'_>, next: &Numbered<'_>| {
            let above = next.value.above();
            above.len() < 2 || one.value.parts().starts_with(above)
        };
        // Most numbers stand below the one before them, or beside it or one above it.
        let first = numbers.first().is_none_or(|first| first.value.depth() < 3);
        if first && numbers.is_sorted_by(has_above) {
            continue;
        }
        // A number that is not there is reported once, not for each clause below it.
        let mut seen: BTreeSet<&[u16]> = BTreeSet::new();
        for numbered in numbers {
            seen.insert(numbered.value.parts());
            let above = numbered.value.above();
            if above.len() < 2 || !seen.insert(above) {
                continue;
            }
            let Some(above) = numbered.value.parent() else { continue };
            let message = format!("{} stands below {above}, which is not there", numbered.value);
            let finding = Finding::new(&RULE, message)
                .label(text.file, numbered.span, format!("expected {above} before it"))
                .help(format!("add clause {above} above, or correct the number"));
            findings.push(finding);
        }
    }
}
