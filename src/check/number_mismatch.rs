//! A clause states other numbers in one language than in another.
//!
//! What is left of the numbers when dates, periods, sums, shares, references and the numbers of acts
//! are read is compared by value, clause by clause. How a number is written says nothing: `1 000 000`
//! and `1,000,000` are equal, and so are figures and words. A number that one language has as part of
//! something else, or in words alone, is not asked for.
//!
//! ```text
//! ru: не более 5 сотрудников
//! en: not more than 6 employees
//! ```
//!
//! Correct the number that is not as approved.

use super::guise::{Kind, report};
use super::mismatch::Noun;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "number-mismatch",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("number_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "number",
        many: "numbers",
    };
    report(parallel, &RULE, Kind::Number, noun, findings);
}
