//! The title of a law is spelt in two ways within one text.
//!
//! Titles of laws are compared that differ in nothing but capitals, spaces, punctuation, or one or two
//! letters. The spelling that stands less often is the odd one, else the one that is met later.
//!
//! ```text
//! en: 1.1. … “On Personal Data and their Protection” …
//! en: 4.3. … “On Personal Data and their protection”.
//! ```
//!
//! Spell the title the same way throughout the text, as the official translation does.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::parallel::about;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Fact, Facts, UnitFacts, Value};
use crate::lang::WordList;

/// The rule.
pub static RULE: Rule = Rule {
    name: "citation-spelling",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("citation_spelling.rs"),
};

/// Fewest letters of titles that are the same although a letter differs.
const LONG: usize = 16;

/// Most letters of such titles; longer ones are no titles.
const LONGEST: usize = 500;

/// Most letters in which such titles differ.
const APART: usize = 2;

/// How many neighbours in order a title is compared with.
const NEIGHBOURS: usize = 3;

/// Where a title is cited.
type Places<'f, 't> = Vec<(&'f UnitFacts<'t>, &'f Fact)>;

/// Compares the titles of laws in a text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    // By the letters alone, then by the spelling.
    let mut titles: BTreeMap<String, BTreeMap<String, Places<'_, '_>>> = BTreeMap::new();
    for unit in &text.units {
        for fact in &unit.facts {
            if let Value::Citation(title) = &fact.value {
                let spelling = title.split_whitespace().collect::<Vec<_>>().join(" ");
                let spellings = titles.entry(letters(title)).or_default();
                spellings.entry(spelling).or_default().push((unit, fact));
            }
        }
    }
    let same = alike(&titles.keys().cloned().collect::<Vec<_>>());
    // Titles that are the same but for some letters stand together under the first of them.
    let mut groups: BTreeMap<String, Vec<(String, Places<'_, '_>)>> = BTreeMap::new();
    for (letters, spellings) in titles {
        let first = same.get(&letters).cloned().unwrap_or(letters);
        groups.entry(first).or_default().extend(spellings);
    }
    for spellings in groups.into_values() {
        report(text, &spellings, findings);
    }
}

fn report(text: &Facts<'_>, spellings: &[(String, Places<'_, '_>)], findings: &mut Vec<Finding>) {
    let met = |places: &Places<'_, '_>| {
        let first = places.first().map(|(unit, fact)| unit.span(fact));
        (places.len(), std::cmp::Reverse(first))
    };
    let usual = spellings.iter().max_by_key(|(_, places)| met(places));
    let Some((usual, shown)) = usual.cloned() else {
        return;
    };
    let Some((usual_unit, usual_fact)) = shown.first() else {
        return;
    };
    for (spelling, places) in spellings.iter().filter(|(spelling, _)| *spelling != usual) {
        for (unit, fact) in places {
            let lang = &text.text.lang;
            let name = unit.unit.describe();
            let there = usual_unit.unit.describe();
            let message = format!(
                "{name} spells the title “{spelling}” in {lang} where {there} spells it “{usual}”"
            );
            let finding = Finding::new(&RULE, message)
                .label(text.text.file, unit.span(fact), format!("in {name}"))
                .label(
                    text.text.file,
                    usual_unit.span(usual_fact),
                    format!("in {there}"),
                )
                .help("spell the title of the law the same way throughout the text");
            findings.push(about(finding, text, unit));
        }
    }
}

/// A title without capitals, spaces and punctuation.
fn letters(title: &str) -> String {
    WordList::of(title)
        .iter()
        .map(|(_, folded)| folded)
        .collect()
}

/// Which titles are the same but for a letter or two: each with the first of its kind. Titles are
/// compared with their neighbours in order, read forwards and backwards: one or two letters leave
/// either the beginning or the end alone.
fn alike(titles: &[String]) -> BTreeMap<String, String> {
    let forwards: Vec<&String> = titles.iter().collect();
    let mut backwards = forwards.clone();
    backwards.sort_by_cached_key(|title| title.chars().rev().collect::<String>());
    let mut pairs: BTreeSet<(&String, &String)> = BTreeSet::new();
    for order in [forwards, backwards] {
        for (at, title) in order.iter().enumerate() {
            for other in order.iter().skip(at + 1).take(NEIGHBOURS) {
                if near(title, other) {
                    pairs.insert((title.min(other), title.max(other)));
                }
            }
        }
    }
    let mut same: BTreeMap<String, String> = BTreeMap::new();
    for (first, second) in pairs {
        let first = same.get(first).unwrap_or(first).clone();
        same.entry(second.clone()).or_insert(first);
    }
    same
}

fn near(left: &str, right: &str) -> bool {
    let digits = |title: &str| {
        title
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let (a, b) = (left.chars().count(), right.chars().count());
    a.min(b) >= LONG
        && a.max(b) <= LONGEST
        && a.abs_diff(b) <= APART
        && digits(left) == digits(right)
        && strsim::levenshtein(left, right) <= APART
}
