//! Quotes are not those of the language.
//!
//! Kazakh and Russian legal texts quote «so», English ones “so”; within quotes other quotes may
//! stand. Straight quotes are what a typewriter had:
//!
//! ```text
//! ru: ТОО "ioka fintech"
//! en: the «Website»
//! ```
//!
//! Inches (15"), apostrophes and quotes around a blank are left alone. Type the quotes of the language.

use super::Context;
use super::typing::{Oddity, among, finding};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run};
use crate::lang::{Pair, SignSet, Typography};

/// The rule.
pub static RULE: Rule = Rule {
    name: "odd-quotes",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("odd_quotes.rs"),
};

/// What people type around quoted words, whatever their language.
const PAIRS: [(char, char); 11] = [
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('‘', '’'),
    ('‚', '‘'),
    ('‚', '’'),
    ('‹', '›'),
    ('»', '«'),
    ('"', '"'),
    ('\'', '\''),
];

/// The marks of those pairs.
const MARKS: SignSet = SignSet::of(&['«', '»', '“', '”', '„', '‘', '’', '‚', '‹', '›', '"', '\'']);

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(typography) = &text.language.grammar.typography else {
        return;
    };
    let Some(quotes) = typography.quotes else { return };
    let what = format!("quotes that are not {}…{}", quotes.open, quotes.close);
    let help = format!("type {} and {}", quotes.open, quotes.close);
    for unit in &text.units {
        let marked = unit.runs.iter().filter(|run| run.words.sign_set().may_share(MARKS));
        let odd: Vec<_> = marked.flat_map(|run| odd(run, quotes, typography)).collect();
        if !odd.is_empty() {
            findings.extend(finding(&RULE, text, unit, &what, &odd, help.clone()));
        }
    }
}

/// What stands in odd quotes.
fn odd<'u>(run: &'u Run, quotes: Pair, typography: &Typography) -> Vec<Oddity<'u>> {
    let mut odd = Vec::new();
    // The quotes that are open: each with its place.
    let mut open: Vec<(char, usize)> = Vec::new();
    for typed in among(run, MARKS) {
        let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let apostrophe = matches!(typed.c, '\'' | '’') && within(typed.before) && within(typed.behind);
        let inches = typed.c == '"'
            && typed.before.is_some_and(|c| c.is_ascii_digit())
            && open.last().is_none_or(|(c, _)| *c != '"');
        if apostrophe || inches {
            continue;
        }
        let last = open.last().copied();
        let closed = last.filter(|(c, _)| PAIRS.contains(&(*c, typed.c)));
        if let Some((c, start)) = closed {
            open.pop();
            let pair = Pair { open: c, close: typed.c };
            let right = pair == quotes || !open.is_empty() && typography.inner_quotes.contains(&pair);
            let blank = run.text[start + c.len_utf8()..typed.at].trim_matches('_').is_empty();
            if !right && !blank {
                odd.push(Oddity { run, range: start..typed.range().end, about: "" });
            }
        } else if PAIRS.iter().any(|(c, _)| *c == typed.c) && !within(typed.before) {
            open.push((typed.c, typed.at));
        }
    }
    odd
}
