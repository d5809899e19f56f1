//! A clause names another e-mail or web address in one language than in another.
//!
//! How often an address is named, and where in the clause, says nothing. Small and capital letters
//! count only in what stands behind the host of a web address; `http` or `https`, `www.` and a slash
//! at the end do not count. Where a part of an address is the code of the text's own language, as in
//! `/ru/privacy`, the other languages may have theirs there.
//!
//! ```text
//! kk: support@ioka.kz
//! en: suport@ioka.kz
//! ```
//!
//! Correct the address that is not right.

use super::mismatch::{Noun, report};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::Value;
use crate::lang::Language;

/// The rule.
pub static RULE: Rule = Rule {
    name: "address-mismatch",
    severity: Severity::Error,
    family: Family::Facts,
    source: include_str!("address_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "address",
        many: "addresses",
    };
    report(
        parallel,
        &RULE,
        noun,
        |text, unit| {
            unit.distinct(|value| match value {
                Value::Email(address) => Some(address.clone()),
                Value::Web(address) => Some(compared(address, text.language)),
                _ => None,
            })
        },
        findings,
    );
}

/// A web address as it is compared: without its scheme, with `*` for the language's own code.
fn compared(address: &str, language: &Language) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let country = language.locale.rsplit('_').next().unwrap_or_default();
    let own = |part: &str| {
        part.eq_ignore_ascii_case(language.lang.code()) || part.eq_ignore_ascii_case(country)
    };
    let parts = rest.split('/').enumerate();
    let parts: Vec<&str> = parts
        .map(|(at, part)| if at > 0 && own(part) { "*" } else { part })
        .collect();
    parts.join("/")
}
