use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Severity};
use crate::model::Level;

/// Takes the findings as the site wants those of their rules to be taken.
pub(super) fn apply(rules: &BTreeMap<String, Level>, findings: &mut Vec<Finding>) {
    if rules.is_empty() {
        return;
    }
    findings.retain_mut(|finding| {
        let Some(level) = rules.get(finding.rule.name) else {
            return true;
        };
        let lowers = finding.severity == Severity::Error && *level != Level::Error;
        if lowers && !finding.rule.family.may_be_lowered() {
            return true;
        }
        match level {
            Level::Error => finding.severity = Severity::Error,
            Level::Warning => finding.severity = Severity::Warning,
            Level::Off => return false,
        }
        true
    });
}
