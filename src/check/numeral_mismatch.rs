//! A clause of one stable name has another number than in the other languages.
//!
//! The name says that it is the same clause; then it stands under the same number, at the same depth,
//! everywhere: people cite it by its number.
//!
//! Correct the number, or the name if it was given to another clause.

use super::compare::compare;
use super::parallel::about;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "numeral-mismatch",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("numeral_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &parallel.rows {
        let mut kinds = parallel.units(row).map(|(_, _, unit)| (unit.unit.division, unit.unit.kind));
        let first = kinds.next();
        if kinds.all(|own| Some(own) == first) {
            continue;
        }
        // Only what is paired by its name can have different numbers.
        let numbered: Vec<_> = parallel
            .units(row)
            .map(|(column, _, unit)| (column, vec![((unit.unit.division, unit.unit.kind), ())]))
            .collect();
        for difference in compare::<_, ()>(&numbered) {
            let column = difference.column;
            let (Some(text), Some(unit)) = (parallel.texts.get(column), parallel.unit(row, column))
            else {
                continue;
            };
            let Some((_, at, ())) = difference.missing.first() else {
                continue;
            };
            let (Some(other), Some(other_unit)) = (parallel.texts.get(*at), parallel.unit(row, *at))
            else {
                continue;
            };
            let (lang, other_lang) = (&text.text.lang, &other.text.lang);
            let (own, meant) = (unit.unit.describe(), other_unit.unit.describe());
            let name = unit.unit.name.unwrap_or_default();
            let finding = Finding::new(
                &RULE,
                format!("“{name}” is {own} in {lang} and {meant} in {other_lang}"),
            )
            .label(text.text.file, unit.unit.span, format!("in {lang}"))
            .label(other.text.file, other_unit.unit.span, format!("in {other_lang}"))
            .help("give it the same number in all languages, or give the name to the right clause");
            findings.push(about(finding, text, unit));
        }
    }
}
