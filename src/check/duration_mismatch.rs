//! A clause states another period in one language than in another.
//!
//! A period is a number, a unit of time, and which days count: business days, calendar days, or
//! days of which nothing is said. All three have to agree, for a business day and a calendar day end
//! a period on different dates. Twelve months and one year are told as different: the texts should
//! say the same.
//!
//! ```text
//! kk: күнтізбелік 30 (отыз) күн
//! ru: 30 (тридцати) рабочих дней
//! ```
//!
//! Correct the period that is not as approved.

use super::guise::{Kind, report};
use super::mismatch::Noun;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "duration-mismatch",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("duration_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "period",
        many: "periods",
    };
    report(parallel, &RULE, Kind::Duration, noun, findings);
}
