//! A letter is typed as two characters.
//!
//! «й» can be typed as one character, or as «и» and a breve that is put above it. Both look the same;
//! a search for one does not find the other, and some fonts set the mark beside the letter:
//!
//! ```text
//! ru: и + ◌̆ instead of й
//! ```
//!
//! Such letters mostly come from texts copied out of a PDF. Type them again.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::Context;
use super::typing::{Oddity, finding};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run};

/// The rule.
pub static RULE: Rule = Rule {
    name: "decomposed-letter",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("decomposed_letter.rs"),
};

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for unit in &text.units {
        if !unit.runs.iter().any(|run| run.words.may_be_decomposed()) {
            continue;
        }
        let odd: Vec<_> = unit.runs.iter().flat_map(odd).collect();
        if odd.is_empty() {
            continue;
        }
        let typed = odd.first().map_or("", Oddity::words);
        let help = format!("type “{}” again", typed.nfc().collect::<String>());
        let what = "letters typed as two characters";
        findings.extend(finding(&RULE, text, unit, what, &odd, help));
    }
}

/// The words with such letters.
fn odd(run: &Run) -> Vec<Oddity<'_>> {
    if !run.words.may_be_decomposed() || is_nfc(&run.text) {
        return Vec::new();
    }
    let words = run.words.iter().map(|(word, _)| word.range.clone());
    let odd = words.filter(|range| !is_nfc(&run.text[range.clone()]));
    odd.map(|range| Oddity { run, range, about: "" }).collect()
}
