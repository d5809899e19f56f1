use std::collections::BTreeSet;
use std::ops::Range;

use super::definitions::{Defined, Term};
use super::ground::Ground;
use super::mark::{Links, Mark, MarkKind};
use super::quoted::quoted;
use super::stand::{Stand, passage, stand};
use crate::check::{self, Position, Use, capital, position};
use crate::facts::{Run, UnitFacts, Value};

/// Where a text uses its terms: the first time in each clause, or in each item or cell outside of
/// clauses. Nothing leads from headings and forms, from names in quotation marks and titles, from other
/// links, and from the definition itself.
pub(super) fn uses(ground: &Ground<'_>, defined: &Defined, known: &Links) -> Vec<Mark> {
    if defined.terms.is_empty() {
        return Vec::new();
    }
    let text = ground.text;
    let units = text.units.iter().enumerate();
    let found = units.map(|(at, unit)| check::uses(ground.terms, at, unit, &defined.index));
    let found: Vec<Vec<Use<usize>>> = found.map(longest).collect();
    let capitals = Capitals::of(&found, defined);
    let mut marks = Vec::new();
    for ((at, unit), uses) in text.units.iter().enumerate().zip(&found) {
        let mut met: BTreeSet<(usize, &[u32])> = BTreeSet::new();
        let mut around: Option<Around<'_>> = None;
        for (own, before) in uses
            .iter()
            .zip(std::iter::once(None).chain(uses.iter().map(Some)))
        {
            let (Some(run), Some(term)) = (unit.runs.get(own.run), defined.terms.get(own.key))
            else {
                continue;
            };
            if around.as_ref().is_none_or(|known| known.at != own.run) {
                around = Some(Around::of(unit, own.run, run));
            }
            let free = around.as_ref().is_some_and(|around| around.is_free(own))
                && !known.touch(own.span)
                && !term.runs.contains(&(at, own.run));
            let means = capitals.fit(own)
                && !is_part_of_a_name(run, own, before)
                && (!term.own || says_this(ground, run, own));
            if free && means && met.insert((own.key, passage(&unit.unit, run))) {
                marks.push(mark(own, term));
            }
        }
    }
    marks
}

fn mark(own: &Use<usize>, term: &Term) -> Mark {
    Mark {
        span: own.span,
        kind: MarkKind::Term(term.anchor.clone()),
    }
}

/// The uses of terms without those inside of longer ones.
fn longest(uses: Vec<Use<usize>>) -> Vec<Use<usize>> {
    let mut last = None;
    let mut uses = uses;
    uses.retain(|own| {
        let inside = last.is_some_and(|(run, end)| run == own.run && own.range.start < end);
        if !inside {
            last = Some((own.run, own.range.end));
        }
        !inside
    });
    uses
}

/// Which terms a text writes with a capital: those that it declares so, and those that it writes so in
/// the middle of sentences. With a small letter they are any word. («Персональные данные» have their
/// capital in the list of terms because an item begins there.)
struct Capitals {
    wanted: Vec<bool>,
}

impl Capitals {
    fn of(found: &[Vec<Use<usize>>], defined: &Defined) -> Self {
        let mut counts = vec![(0_usize, 0_usize); defined.terms.len()];
        let middle = found.iter().flatten();
        for own in middle.filter(|own| own.position == Position::Middle) {
            if let Some((capitals, smalls)) = counts.get_mut(own.key) {
                match own.capital {
                    true => *capitals += 1,
                    false => *smalls += 1,
                }
            }
        }
        let terms = defined.terms.iter().zip(counts);
        let wanted = terms.map(|(term, (capitals, smalls))| term.declared || capitals >= smalls);
        Self {
            wanted: wanted.collect(),
        }
    }

    fn fit(&self, own: &Use<usize>) -> bool {
        own.capital || self.wanted.get(own.key) == Some(&false)
    }
}

/// What stands around the words of a run.
struct Around<'r> {
    at: usize,
    stand: Stand,
    /// What leads elsewhere or is a name.
    taken: Vec<Range<usize>>,
    run: &'r Run,
}

impl<'r> Around<'r> {
    fn of(unit: &UnitFacts<'_>, at: usize, run: &'r Run) -> Self {
        let citations = unit.facts_of(at).iter();
        let citations = citations.filter(|fact| matches!(fact.value, Value::Citation(_)));
        let mut taken: Vec<Range<usize>> = citations.map(|fact| fact.range.clone()).collect();
        taken.extend(run.marks.iter().map(|(range, _)| range.clone()));
        taken.extend(quoted(run));
        taken.sort_by_key(|range| (range.start, range.end));
        // Those inside of others add nothing.
        let mut end = 0;
        taken.retain(|range| {
            let further = range.end > end;
            end = end.max(range.end);
            further
        });
        Self {
            at,
            stand: stand(&unit.unit, run),
            taken,
            run,
        }
    }

    fn is_free(&self, own: &Use<usize>) -> bool {
        let next = self
            .taken
            .partition_point(|range| range.end <= own.range.start);
        let touched = self
            .taken
            .get(next)
            .is_some_and(|range| range.start < own.range.end);
        self.stand == Stand::Words && !touched && own.range.end <= self.run.text.len()
    }
}

/// Whether a word with a capital that is no term stands right before a term with its capital: the
/// "Policy" of "the Cookie Policy" is another.
fn is_part_of_a_name(run: &Run, own: &Use<usize>, before: Option<&Use<usize>>) -> bool {
    let Some(last) = own.word.checked_sub(1) else {
        return false;
    };
    let joined = run.words.get(own.word).is_some_and(|(word, _)| word.joined);
    let end = run.words.get(last).map(|(word, _)| word.range.end);
    let term = before.is_some_and(|before| before.run == own.run && Some(before.range.end) == end);
    own.capital && joined && !term && capital(run, last) && position(run, last) != Position::First
}

/// Whether the text says that it means itself by its own name: «настоящая Политика».
fn says_this(ground: &Ground<'_>, run: &Run, own: &Use<usize>) -> bool {
    let terms = ground.text.language.grammar.terms.as_ref();
    let mut forms = terms.into_iter().flat_map(|terms| &terms.this);
    let joined = run.words.get(own.word).is_some_and(|(word, _)| word.joined);
    let last = own.word.checked_sub(1).filter(|_| joined);
    last.is_some_and(|last| forms.any(|form| form.stands_at(&run.words, last, ground.endings())))
}
