//! A declared term is written with a small letter, or a common word with a capital, against the other
//! languages of the clause.
//!
//! A term that is declared with a capital («далее – «Пользователь»», “the “User””) keeps it from there
//! on: with a small letter it is any user. The rule reports a small letter where most of the other
//! languages of the same clause have the capital in the middle of a sentence. Before the term is
//! declared, and in headings of the whole text, the word is any word.
//!
//! ```text
//! kk: 5.2.2. … пайдаланушыға қатысты дербес деректерді бұғаттайды.
//! ru: 5.2.2. … блокирует персональные данные, относящиеся к Пользователю.
//! ```
//!
//! The other way round, a term that a list of terms defines («Персональные данные — информация …») and
//! that the text otherwise writes with a small letter is reported where a clause has it with a capital
//! in the middle of a sentence and no other language has. Write the term as it was declared.

use std::collections::{BTreeMap, BTreeSet};

use super::defined_terms::{DefinedTerm, defined_terms};
use super::parallel::about;
use super::titles::{Position, capital, position};
use super::{Context, Parallel};
use crate::align::{Row, UnitKind};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, UnitFacts};
use crate::lang::first_letters;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule {
    name: "term-case",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("term_case.rs"),
};

/// A term in all languages: by its concept, else by the row that declares it in each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Concept(usize),
    Row(usize),
}

/// The terms of one text, by the letters of their first words.
type Terms = BTreeMap<String, Vec<(Key, DefinedTerm)>>;

/// A term in running text.
struct Use {
    key: Key,
    span: Span,
    words: String,
    capital: bool,
    position: Position,
}

/// How a text writes a term in the middle of sentences, after it was declared or defined.
#[derive(Clone, Copy, Debug, Default)]
struct Habit {
    declared: bool,
    capitals: usize,
    smalls: usize,
}

/// Compares the letters that terms begin with.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let terms = keyed(parallel, context);
    let mut habits: BTreeMap<Key, Habit> = BTreeMap::new();
    let mut used: Vec<Vec<Vec<Use>>> = Vec::new();
    for (text, terms) in parallel.texts.iter().zip(&terms) {
        for (key, term) in terms.values().flatten() {
            habits.entry(*key).or_default().declared |= term.declared;
        }
        let units = text.units.iter().enumerate();
        let uses: Vec<Vec<Use>> = units
            .map(|(at, unit)| uses(text, at, unit, terms, context))
            .collect();
        let middle = uses.iter().flatten();
        for own in middle.filter(|own| own.position == Position::Middle) {
            let habit = habits.entry(own.key).or_default();
            match own.capital {
                true => habit.capitals += 1,
                false => habit.smalls += 1,
            }
        }
        used.push(uses);
    }
    for row in &parallel.rows {
        let uses: Vec<&[Use]> = (0..parallel.texts.len())
            .map(|column| {
                let place = row.places.get(column).copied().flatten();
                let own = place.and_then(|place| used.get(column)?.get(place));
                own.map_or(&[][..], Vec::as_slice)
            })
            .collect();
        let keys: BTreeSet<Key> = uses.iter().copied().flatten().map(|own| own.key).collect();
        for key in keys {
            let habit = habits.get(&key).copied().unwrap_or_default();
            let wants_capital = habit.declared || habit.capitals > habit.smalls;
            if !wants_capital && habit.smalls <= habit.capitals {
                continue;
            }
            compare(parallel, row, &uses, key, wants_capital, findings);
        }
    }
}

/// Reports what one text of a row writes otherwise than most of the others.
fn compare(
    parallel: &Parallel<'_>,
    row: &Row,
    uses: &[&[Use]],
    key: Key,
    wants_capital: bool,
    findings: &mut Vec<Finding>,
) {
    let of = |column: usize| uses[column].iter().filter(move |own| own.key == key);
    let right = |column: usize| {
        let wanted = of(column).filter(|own| own.capital == wants_capital);
        wanted.filter(|own| !wants_capital || own.position == Position::Middle)
    };
    for (column, text, unit) in parallel.units(row) {
        let odd = of(column).filter(|own| {
            own.capital != wants_capital
                && match wants_capital {
                    true => own.position != Position::Quoted,
                    false => own.position == Position::Middle,
                }
        });
        let odd: Vec<&Use> = odd.collect();
        if odd.is_empty() || !wants_capital && !matches!(unit.unit.kind, UnitKind::Clause(_)) {
            continue;
        }
        let own = of(column)
            .filter(|own| own.capital == wants_capital)
            .count();
        let others: Vec<usize> = parallel
            .units(row)
            .map(|(other, ..)| other)
            .filter(|other| *other != column)
            .collect();
        let against: Vec<usize> = others
            .iter()
            .copied()
            .filter(|other| match wants_capital {
                true => right(*other).count() > own,
                false => of(*other).all(|own| !own.capital || own.position == Position::First),
            })
            .collect();
        let enough = match wants_capital {
            true => against.len() * 2 > others.len(),
            false => !others.is_empty() && against.len() == others.len(),
        };
        if !enough {
            continue;
        }
        let (is, should) = match wants_capital {
            true => ("a small letter", "a capital"),
            false => ("a capital", "a small letter"),
        };
        for odd in odd {
            let lang = &text.text.lang;
            let name = unit.unit.describe();
            let message = format!("{name} writes “{}” with {is} in {lang}", odd.words);
            let mut finding =
                Finding::new(&RULE, message).label(text.text.file, odd.span, format!("in {lang}"));
            for other in &against {
                let shown = right(*other).next().or_else(|| of(*other).next());
                let shown = shown.zip(parallel.texts.get(*other));
                if let Some((shown, text)) = shown {
                    let message = format!("in {}", text.text.lang);
                    finding = finding.label(text.text.file, shown.span, message);
                }
            }
            let help = format!("write the term with {should}, as elsewhere in the text");
            findings.push(about(finding.help(help), text, unit));
        }
    }
}

/// The terms of each text, each with what it is in all languages. A term that the glossary does not
/// know counts when the same row has one such term in each language.
fn keyed(parallel: &Parallel<'_>, context: &Context<'_>) -> Vec<Terms> {
    let texts = parallel.texts.iter();
    let mut lists: Vec<Vec<DefinedTerm>> = texts.map(|text| defined_terms(text, context)).collect();
    let mut keyed: Vec<Terms> = vec![Terms::new(); lists.len()];
    let mut unknown: Vec<BTreeMap<usize, Vec<DefinedTerm>>> = vec![BTreeMap::new(); lists.len()];
    for (column, list) in lists.iter_mut().enumerate() {
        for term in list.drain(..) {
            match term.concept {
                Some(concept) => keep(&mut keyed[column], Key::Concept(concept), term),
                None => unknown[column].entry(term.place.0).or_default().push(term),
            }
        }
    }
    for (at, row) in parallel.rows.iter().enumerate() {
        let taken: Vec<(usize, Vec<DefinedTerm>)> = row
            .places
            .iter()
            .enumerate()
            .filter_map(|(column, place)| {
                Some((column, unknown.get_mut(column)?.remove(&(*place)?)?))
            })
            .collect();
        if taken.iter().all(|(_, terms)| terms.len() == 1) {
            for (column, terms) in taken {
                for term in terms {
                    keep(&mut keyed[column], Key::Row(at), term);
                }
            }
        }
    }
    keyed
}

fn keep(terms: &mut Terms, key: Key, term: DefinedTerm) {
    let letters = term.phrase.first_letters().to_owned();
    terms.entry(letters).or_default().push((key, term));
}

/// Where a unit uses terms, after the text has declared or defined them; of terms that begin with
/// one word the longest. Titles of policies are no such use.
fn uses(
    text: &Facts<'_>,
    at: usize,
    unit: &UnitFacts<'_>,
    terms: &Terms,
    context: &Context<'_>,
) -> Vec<Use> {
    let endings = &text.language.grammar.endings;
    let mut uses = Vec::new();
    for (run_at, run) in unit.runs.iter().enumerate() {
        let mut from = 0;
        for (word_at, (word, folded)) in run.words.iter().enumerate() {
            if word_at < from {
                continue;
            }
            let title = capital(run, word_at)
                .then(|| context.titles.at(&run.words, word_at, text.language))
                .flatten();
            if let Some(title) = title {
                from = word_at + title.words;
                continue;
            }
            let near = terms.get(first_letters(folded)).into_iter().flatten();
            let standing = near.filter(|(_, term)| {
                term.place < (at, run_at, word.range.start)
                    && term.phrase.stands_at(&run.words, word_at, endings)
            });
            let Some((key, term)) = standing.max_by_key(|(_, term)| term.phrase.len()) else {
                continue;
            };
            let last = word_at + term.phrase.len() - 1;
            let end = run
                .words
                .get(last)
                .map_or(word.range.end, |(last, _)| last.range.end);
            let range = word.range.start..end;
            uses.push(Use {
                key: *key,
                span: run.span(range.clone()),
                words: run.text[range].to_owned(),
                capital: capital(run, word_at),
                position: position(run, word_at),
            });
        }
    }
    uses
}
