//! A list has not as many items as in the other languages, or other numbers before them.
//!
//! Lists are compared wherever they stand: in a clause, in a section, in a cell of a table. An item
//! that one language lacks is a kind of data, a right or a duty that is not named there. Where the
//! items are numbered, as in `1)`, `2)`, the numbers are compared too; letters are not, for each
//! language counts with its own.
//!
//! Add the missing item, or take it out of the other languages.

use super::shape::{Told, report};
use super::{Context, Parallel};
use crate::align::{Shape, Shaped};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "item-mismatch",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("item_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let about = |shaped: &Shaped| matches!(shaped.shape, Shape::Items(_));
    report(parallel, &RULE, about, word, findings);
}

fn word(told: &Told<'_>) -> (String, String) {
    let Told { name, lang, other_lang, .. } = told;
    let (Shape::Items(own), Shape::Items(other)) = (told.own, told.other) else {
        return (String::new(), String::new());
    };
    let many = |count: usize| match count {
        1 => "1 item".to_owned(),
        _ => format!("{count} items"),
    };
    let message = match own.len() == other.len() {
        true => format!(
            "{name} is numbered {} in {lang} and {} in {other_lang}",
            numbers(own),
            numbers(other)
        ),
        false => {
            let (own, other) = (many(own.len()), many(other.len()));
            format!("{name} has {own} in {lang} and {other} in {other_lang}")
        }
    };
    (message, format!("give {name} the same items in all languages"))
}

fn numbers(markers: &[Option<u32>]) -> String {
    let told: Vec<String> = markers
        .iter()
        .map(|marker| marker.map_or_else(|| "–".to_owned(), |number| number.to_string()))
        .collect();
    told.join(", ")
}
