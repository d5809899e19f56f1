//! A declared term is written with a small letter, or a common word with a capital, against the other
//! languages of the clause.
//!
//! A term that is declared with a capital («далее – «Пользователь»», “the “User””) keeps it from there
//! on: with a small letter it is any user. The rule reports a small letter where most of the other
//! languages of the same clause have the capital in the middle of a sentence, and where the text itself
//! has the capital elsewhere, almost without exception, and no other language has the small letter
//! there. Before the term is declared, and in headings of the whole text, the word is any word.
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

use super::parallel::about;
use super::term_uses::{Key, Use, keyed, uses};
use super::text_terms::TextTerms;
use super::titles::Position;
use super::{Context, Parallel};
use crate::align::{Row, UnitKind};
use crate::diagnostic::{Family, Finding, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    name: "term-case",
    severity: Severity::Warning,
    family: Family::Terms,
    source: include_str!("term_case.rs"),
};

/// How often a text has to write a term with its capital for a small letter to be a slip, and how
/// often for each small letter.
const STEADY: usize = 4;

/// How texts write a term in the middle of sentences, after it was declared or defined.
#[derive(Clone, Copy, Debug, Default)]
struct Habit {
    declared: bool,
    capitals: usize,
    smalls: usize,
}

/// Where a text of a clause uses terms, in the order of the terms.
type ByKey<'u> = Vec<&'u Use<Key>>;

/// Compares the letters that terms begin with.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let terms = keyed(parallel, context);
    let mut habits: BTreeMap<Key, Habit> = BTreeMap::new();
    // For each text, the terms that it writes with a capital almost without exception.
    let mut steady: Vec<BTreeSet<Key>> = Vec::new();
    let mut used: Vec<Vec<Vec<Use<Key>>>> = Vec::new();
    let texts = parallel.texts.iter().zip(TextTerms::of(parallel, context));
    for ((text, own), terms) in texts.zip(&terms) {
        for (key, term) in terms.iter() {
            habits.entry(key).or_default().declared |= term.declared;
        }
        let units = text.units.iter().enumerate();
        let uses: Vec<Vec<Use<Key>>> = units
            .map(|(at, unit)| uses(own, at, unit, terms))
            .collect();
        let mut own_habits: BTreeMap<Key, Habit> = BTreeMap::new();
        let middle = uses.iter().flatten();
        for own in middle.filter(|own| own.position == Position::Middle) {
            for habits in [&mut habits, &mut own_habits] {
                let habit = habits.entry(own.key).or_default();
                match own.capital {
                    true => habit.capitals += 1,
                    false => habit.smalls += 1,
                }
            }
        }
        let is_steady = |habit: &Habit| {
            habit.capitals >= STEADY && habit.capitals >= STEADY * habit.smalls
        };
        let own_habits = own_habits.into_iter();
        steady.push(own_habits.filter(|(_, habit)| is_steady(habit)).map(|(key, _)| key).collect());
        used.push(uses);
    }
    for row in &parallel.rows {
        let uses: Vec<ByKey<'_>> = (0..parallel.texts.len())
            .map(|column| {
                let place = row.places.get(column).copied().flatten();
                let own = place.and_then(|place| used.get(column)?.get(place));
                let mut by_key: ByKey<'_> = own.into_iter().flatten().collect();
                by_key.sort_by_key(|own| own.key);
                by_key
            })
            .collect();
        let mut keys: Vec<Key> = uses.iter().flatten().map(|own| own.key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            let habit = habits.get(&key).copied().unwrap_or_default();
            let wants_capital = habit.declared || habit.capitals > habit.smalls;
            if !wants_capital && habit.smalls <= habit.capitals {
                continue;
            }
            let steady = |column: usize| steady.get(column).is_some_and(|keys| keys.contains(&key));
            compare(parallel, row, &uses, key, wants_capital, steady, findings);
        }
    }
}

/// Reports what one text of a row writes otherwise than most of the others.
fn compare(
    parallel: &Parallel<'_>,
    row: &Row,
    uses: &[ByKey<'_>],
    key: Key,
    wants_capital: bool,
    steady: impl Fn(usize) -> bool,
    findings: &mut Vec<Finding>,
) {
    let of = |column: usize| {
        let from = uses[column].partition_point(|own| own.key < key);
        let own = uses[column][from..].iter().copied();
        own.take_while(move |own| own.key == key)
    };
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
        let odd: Vec<&Use<Key>> = odd.collect();
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
        let alone = || others.iter().all(|other| of(*other).all(|own| own.capital));
        let enough = match wants_capital {
            true => against.len() * 2 > others.len() || steady(column) && alone(),
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
            let message = format!("{name} writes “{}” with {is} in {lang}", odd.words(unit));
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
