//! A clause has not as many blanks to fill in as in the other languages.
//!
//! A blank is two underscores or more; how wide it is says nothing, and neither does where in the
//! sentence it stands, for languages differ in both. A blank that is missing is a fact that a person
//! could not fill in:
//!
//! ```text
//! ru: уничтожены путем _______ (указать метод уничтожения)
//! kk: арқылы жойылды
//! ```
//!
//! Add the blank, or take it out of the other languages.

use super::mismatch::{Noun, report};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::Mark;

/// The rule.
pub static RULE: Rule = Rule {
    name: "blank-mismatch",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("blank_mismatch.rs"),
};

/// Compares the texts of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    let noun = Noun {
        one: "blank",
        many: "blanks",
    };
    report(
        parallel,
        &RULE,
        noun,
        |_, unit| {
            let blanks = unit.runs.iter().flat_map(|run| {
                let marks = run.marks.iter().filter(|(_, mark)| *mark == Mark::Blank);
                marks.map(|(range, _)| ((), (run.span(range.clone()), run.text[range.clone()].to_owned())))
            });
            blanks.collect()
        },
        findings,
    );
}
