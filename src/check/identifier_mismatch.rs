//! The number of an act or order is not written alike in all languages.
//!
//! Such a number is a name: it stands letter by letter as the act has it, in every language. The
//! Cyrillic letters of `395/НҚ` stay Cyrillic in an English text; Latin letters that look like them
//! make another number, under which nobody finds the act.
//!
//! ```text
//! ru: № 395/НҚ
//! en: No. 396/НҚ
//! ```
//!
//! Write the number as it stands in the act.

use super::guise::{Kind, report};
use super::mismatch::Noun;
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "identifier-mismatch",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("identifier_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "number of an act",
        many: "numbers of acts",
    };
    report(parallel, &RULE, Kind::Identifier, noun, findings);
}
