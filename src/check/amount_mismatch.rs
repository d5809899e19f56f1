//! A clause states another sum of money or share in one language than in another.
//!
//! Sums are compared by amount and currency, shares by value; how they are written says nothing:
//! `1 000 000,00 тенге`, `1 млн теңге` and `KZT 1,000,000` are one sum.
//!
//! ```text
//! ru: 5 (пять) процентов
//! en: 6 (six) percent
//! ```
//!
//! Correct the sum or share that is not as approved.

use super::guise::{Kind, report};
use super::mismatch::Noun;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "amount-mismatch",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("amount_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "sum or share",
        many: "sums and shares",
    };
    report(parallel, &RULE, Kind::Amount, noun, findings);
}
