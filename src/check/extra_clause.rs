//! A clause, section or annex is in this language alone.
//!
//! Of three languages or more, only one has the clause: it was added there and forgotten in the
//! others, or taken out of the others and forgotten here. What stands in a section or annex that is
//! reported is not reported again.
//!
//! Take the clause out of the text, or add it to all the others.

use super::presence::{Absence, absences};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

use super::parallel::about;

/// The rule.
pub static RULE: Rule = Rule {
    name: "extra-clause",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("extra_clause.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for absence in absences(parallel).iter().filter(|absence| absence.is_extra()) {
        let Some((text, unit)) = absence.having(parallel) else {
            continue;
        };
        let (lang, name) = (&text.text.lang, unit.unit.describe());
        let mut finding = Finding::new(&RULE, format!("{name} is in {lang} alone"))
            .label(text.text.file, unit.unit.span, format!("only {lang} has this"))
            .help(format!("take {name} out of the text in {lang}, or add it to the others"));
        for lacking in &absence.lacking {
            if let Some((lacking, before)) = Absence::place(parallel, *lacking) {
                let told = format!("{} goes on from here without it", lacking.text.lang);
                finding = finding.label(lacking.text.file, before.unit.span, told);
            }
        }
        findings.push(about(finding, text, unit));
    }
}
