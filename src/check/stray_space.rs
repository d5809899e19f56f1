//! A space stands where none belongs, or none where one belongs.
//!
//! Two spaces in a row; a space before a comma, a full stop or a closing bracket; one behind an
//! opening bracket or quote; one on one side of a slash only; none behind a comma or semicolon:
//!
//! ```text
//! en: the date of receipt of the withdrawal /request
//! ru: сбор ,обработка
//! ```
//!
//! Blanks may have any spaces around them. Take the space out, or add it.

use super::Context;
use super::typing::{Oddity, Typed, around, finding, typed};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run};
use crate::lang::{Pair, is_letter};

/// The rule.
pub static RULE: Rule = Rule {
    name: "stray-space",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("stray_space.rs"),
};

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(typography) = &text.language.grammar.typography else {
        return;
    };
    for unit in &text.units {
        let mut odd = Vec::new();
        for run in &unit.runs {
            add_odd(run, typography.quotes, &mut odd);
        }
        let what = match odd.as_slice() {
            [one] => one.about,
            _ => "odd spaces",
        };
        let help = match odd.as_slice() {
            [Oddity { about: DOUBLE, .. }] => "leave one space",
            [Oddity { about: BEFORE | AFTER_OPENING, .. }] => "take the space out",
            [Oddity { about: SLASH, .. }] => "take the space out, or type one on the other side too",
            [Oddity { about: MISSING, .. }] => "type a space behind the mark",
            _ => "take out the spaces that are too many, and add those that are missing",
        };
        findings.extend(finding(&RULE, text, unit, what, &odd, help));
    }
}

/// Adds the odd spaces of a run.
fn add_odd<'r>(run: &'r Run, quotes: Option<Pair>, odd: &mut Vec<Oddity<'r>>) {
    let before = odd.len();
    for typed in typed(run) {
        let Some(about) = fault(run, typed, quotes) else { continue };
        let words = around(run, &typed.range());
        let range = match about {
            BEFORE => words.start..typed.range().end,
            AFTER_OPENING => typed.at..words.end,
            _ => words,
        };
        if odd[before..].last().is_none_or(|last| last.range != range) {
            odd.push(Oddity { run, range, about });
        }
    }
}

const DOUBLE: &str = "two spaces in a row";
const BEFORE: &str = "a space before a mark that follows its word";
const AFTER_OPENING: &str = "a space behind an opening mark";
const SLASH: &str = "a space on one side of a slash";
const MISSING: &str = "no space behind a mark";

/// What is wrong with the spaces around a character.
fn fault(run: &Run, typed: Typed, quotes: Option<Pair>) -> Option<&'static str> {
    let Typed { c, before, behind, .. } = typed;
    // Most characters are letters, or single spaces between them.
    if is_letter(c) || c.is_ascii_digit() {
        return None;
    }
    let (space_before, space_behind) = (before.is_some_and(is_space), behind.is_some_and(is_space));
    // What stands there is looked for where it is asked for.
    let left = || left(run, typed.at);
    let right = || right(run, typed.range().end);
    if is_space(c) {
        // Of many spaces the first is told of; the others are not looked around, for there may be
        // thousands.
        let first_of_many = !space_before && space_behind;
        return (first_of_many && is_word(left()) && is_word(right())).then_some(DOUBLE);
    }
    let closing = || {
        matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}')
            || quotes.is_some_and(|quotes| quotes.close == c)
    };
    if space_before && closing() {
        let joined = c == '.' && behind.is_some_and(|c| c.is_alphanumeric() || c == '.');
        // "[ ]" is a box to tick.
        let box_before = |c: Option<char>| c.is_some_and(|c| "([{".contains(c));
        let left = left();
        if is_word(left) && !joined && !box_before(left) {
            return Some(BEFORE);
        }
    }
    let opening = || {
        matches!(c, '(' | '[' | '{') || quotes.is_some_and(|quotes| quotes.open == c)
    };
    if space_behind && opening() {
        let box_behind = |c: Option<char>| c.is_some_and(|c| ")]}".contains(c));
        let right = right();
        if is_word(right) && !box_behind(right) {
            return Some(AFTER_OPENING);
        }
    }
    if c == '/' && space_before != space_behind && is_word(left()) && is_word(right()) {
        return Some(SLASH);
    }
    let letter = |c: Option<char>| c.is_some_and(is_letter);
    (matches!(c, ',' | ';' | ':') && letter(behind) && letter(before)).then_some(MISSING)
}

/// What stands on the left of a place, past spaces.
fn left(run: &Run, at: usize) -> Option<char> {
    run.text[..at].trim_end_matches(is_space).chars().next_back()
}

/// What stands on the right of a place, past spaces.
fn right(run: &Run, at: usize) -> Option<char> {
    run.text[at..].trim_start_matches(is_space).chars().next()
}

/// Whether something stands there that is no blank and no end of a line.
fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c != '_' && c != '\n')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}
