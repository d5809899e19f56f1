//! A clause is made of other parts than in the other languages.
//!
//! A clause has the same paragraphs, lists, tables and forms in all languages, in the same order. A
//! paragraph that one language lacks is a rule that does not hold there:
//!
//! ```text
//! ru: 9.1. … Любые изменения будут опубликованы на Веб-сайте.
//!
//!     Рекомендуем регулярно посещать данный раздел.
//!
//! kk: 9.1. … Кез келген өзгерістер веб-сайтта жарияланады.
//! ```
//!
//! The same holds within an item of a list, a cell of a table and a form; a cell that is empty in
//! one language only is reported as well. Add what is missing, or take it out of the others.

use super::shape::{Told, blocks_told, report};
use super::{Context, Parallel};
use crate::align::Shape;
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "block-mismatch",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("block_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let about = |shaped: &crate::align::Shaped| matches!(shaped.shape, Shape::Blocks(_));
    report(parallel, &RULE, about, word, findings);
}

fn word(told: &Told<'_>) -> (String, String) {
    let parts = |shape: &Shape| match shape {
        Shape::Blocks(kinds) => blocks_told(kinds),
        Shape::Items(items) => format!("a list of {}", items.len()),
        Shape::Rows(rows) => format!("a table of {}", rows.len()),
    };
    let (own, other) = (parts(told.own), parts(told.other));
    let Told { name, lang, other_lang, .. } = told;
    let message = match own == other {
        true => format!("{name} has its parts in another order in {lang} than in {other_lang}"),
        false => format!("{name} has {own} in {lang} and {other} in {other_lang}"),
    };
    let help = format!("give {name} the same parts in all languages");
    (message, help)
}
