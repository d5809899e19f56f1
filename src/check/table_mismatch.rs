//! A table has not as many rows or columns as in the other languages.
//!
//! A row that one language lacks is a purpose, a recipient or a period that is not told there. What
//! stands in the cells is compared by other rules: lists by `item-mismatch`, whether a cell is empty
//! by `block-mismatch`, numbers and periods by theirs.
//!
//! Add the missing row, or take it out of the other languages.

use super::shape::{Told, report};
use super::{Context, Parallel};
use crate::align::{Shape, Shaped};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "table-mismatch",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("table_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let about = |shaped: &Shaped| matches!(shaped.shape, Shape::Rows(_));
    report(parallel, &RULE, about, word, findings);
}

fn word(told: &Told<'_>) -> (String, String) {
    let Told { name, lang, other_lang, .. } = told;
    let size = |shape: &Shape| match shape {
        Shape::Rows(rows) => (rows.len().saturating_sub(1), rows.first().copied().unwrap_or(0)),
        _ => (0, 0),
    };
    let many = |count: usize, noun: &str| match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    };
    let ((rows, columns), (other_rows, other_columns)) = (size(told.own), size(told.other));
    let message = if rows != other_rows {
        let (own, other) = (many(rows, "row"), many(other_rows, "row"));
        format!("{name} has {own} below its head in {lang} and {other} in {other_lang}")
    } else if columns != other_columns {
        let (own, other) = (many(columns, "column"), many(other_columns, "column"));
        format!("{name} has {own} in {lang} and {other} in {other_lang}")
    } else {
        format!("{name} has a row of another length in {lang} than in {other_lang}")
    };
    (message, format!("give {name} the same rows and columns in all languages"))
}
