use std::collections::BTreeMap;
use std::ops::Range;

use super::definitions::Defined;
use super::ground::Ground;
use super::mark::{Mark, MarkKind};
use super::neighbours::Neighbours;
use super::stand::{Stand, stand};
use crate::align::UnitKind;
use crate::check::{Position, Reference, References, Target, broken_reference, lacks, position};
use crate::facts::{Run, UnitFacts, Value};
use crate::lang::Phrase;
use crate::source::Span;

/// The references of a text to its sections and to other policies by their titles: «в Политике
/// уничтожения персональных данных». A title that two have leads nowhere.
pub(super) fn references(
    ground: &Ground<'_>,
    defined: &Defined,
    neighbours: &Neighbours<'_>,
) -> Vec<Mark> {
    let made = References::of(ground.parallel, ground.context);
    let mut marks = Vec::new();
    let mut headings = None;
    for (row_at, row) in ground.parallel.rows.iter().enumerate() {
        let references = made.made(row_at, ground.column);
        let at = row.places.get(ground.column).copied().flatten();
        let Some((at, unit)) = at.and_then(|at| Some((at, ground.unit(at)?))) else {
            continue;
        };
        let citations = match references {
            [] => continue,
            _ => citations_of(unit),
        };
        for reference in references {
            let Some(run) = unit.runs.get(reference.run) else {
                continue;
            };
            if stand(&unit.unit, run) == Stand::Heading
                || is_in_a_citation(&citations, reference.run, &reference.range)
                || neighbours.name_another(run, &reference.range)
            {
                continue;
            }
            let kind = match reference.target {
                Target::Policy(policy) => {
                    let lang = &ground.text.text.lang;
                    let shared = ground.context.titles.is_shared(policy, lang);
                    (!shared).then_some(MarkKind::Policy(policy))
                }
                Target::Section(row) => {
                    let headings = headings.get_or_insert_with(|| headings_of(ground));
                    let title = title_of(ground, row);
                    let only = title.as_ref().and_then(|title| headings.get(title)) == Some(&1);
                    let term = title
                        .as_ref()
                        .is_some_and(|title| defined.has(title, ground));
                    let told = only && (!term || is_quoted(run, reference));
                    told.then(|| section(ground, at, row)).flatten()
                }
            };
            marks.extend(kind.map(|kind| Mark {
                span: reference.span,
                kind,
            }));
        }
    }
    marks.extend(accepted(ground));
    marks
}

/// References by a title that nothing has, where the legal team has accepted them as they are: what is
/// meant is told by the other languages.
fn accepted(ground: &Ground<'_>) -> Vec<Mark> {
    let lang = &ground.text.text.lang;
    let accepted = ground.parallel.edition.accepted.iter();
    let accepted: Vec<_> = accepted
        .filter(|own| own.rule == broken_reference::RULE.name && own.language == *lang)
        .collect();
    if accepted.is_empty() {
        return Vec::new();
    }
    let lacks = lacks(ground.parallel, ground.context).into_iter();
    let own = lacks.filter(|lack| lack.text.text.file == ground.text.text.file);
    let marks = own.filter_map(|lack| {
        let (span, words): &(Span, String) = lack.instead.as_ref()?;
        let address = lack.unit.unit.address();
        let known = accepted.iter().any(|own| {
            own.words == *words && own.clauses.iter().any(|c| Some(c) == address.as_ref())
        });
        let at = ground.at(&address?)?;
        let kind = match lack.target {
            Target::Policy(policy) => Some(MarkKind::Policy(policy)),
            Target::Section(row) => section(ground, at, row),
        };
        let kind = kind.filter(|_| known)?;
        Some(Mark { span: *span, kind })
    });
    marks.collect()
}

/// The mark of a reference from a unit to the section of a row, which it does not stand in.
fn section(ground: &Ground<'_>, from: usize, row: usize) -> Option<MarkKind> {
    let target = place(ground, row)?;
    let address = ground.address(target)?;
    (!ground.stands_in(from, target)).then_some(MarkKind::Part(address))
}

fn place(ground: &Ground<'_>, row: usize) -> Option<usize> {
    let row = ground.parallel.rows.get(row)?;
    row.places.get(ground.column).copied().flatten()
}

fn title_of(ground: &Ground<'_>, row: usize) -> Option<Phrase> {
    let unit = ground.unit(place(ground, row)?)?;
    unit.heading_words().map(Phrase::of)
}

/// How many sections have each heading.
fn headings_of(ground: &Ground<'_>) -> BTreeMap<Phrase, usize> {
    let mut headings = BTreeMap::new();
    for unit in &ground.text.units {
        let section = matches!(
            unit.unit.kind,
            UnitKind::Section(_) | UnitKind::Unnumbered(_)
        );
        if let Some(words) = unit.heading_words().filter(|_| section) {
            *headings.entry(Phrase::of(words)).or_default() += 1;
        }
    }
    headings
}

/// The titles of laws that a unit names: each by its run and its words, in order. Those inside of
/// others add nothing.
fn citations_of(unit: &UnitFacts<'_>) -> Vec<(usize, Range<usize>)> {
    let citations = unit.facts.iter();
    let citations = citations.filter(|fact| matches!(fact.value, Value::Citation(_)));
    let mut places: Vec<_> = citations
        .map(|fact| (fact.run, fact.range.clone()))
        .collect();
    places.dedup_by(|next, before| next.0 == before.0 && next.1.end <= before.1.end);
    places
}

/// Whether some words of a run stand in one of the titles of laws.
fn is_in_a_citation(citations: &[(usize, Range<usize>)], run: usize, range: &Range<usize>) -> bool {
    let before = citations.partition_point(|(own, place)| (*own, place.end) <= (run, range.start));
    let next = citations.get(before);
    next.is_some_and(|(own, place)| *own == run && place.start < range.end)
}

fn is_quoted(run: &Run, reference: &Reference) -> bool {
    let first = run.words.place_from(reference.range.start);
    position(run, first) == Position::Quoted
}
