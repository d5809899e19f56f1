//! How the rules word that the languages of a clause do not state the same facts.

use super::compare::{Difference, compare};
use super::parallel::{Parallel, about};
use crate::align::Row;
use crate::diagnostic::{Finding, Rule};
use crate::facts::{Facts, UnitFacts};
use crate::model::Lang;
use crate::source::Span;

/// A statement: where its words stand, and the words as they are told.
pub(super) type Statement = (Span, String);

/// What a rule calls what it compares: "number", "numbers".
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    pub(super) one: &'static str,
    pub(super) many: &'static str,
}

/// Compares what the texts of each row state, and words the differences. `state` gives the values
/// of one unit with their statements.
pub(super) fn report<V: Ord + Clone>(
    parallel: &Parallel<'_>,
    rule: &'static Rule,
    noun: Noun,
    state: impl Fn(&Facts<'_>, &UnitFacts<'_>) -> Vec<(V, Statement)>,
    findings: &mut Vec<Finding>,
) {
    for row in &parallel.rows {
        // Most units state nothing of the kind.
        if parallel
            .units(row)
            .all(|(_, text, unit)| state(text, unit).is_empty())
        {
            continue;
        }
        let stated: Vec<_> = parallel
            .units(row)
            .map(|(column, text, unit)| (column, state(text, unit)))
            .collect();
        for difference in compare(&stated) {
            findings.extend(word(parallel, row, rule, noun, &difference));
        }
    }
}

/// The finding that one text of a row states something else than the others.
pub(super) fn word<V>(
    parallel: &Parallel<'_>,
    row: &Row,
    rule: &'static Rule,
    noun: Noun,
    difference: &Difference<V, Statement>,
) -> Option<Finding> {
    let column = difference.column;
    let (text, unit) = (parallel.texts.get(column)?, parallel.unit(row, column)?);
    let (other_text, other_unit) = (
        parallel.texts.get(difference.other)?,
        parallel.unit(row, difference.other)?,
    );
    let lang = |column: usize| parallel.texts.get(column).map(|text| &text.text.lang);
    let own = &text.text.lang;
    // Of more than three languages, one may have one of the values as most do and not the other.
    let mut others: Vec<&Lang> = Vec::new();
    for (_, column, _) in &difference.missing {
        others.extend(lang(*column).filter(|lang| !others.contains(lang)));
    }
    if others.is_empty() {
        others.push(&other_text.text.lang);
    }
    let others: Vec<String> = others.into_iter().map(ToString::to_string).collect();
    let other = others.join(" and ");
    let name = unit.unit.describe();
    let extra: Vec<&Statement> = difference.extra.iter().map(|(_, own)| own).collect();
    let missing: Vec<&Statement> = difference.missing.iter().map(|(.., other)| other).collect();
    let (has, has_not) = (listed(&extra), listed(&missing));
    let nouns = |count: usize| if count == 1 { noun.one } else { noun.many };
    let message = match (extra.len(), missing.len()) {
        (0, count) => format!(
            "{name} lacks in {own} the {} {has_not} that {other} has",
            nouns(count)
        ),
        (count, 0) => format!(
            "{name} has in {own} the {} {has} that {other} has not",
            nouns(count)
        ),
        _ => format!("{name} says {has} in {own} and {has_not} in {other}"),
    };
    let mut finding = Finding::new(rule, message);
    for (span, _) in &extra {
        finding = finding.label(text.text.file, *span, format!("in {own}"));
    }
    if extra.is_empty() {
        finding = finding.label(text.text.file, unit.unit.span, format!("{name} in {own}"));
    }
    for (_, column, (span, _)) in &difference.missing {
        if let Some(text) = parallel.texts.get(*column) {
            finding = finding.label(text.text.file, *span, format!("in {}", text.text.lang));
        }
    }
    if missing.is_empty() {
        let span = other_unit.unit.span;
        finding = finding.label(other_text.text.file, span, format!("{name} in {other}"));
    }
    let help = format!(
        "make both texts state the same {}; correct the one that is not as approved",
        noun.many
    );
    Some(about(finding.help(help), text, unit))
}

/// Most statements that a message names; the labels show more.
const NAMED: usize = 5;

/// Words in quotation marks, set apart by commas.
fn listed(statements: &[&Statement]) -> String {
    let named = statements.iter().take(NAMED);
    let quoted: Vec<String> = named.map(|(_, words)| format!("“{words}”")).collect();
    match statements.len().saturating_sub(NAMED) {
        0 => quoted.join(", "),
        more => format!("{} and {more} more", quoted.join(", ")),
    }
}
