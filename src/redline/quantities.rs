//! Which of the values that a text states are quantities: a summary names these, and not the numbers
//! of houses, postal codes, orders and addresses.

use crate::facts::{Fact, UnitFacts, Value};
use crate::lang::is_letter;

/// Whether a value says how much or when.
pub(super) fn is_quantity(unit: &UnitFacts<'_>, fact: &Fact) -> bool {
    let text = unit.runs.get(fact.run).map_or("", |run| run.text.as_str());
    if is_in_address(text, fact) {
        return false;
    }
    match fact.value {
        Value::Duration(_)
        | Value::Percent(_)
        | Value::Money { .. }
        | Value::Date(_)
        | Value::PartialDate { .. } => true,
        Value::Number(_) => is_spelled(unit, fact) || !fact.in_words && counts(text, fact),
        _ => false,
    }
}

/// Whether it is part of a web or e-mail address that stands among the words.
fn is_in_address(text: &str, fact: &Fact) -> bool {
    let (before, after) = around(text, fact);
    let start = before.rfind(char::is_whitespace);
    let end = after.find(char::is_whitespace).unwrap_or(after.len());
    let own = &text[fact.range.clone()];
    let word = [&before[start.unwrap_or(0)..], own, &after[..end]].concat();
    ["://", "www.", "@"].iter().any(|sign| word.contains(sign))
}

/// So many bytes beside a value are looked at.
const NEAR: usize = 300;

/// What stands before a value and behind it.
fn around<'t>(text: &'t str, fact: &Fact) -> (&'t str, &'t str) {
    let (before, after) = (&text[..fact.range.start], &text[fact.range.end..]);
    let start = before.ceil_char_boundary(before.len().saturating_sub(NEAR));
    (
        &before[start..],
        &after[..after.floor_char_boundary(NEAR.min(after.len()))],
    )
}

/// Whether the words for it stand beside it: "3 (three)".
fn is_spelled(unit: &UnitFacts<'_>, fact: &Fact) -> bool {
    // They come in the order of the text.
    let place = (fact.run, fact.range.start);
    let from = unit
        .spelled
        .partition_point(|own| (own.run, own.figures.start) < place);
    let next = unit.spelled.get(from);
    next.is_some_and(|own| own.run == fact.run && own.figures.end <= fact.range.end)
}

/// How many letters what is counted has at least: shorter words join numbers.
const COUNTED: usize = 4;

/// Whether what it counts stands right behind it, «5 обращений», "5 copies", and what stands before
/// it does not give it a place, "Article 5 applies", «дом 5 расположен», or make it part of a longer
/// number, as in that of a telephone.
fn counts(text: &str, fact: &Fact) -> bool {
    let (before, after) = around(text, fact);
    let spaced = after.starts_with([' ', '\u{A0}', '\u{202F}']);
    let word = after.trim_start();
    let letters = word.chars().take_while(|c| is_letter(*c)).count();
    let counted = word.starts_with(char::is_lowercase) && letters >= COUNTED;
    let last = before.trim_end().rsplit(char::is_whitespace).next();
    let last = last.unwrap_or_default();
    // A capital within a sentence names something.
    let names = last.starts_with(char::is_uppercase)
        || last.ends_with(|c: char| {
            c.is_numeric() || matches!(c, '№' | '#' | '+' | '/' | '-' | '.' | '(' | ')')
        });
    spaced && counted && !names && !before.ends_with(|c: char| !c.is_whitespace())
}
