//! An apostrophe is not the one of the language.
//!
//! English is typed with ’ (as in User’s). The straight ' is what a typewriter had:
//!
//! ```text
//! en: the security of the User's personal information
//! ```
//!
//! Type ’. Languages whose data names no apostrophe are not looked at.

use super::Context;
use super::typing::{Oddity, among, around, finding};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run};
use crate::lang::SignSet;

/// The rule.
pub static RULE: Rule = Rule {
    name: "odd-apostrophe",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("odd_apostrophe.rs"),
};

/// What may be typed for an apostrophe.
const APOSTROPHES: [char; 5] = ['\'', '`', '\u{B4}', '\u{2019}', '\u{2BC}'];

/// The same as signs of a text.
const SIGNS: SignSet = SignSet::of(&APOSTROPHES);

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let typography = text.language.grammar.typography.as_ref();
    let Some(apostrophe) = typography.and_then(|typography| typography.apostrophe) else {
        return;
    };
    let what = format!("an apostrophe that is not {apostrophe}");
    let help = format!("type {apostrophe}");
    for unit in &text.units {
        let marked = unit.runs.iter().filter(|run| run.words.sign_set().may_share(SIGNS));
        let odd: Vec<_> = marked.flat_map(|run| odd(run, apostrophe)).collect();
        if !odd.is_empty() {
            findings.extend(finding(&RULE, text, unit, &what, &odd, help.clone()));
        }
    }
}

/// The words with an odd apostrophe: between two letters, or behind a letter where no straight
/// quote is open («the users' data»).
fn odd(run: &Run, right: char) -> Vec<Oddity<'_>> {
    let mut odd = Vec::new();
    let mut quoted = false;
    for typed in among(run, SIGNS) {
        if !APOSTROPHES.contains(&typed.c) || typed.c == right {
            continue;
        }
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        match (letter(typed.before), letter(typed.behind)) {
            (true, true) => {}
            (true, false) if !quoted => {}
            (true, false) => {
                quoted = false;
                continue;
            }
            _ => {
                quoted = !quoted;
                continue;
            }
        }
        let range = around(run, &typed.range());
        let range = match letter(typed.behind) {
            true => range,
            false => range.start..typed.range().end,
        };
        odd.push(Oddity { run, range, about: "" });
    }
    odd
}
