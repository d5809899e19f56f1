//! A clause names another e-mail or web address in one language than in another.
//!
//! How often an address is named, and where in the clause, says nothing. Small and capital letters
//! count only in what stands behind the host of a web address; `http` or `https`, `www.` and a slash
//! at the end do not count. Where a part of an address is the code of the text's own language, as in
//! `/ru/privacy`, the other languages may have theirs there, or all the same one.
//!
//! ```text
//! kk: support@ioka.kz
//! en: suport@ioka.kz
//! ```
//!
//! Correct the address that is not right.

use std::collections::BTreeSet;

use super::compare::compare;
use super::mismatch::{Noun, word};
use super::{Context, Parallel};
use crate::align::Row;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{UnitFacts, Value};
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
    for row in &parallel.rows {
        let states = |unit: &UnitFacts<'_>| {
            let mut facts = unit.facts.iter();
            facts.any(|fact| matches!(fact.value, Value::Email(_) | Value::Web(_)))
        };
        if !parallel.units(row).any(|(_, _, unit)| states(unit)) {
            continue;
        }
        let common = common(parallel, row);
        let stated: Vec<_> = parallel
            .units(row)
            .map(|(column, text, unit)| {
                let own = unit.distinct(|value| match value {
                    Value::Email(address) => Some(address.clone()),
                    Value::Web(address) if common.contains(address) => Some(bare(address).to_owned()),
                    Value::Web(address) => Some(compared(address, text.language)),
                    _ => None,
                });
                (column, own)
            })
            .collect();
        for difference in compare(&stated) {
            findings.extend(word(parallel, row, &RULE, noun, &difference));
        }
    }
}

/// The web addresses that stand letter by letter in each text of a row. They are the same address,
/// also where a part of it is the code of a language: not each page is there in all languages.
fn common(parallel: &Parallel<'_>, row: &Row) -> BTreeSet<String> {
    let mut units = parallel.units(row).map(|(_, _, unit)| {
        let web = unit.facts.iter().filter_map(|fact| match &fact.value {
            Value::Web(address) => Some(address.clone()),
            _ => None,
        });
        web.collect::<BTreeSet<String>>()
    });
    let mut common = units.next().unwrap_or_default();
    for own in units {
        common.retain(|address| own.contains(address));
    }
    common
}

/// A web address without what is not compared.
fn bare(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// A web address as it is compared: without its scheme, with `*` for the language's own code.
fn compared(address: &str, language: &Language) -> String {
    let country = language.locale.rsplit('_').next().unwrap_or_default();
    let own = |part: &str| {
        part.eq_ignore_ascii_case(language.lang.code()) || part.eq_ignore_ascii_case(country)
    };
    let parts = bare(address).split('/').enumerate();
    let parts: Vec<&str> = parts
        .map(|(at, part)| if at > 0 && own(part) { "*" } else { part })
        .collect();
    parts.join("/")
}
