//! A clause names another telephone number in one language than in another.
//!
//! Telephone numbers in their international form are compared by their digits; spaces, hyphens and
//! brackets say nothing, and neither does how often a number is named.
//!
//! ```text
//! kk: +7 701 540 18 02
//! en: +7 (701) 540-18-03
//! ```
//!
//! Correct the number that is not right.

use super::mismatch::{Noun, report};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::Value;

/// The rule.
pub static RULE: Rule = Rule {
    name: "phone-mismatch",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("phone_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "telephone number",
        many: "telephone numbers",
    };
    let state = |unit: &crate::facts::UnitFacts<'_>| {
        unit.distinct(|value| match value {
            Value::Phone(number) => Some(number.clone()),
            _ => None,
        })
    };
    report(parallel, &RULE, noun, |_, unit| state(unit), findings);
}
