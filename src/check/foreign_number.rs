//! A clause has the number of another section.
//!
//! The first part of a clause's number is the number of the section it stands in: clause 4.1 stands in
//! section 4.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::Text;

use super::numbering::numbering;

/// The rule.
pub static RULE: Rule = Rule {
    name: "foreign-number",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("foreign_number.rs"),
};

/// Checks the numbers of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    for (_, division) in text.divisions() {
        for numbered in numbering(division) {
            let Some(section) = numbered.section else {
                continue;
            };
            if numbered.value.section() == section.value.section() {
                continue;
            }
            let message = format!("{} stands in section {}", numbered.value, section.value);
            let finding = Finding::new(&RULE, message)
                .label(text.file, numbered.span, format!("expected a number that begins with {}", section.value))
                .label(text.file, section.span, "the section it stands in")
                .help("correct the number, or put the clause into its section");
            findings.push(finding);
        }
    }
}
