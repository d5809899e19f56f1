use super::ground::Ground;
use super::mark::{Mark, MarkKind};
use super::neighbours::Neighbours;
use super::stand::{Stand, stand};
use crate::check::of_an_act;
use crate::facts::{Fact, Run, UnitFacts, Value};
use crate::lang::Role;

/// The references of a text to its clauses, sections and annexes by their numbers: "clause 5.1",
/// «Приложение №1». Those to parts of a law, of another policy or another document are left out, and
/// so are those to the section they stand in.
pub(super) fn references(ground: &Ground<'_>, neighbours: &Neighbours<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (at, unit) in ground.text.units.iter().enumerate() {
        for (fact_at, fact) in unit.facts.iter().enumerate() {
            let address = match &fact.value {
                Value::Annex(number) => Some(format!("annex-{number}")),
                Value::Clause(number) => clause(ground, at, unit, fact_at, number),
                _ => None,
            };
            let Some(target) = address.as_deref().and_then(|address| ground.at(address)) else {
                continue;
            };
            let run = unit.runs.get(fact.run);
            let run = run.filter(|run| stand(&unit.unit, run) != Stand::Heading);
            let (Some(run), Some(address)) = (run, address) else {
                continue;
            };
            let elsewhere = ground.stands_in(at, target)
                || of_an_act(&unit.facts, fact_at)
                || neighbours.title_near(run, &fact.range)
                || neighbours.name_another(run, &fact.range);
            if !elsewhere {
                marks.push(Mark {
                    span: run.span(fact.range.clone()),
                    kind: MarkKind::Part(address),
                });
            }
        }
    }
    marks
}

/// The address of the clause or section of a number that a unit refers to: in the annex that is named
/// beside it, else in the main part. What a number in an annex is of is told only where one of the two
/// has it.
fn clause(
    ground: &Ground<'_>,
    at: usize,
    unit: &UnitFacts<'_>,
    fact_at: usize,
    number: &str,
) -> Option<String> {
    let in_annex = |annex: usize| format!("annex-{annex}-{number}");
    if let Some(annex) = annex_beside(ground, unit, fact_at) {
        return usize::try_from(annex).ok().map(in_annex);
    }
    let annex = match ground.division(at) {
        0 => return Some(number.to_owned()),
        annex => in_annex(annex),
    };
    match (ground.at(number), ground.at(&annex)) {
        (Some(_), None) => Some(number.to_owned()),
        (None, Some(_)) => Some(annex),
        _ => None,
    }
}

/// The annex whose clause a fact refers to: it is named beside it, and nothing that joins two
/// references stands between them.
fn annex_beside(ground: &Ground<'_>, unit: &UnitFacts<'_>, at: usize) -> Option<u32> {
    let fact = unit.facts.get(at)?;
    let run = unit.runs.get(fact.run)?;
    let beside = [at.checked_sub(1), Some(at + 1)];
    let beside = beside.into_iter().flatten();
    let mut beside = beside.filter_map(|other| unit.facts.get(other));
    beside.find_map(|other| match other.value {
        Value::Annex(annex) if other.run == fact.run && touch(ground, run, fact, other) => {
            Some(annex)
        }
        _ => None,
    })
}

/// Whether at most one word stands between two facts, and it joins no two references.
fn touch(ground: &Ground<'_>, run: &Run, one: &Fact, other: &Fact) -> bool {
    let (before, behind) = match one.range.start < other.range.start {
        true => (one, other),
        false => (other, one),
    };
    let gap = run.text.get(before.range.end..behind.range.start);
    let Some(gap) = gap else { return false };
    if gap.contains(|c: char| c != ' ' && c.is_ascii_punctuation()) {
        return false;
    }
    let from = run.words.place_from(before.range.end);
    let between = from..run.words.place_from(behind.range.start);
    let quantities = ground.text.language.grammar.quantities.as_ref();
    let joins = |at: usize| {
        let word = |next: usize| run.words.get(at + next).map(|(_, folded)| folded);
        let found = quantities.map(|own| own.lexicon.find(ground.endings(), &word));
        let mut found = found.into_iter().flatten().flatten();
        found.any(|(role, _)| matches!(role, Role::Also | Role::And))
    };
    between.len() <= 1 && !between.into_iter().any(joins)
}
