//! A clause has another stable name than in the other languages, or none.
//!
//! A stable name (`{#right-to-destruction}`) is an address that survives renumbering; links to it
//! lead to the clause in every language. So it is the same in all of them.
//!
//! ```text
//! ru: 4.4. требовать уничтожение персональных данных; {#right-to-destruction}
//! kk: 4.4. дербес деректерін жоюды талап етуге;
//! ```
//!
//! Give the clause the same name in all languages.

use super::compare::compare;
use super::parallel::about;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "name-mismatch",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("name_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &parallel.rows {
        if parallel.units(row).all(|(_, _, unit)| unit.unit.name.is_none()) {
            continue;
        }
        let named: Vec<_> = parallel
            .units(row)
            .map(|(column, _, unit)| (column, unit.unit.name.map(|name| (name, ())).into_iter().collect()))
            .collect();
        for difference in compare::<&str, ()>(&named) {
            let column = difference.column;
            let (Some(text), Some(unit)) = (parallel.texts.get(column), parallel.unit(row, column))
            else {
                continue;
            };
            let (lang, name) = (&text.text.lang, unit.unit.describe());
            let own = difference.extra.first().map(|(own, ())| *own);
            let other = difference.missing.first().map(|(other, column, ())| (*other, *column));
            let message = match (own, other) {
                (Some(own), Some((other, _))) => {
                    format!("{name} is called “{own}” in {lang} and “{other}” in other languages")
                }
                (None, Some((other, _))) => {
                    format!("{name} has no name in {lang} and is called “{other}” in other languages")
                }
                (Some(own), None) => format!("{name} is called “{own}” in {lang} alone"),
                (None, None) => continue,
            };
            let mut finding = Finding::new(&RULE, message)
                .label(text.text.file, unit.unit.span, format!("in {lang}"))
                .help(match other {
                    Some((other, _)) => format!("write {{#{other}}} at its end"),
                    None => "give it the same name in all languages".to_owned(),
                });
            if let Some((_, at)) = other
                && let (Some(other), Some(unit)) = (parallel.texts.get(at), parallel.unit(row, at))
            {
                let told = format!("in {}", other.text.lang);
                finding = finding.label(other.text.file, unit.unit.span, told);
            }
            findings.push(about(finding, text, unit));
        }
    }
}
