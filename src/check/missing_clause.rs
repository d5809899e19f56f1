//! A clause, section or annex is in the other languages and not in this one.
//!
//! The texts of an edition are one text in several languages: the same clauses, under the same numbers.
//! The finding points at the place where the clause should stand and at the clause in another
//! language. When a whole section or annex is missing, what stands in it is not reported again. A
//! clause that only one of three languages or more has is told by `extra-clause`.
//!
//! Add the clause to the text, or take it out of the others.

use super::presence::{Absence, absences};
use super::{Context, Parallel};
use crate::align::UnitKind;
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-clause",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("missing_clause.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for absence in absences(parallel).iter().filter(|absence| !absence.is_extra()) {
        for lacking in &absence.lacking {
            findings.extend(finding(parallel, absence, *lacking));
        }
    }
}

/// The finding that a text has no counterpart of a unit.
fn finding(
    parallel: &Parallel<'_>,
    absence: &Absence<'_>,
    lacking: (usize, Option<usize>),
) -> Option<Finding> {
    let (lacking, before) = Absence::place(parallel, lacking)?;
    let (other, unit) = absence.having(parallel)?;
    let (has_not, has) = (&lacking.text.lang, &other.text.lang);
    let name = unit.unit.describe();
    let place = match before.unit.kind {
        UnitKind::Title => format!("expected {name} below this title"),
        kind => format!("expected {name} after this {}", noun(kind)),
    };
    let mut finding = Finding::new(&RULE, format!("{name} is in {has} and not in {has_not}"))
        .label(lacking.text.file, before.unit.span, place)
        .label(other.text.file, unit.unit.span, format!("{name} in {has}"))
        .help(format!("add {name} to the text in {has_not}, or take it out of the others"));
    finding.place.language = Some(has_not.to_string());
    finding.place.clause = unit.unit.address();
    Some(finding)
}

fn noun(kind: UnitKind<'_>) -> &'static str {
    match kind {
        UnitKind::Title => "title",
        UnitKind::Annex(_) => "annex",
        UnitKind::Section(_) => "section",
        UnitKind::Unnumbered(_) => "heading",
        UnitKind::Clause(_) => "clause",
    }
}
