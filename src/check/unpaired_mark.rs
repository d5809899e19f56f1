//! A quote or bracket is opened and not closed, or closed and not opened.
//!
//! ```text
//! ru: (далее – «Веб-сайт)        « is not closed
//! en: the Company”) shall        ) is not opened
//! ```
//!
//! A bracket behind the letter or number of an enumeration, such as "a)" and "2)", stands alone and
//! is right.
//!
//! Add the mark that is missing, or take the other one out.

use super::Context;
use super::typing::{Oddity, Typed, among, around, finding};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run, UnitFacts};
use crate::lang::SignSet;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unpaired-mark",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("unpaired_mark.rs"),
};

/// Marks that come in pairs. Straight quotes and single ones may be something else.
const PAIRS: [(char, char); 7] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
];

/// The same one by one.
const MARKS: SignSet = SignSet::of(&['(', ')', '[', ']', '{', '}', '«', '»', '“', '”', '„']);

/// How many characters the number of an item has at most.
const LONGEST_ITEM: usize = 4;

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    if text.language.grammar.typography.is_none() {
        return;
    }
    for unit in &text.units {
        let odd = unpaired(unit);
        let help = "add the mark that is missing, or take the other one out";
        findings.extend(finding(&RULE, text, unit, "a mark without its pair", &odd, help));
    }
}

/// A mark that waits for its pair.
struct Open<'u> {
    c: char,
    run: &'u Run,
    typed: Typed,
}

/// The unpaired marks of a unit. A pair may begin in one paragraph and end in another.
fn unpaired<'u>(unit: &'u UnitFacts<'_>) -> Vec<Oddity<'u>> {
    let mut odd: Vec<Oddity<'u>> = Vec::new();
    let mut open: Vec<Open<'u>> = Vec::new();
    // How many of the first of each pair are open.
    let mut waiting = [0; PAIRS.len()];
    for run in &unit.runs {
        // Brackets behind the number of an item that were taken for the end of brackets before:
        // «(подпункт 3) пункта 1.1)».
        let mut spare = 0_usize;
        for typed in among(run, MARKS) {
            let pairs = |open: char| PAIRS.contains(&(open, typed.c));
            let closes = PAIRS.iter().any(|(_, close)| *close == typed.c);
            let waits = PAIRS.iter().zip(&waiting).any(|((c, _), count)| *count > 0 && pairs(*c));
            // What stands behind the partner is taken out with it, so it is looked at once.
            let partner = match closes && waits {
                true => open.iter().rposition(|open| pairs(open.c)),
                false => None,
            };
            let item = typed.c == ')' && closes && enumerates(run, typed);
            if let Some(partner) = partner {
                spare += usize::from(item);
                for gone in &open[partner..] {
                    count(&mut waiting, gone.c, |count| count.saturating_sub(1));
                }
                let left = open.drain(partner..).skip(1);
                odd.extend(left.map(|open| oddity(open.run, open.typed, "it is not closed")));
            } else if PAIRS.iter().any(|(open, _)| *open == typed.c) {
                count(&mut waiting, typed.c, |count| count + 1);
                open.push(Open { c: typed.c, run, typed });
            } else if typed.c == ')' && !item && spare > 0 {
                spare -= 1;
            } else if closes && !item {
                odd.push(oddity(run, typed, "it is not opened"));
            }
        }
    }
    odd.extend(open.iter().map(|open| oddity(open.run, open.typed, "it is not closed")));
    odd
}

/// Changes how many of an opening mark are open.
fn count(waiting: &mut [usize; PAIRS.len()], mark: char, change: impl Fn(usize) -> usize) {
    for ((open, _), count) in PAIRS.iter().zip(waiting) {
        if *open == mark {
            *count = change(*count);
        }
    }
}

fn oddity<'u>(run: &'u Run, typed: Typed, about: &'static str) -> Oddity<'u> {
    let range = match about {
        "it is not closed" => typed.at..around(run, &typed.range()).end,
        _ => around(run, &typed.range()).start..typed.range().end,
    };
    Oddity { run, range, about }
}

/// Whether a bracket stands behind the letter or number of an enumeration.
fn enumerates(run: &Run, typed: Typed) -> bool {
    // Of what stands before it, no more is looked at than such a number may have.
    let before = run.text[..typed.at].chars().rev();
    let (mut count, mut number, mut letters) = (0, true, true);
    for c in before.take(LONGEST_ITEM + 1) {
        if c.is_whitespace() || matches!(c, '«' | '-' | '–' | '—') {
            break;
        }
        count += 1;
        number &= c.is_ascii_digit() || "ivx.".contains(c);
        letters &= c.is_alphabetic();
        // Most brackets stand behind a word, which two of its letters show.
        if count > 1 && !number {
            return false;
        }
    }
    (1..=LONGEST_ITEM).contains(&count) && number || count == 1 && letters
}

#[cfg(test)]
mod tests {
    use super::enumerates;
    use crate::check::typing::typed;
    use crate::facts::Run;
    use crate::model::{Inline, InlineKind};
    use crate::source::Span;

    /// Whether the bracket that a text ends in stands behind the number of an item.
    fn is_item(text: &str) -> bool {
        let kind = InlineKind::Text(text.to_owned().into());
        let run = Run::of_heading(&[Inline { kind, span: Span::new(0, text.len()) }]);
        let last = typed(&run).last();
        last.is_some_and(|last| enumerates(&run, last))
    }

    #[test]
    fn the_number_of_an_item_is_short() {
        for text in ["1)", "слово 12)", "слово a)", "«ж)", "– iv)", "1.2)", "1234)", "10.1)"] {
            assert!(is_item(text), "{text}");
        }
        for text in [")", "слово )", "ab)", "12345)", "1.2.3)", "a1)", "слово)", "1))"] {
            assert!(!is_item(text), "{text}");
        }
    }
}
