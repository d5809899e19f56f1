//! A term is declared in one language of a clause and not in another.
//!
//! «далее – «Веб-сайт»», «немесе «Компания»», “hereinafter referred to as the “Policy””: from there on
//! the word has a meaning of its own. Declared in one language alone, it has that meaning in one
//! language alone. Terms are counted, for they are other words in each language; which one is missing
//! is told by the glossary where it knows the term.
//!
//! ```text
//! ru: управляющие веб-сайтом https://ioka.kz/ (далее – «Веб-сайт»)
//! en: manage the website https://ioka.kz/
//! ```
//!
//! Declare the term in each language, or in none.

use super::compare::compare;
use super::mismatch::{Noun, Statement, word};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, UnitFacts, Value};
use crate::lang::WordList;

/// The rule.
pub static RULE: Rule = Rule {
    name: "declaration-mismatch",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("declaration_mismatch.rs"),
};

/// Compares the terms that the texts of each clause declare. Languages whose grammar does not say
/// how terms are declared are left out.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "declared term",
        many: "declared terms",
    };
    for row in &parallel.rows {
        let declares = |unit: &UnitFacts<'_>| {
            let mut facts = unit.facts.iter();
            facts.any(|fact| matches!(fact.value, Value::Declaration(_)))
        };
        if !parallel.units(row).any(|(_, _, unit)| declares(unit)) {
            continue;
        }
        let units = parallel
            .units(row)
            .filter(|(_, text, _)| text.language.grammar.terms.is_some());
        let mut stated: Vec<(usize, Declared)> = units
            .map(|(column, text, unit)| (column, declared(text, unit, context)))
            .collect();
        let count = stated.first().map_or(0, |(_, list)| list.len());
        if stated.iter().all(|(_, list)| list.len() == count) {
            continue;
        }
        // Words in quotation marks and brackets, (“Terms”), declare as well, but not always: they
        // only answer a term that is declared beyond doubt.
        let most = stated.iter().map(|(_, list)| list.len()).max().unwrap_or_default();
        let answers = |(column, list): &(usize, Declared)| {
            let unit = parallel.unit(row, *column);
            list.len() == most || unit.is_some_and(|unit| in_brackets(unit) >= most)
        };
        if stated.iter().all(answers) {
            continue;
        }
        // Which of the terms is missing can be told only where the glossary knows them all.
        if stated.iter().flat_map(|(_, list)| list).any(|(concept, _)| concept.is_none()) {
            for (concept, _) in stated.iter_mut().flat_map(|(_, list)| list) {
                *concept = None;
            }
        }
        for difference in compare(&stated) {
            findings.extend(word(parallel, row, &RULE, noun, &difference));
        }
    }
}

/// Declared terms: each with its concept, where the glossary knows it.
type Declared = Vec<(Option<usize>, Statement)>;

fn declared(text: &Facts<'_>, unit: &UnitFacts<'_>, context: &Context<'_>) -> Declared {
    let declarations = unit.facts.iter().filter_map(|fact| match &fact.value {
        Value::Declaration(term) => Some((fact, term)),
        _ => None,
    });
    let known = declarations.map(|(fact, term)| {
        let concept = context.glossary.concept(&WordList::of(term), text.language);
        (concept, (unit.span(fact), term.clone()))
    });
    known.collect()
}

/// How many quotations of a unit stand in brackets that begin with one: (“Agreement” or “Terms”).
fn in_brackets(unit: &UnitFacts<'_>) -> usize {
    let opens = |c: char| matches!(c, '«' | '“' | '„' | '"');
    let quotes = |words: &str| match words.contains('"') {
        true => words.matches('"').count() / 2,
        false => words.matches(opens).count(),
    };
    let brackets = unit.runs.iter().flat_map(|run| run.text.split('(').skip(1));
    let brackets = brackets.filter(|words| words.starts_with(opens));
    let brackets = brackets.map(|words| words.split(')').next());
    brackets.flatten().map(quotes).sum()
}
