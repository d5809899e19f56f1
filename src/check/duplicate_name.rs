//! A stable name stands at two places of a text.
//!
//! A name is an address, and so it stands once in a text.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::align::units;
use crate::model::Text;

use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    name: "duplicate-name",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("duplicate_name.rs"),
};

/// Checks the names of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    let mut seen = BTreeMap::new();
    for unit in units(text) {
        let Some(name) = unit.name else { continue };
        if let Some(first) = seen.insert(name, unit.span) {
            let finding = Finding::new(&RULE, format!("the name `{name}` stands twice"))
                .label(text.file, unit.span, "for the second time")
                .label(text.file, first, "for the first time")
                .help("give each clause a name of its own");
            findings.push(finding);
        }
    }
}
