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
    let start = text[..fact.range.start].rfind(char::is_whitespace);
    let end = text[fact.range.end..].find(char::is_whitespace);
    let end = end.map_or(text.len(), |end| fact.range.end + end);
    let word = &text[start.map_or(0, |start| start + 1)..end];
    ["://", "www.", "@"].iter().any(|sign| word.contains(sign))
}

/// Whether the words for it stand beside it: "3 (three)".
fn is_spelled(unit: &UnitFacts<'_>, fact: &Fact) -> bool {
    let mut spelled = unit.spelled.iter().filter(|own| own.run == fact.run);
    spelled.any(|own| {
        let within = |part: &std::ops::Range<usize>| {
            fact.range.start <= part.start && part.end <= fact.range.end
        };
        within(&own.figures)
    })
}

/// How many letters what is counted has at least: shorter words join numbers.
const COUNTED: usize = 4;

/// Whether what it counts stands right behind it, «5 обращений», "5 copies", and what stands before
/// it does not give it a place, "Article 5 applies", «дом 5 расположен», or make it part of a longer
/// number, as in that of a telephone.
fn counts(text: &str, fact: &Fact) -> bool {
    let (before, after) = (&text[..fact.range.start], &text[fact.range.end..]);
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
