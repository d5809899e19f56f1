//! A clause states another date in one language than in another.
//!
//! Dates are compared as days of the calendar, however they are written: «2025 жылғы 10 желтоқсан»,
//! «10 декабря 2025 года», "December 10, 2025" and 10.12.2025 are one date. A date without a year or
//! without a day is compared as far as it goes.
//!
//! ```text
//! kk: 2020 жылғы 21 қазандағы
//! ru: от 21 ноября 2020 года
//! ```
//!
//! Correct the date that is not as approved.

use super::guise::{Kind, report};
use super::mismatch::Noun;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "date-mismatch",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("date_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "date",
        many: "dates",
    };
    report(parallel, &RULE, Kind::Date, noun, findings);
}
