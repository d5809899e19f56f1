//! A clause cites not as many laws as in the other languages.
//!
//! A law is cited by its title in quotation marks beside the word for a law, code or order. Titles are
//! other words in each language, so they are counted.
//!
//! ```text
//! ru: предусмотренные Законом Республики Казахстан «О персональных данных и их защите»
//! en: provided for by the law
//! ```
//!
//! Cite the law in each language.

use super::mismatch::{Noun, report};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::Value;

/// The rule.
pub static RULE: Rule = Rule {
    name: "citation-mismatch",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("citation_mismatch.rs"),
};

/// Compares how many laws the texts of each clause cite.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "cited law",
        many: "cited laws",
    };
    report(
        parallel,
        &RULE,
        noun,
        |_, unit| {
            let cited = unit.facts.iter().filter_map(|fact| match &fact.value {
                Value::Citation(title) => Some(((), (unit.span(fact), title.clone()))),
                _ => None,
            });
            cited.collect()
        },
        findings,
    );
}
