use super::{Fact, Run, Value};
use crate::lang::{Language, SignSet, WordList};

/// Quotation marks that open, each with those that may close.
const QUOTES: [(char, &[char]); 4] = [
    ('«', &['»']),
    ('“', &['”', '“']),
    ('„', &['“', '”']),
    ('"', &['"']),
];

/// Most bytes between the bracket and the quotation mark.
const LONGEST_LEAD: usize = 100;

/// Most letters of a term.
const LONGEST_TERM: usize = 100;

/// The terms that are declared in some runs: words in quotation marks that stand in brackets behind
/// «далее –», «немесе», “hereinafter referred to as the”.
pub(super) fn declarations(runs: &[Run], language: &Language) -> Vec<Fact> {
    let Some(terms) = &language.grammar.terms else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let signs = run.words.sign_set();
        if !signs.may_have('(') || !signs.may_share(SignSet::OPENING_QUOTES) {
            continue;
        }
        // Where the innermost bracket that is open began.
        let mut bracket = None;
        for sign in run.words.signs() {
            let (place, c) = (sign.at(), sign.c);
            let closing = match (c, QUOTES.iter().find(|(open, _)| *open == c)) {
                ('(', _) => {
                    bracket = Some(place + 1);
                    continue;
                }
                (')', _) => {
                    bracket = None;
                    continue;
                }
                (_, Some((_, closing))) => *closing,
                _ => continue,
            };
            let (Some(from), start) = (bracket, place + c.len_utf8()) else {
                continue;
            };
            if place - from > LONGEST_LEAD {
                continue;
            }
            let mut term = run.text[start..].char_indices().take(LONGEST_TERM);
            let Some((length, _)) = term.find(|(_, c)| closing.contains(c)) else {
                continue;
            };
            let words: Vec<String> = WordList::of(&run.text[from..place])
                .iter()
                .map(|(_, folded)| folded.to_owned())
                .collect();
            let lead = WordList::of(&words.join(" "));
            let declares = terms.declared_by.iter().any(|form| {
                form.len() == lead.len() && form.stands_at(&lead, 0, &language.grammar.endings)
            });
            if declares && length > 0 {
                let range = start..start + length;
                facts.push(Fact {
                    value: Value::Declaration(run.text[range.clone()].to_owned()),
                    run: at,
                    range,
                    in_words: false,
                });
            }
        }
    }
    facts
}
