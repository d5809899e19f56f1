use std::collections::BTreeMap;

use super::{Entry, FactChange, FactKind, Redline, Side, Stated, Weight};
use crate::align::Fate;
use crate::facts::{Fact, Facts, UnitFacts, Value};

/// The values that left and came in the units whose words changed in substance. A value that a unit
/// states as often as before did neither. Of each kind, as many as left take the place of one
/// another in their order when as many came; else each stands alone.
pub(super) fn changed_facts(
    redline: &Redline,
    old: &Facts<'_>,
    new: &Facts<'_>,
) -> Vec<FactChange> {
    let mut changes = Vec::new();
    for (at, entry) in redline.entries.iter().enumerate() {
        // The parts of a split or a merger are told of with the whole.
        if entry.weight != Weight::Substantive || entry.old.is_none() || entry.new.is_none() {
            continue;
        }
        let (left, came) = (places(entry, true), places(entry, false));
        let (left, came) = (stated(old, &left), stated(new, &came));
        for kind in KINDS {
            pair(at, kind, &left, &came, &mut changes);
        }
    }
    changes
}

const KINDS: [FactKind; 5] = [
    FactKind::Duration,
    FactKind::Percent,
    FactKind::Money,
    FactKind::Date,
    FactKind::Number,
];

/// The units that an entry is of in one of the texts.
fn places(entry: &Entry, in_old: bool) -> Vec<usize> {
    let own = if in_old { &entry.old } else { &entry.new };
    let kin_in_old = entry.fate == Fate::Merged;
    let kin: &[Side] = match kin_in_old == in_old {
        true => &entry.kin,
        false => &[],
    };
    let mut places: Vec<usize> = own.iter().chain(kin).map(|side| side.place).collect();
    places.sort_unstable();
    places
}

/// What some units of a text state, of the kinds that a summary names.
fn stated<'f, 't>(
    facts: &'f Facts<'t>,
    places: &[usize],
) -> Vec<(FactKind, &'f UnitFacts<'t>, &'f Fact)> {
    let units = places.iter().filter_map(|&at| facts.units.get(at));
    let all = units.flat_map(|unit| unit.facts.iter().map(move |fact| (unit, fact)));
    let known = all.filter_map(|(unit, fact)| {
        let kind = FactKind::of(&fact.value)?;
        super::quantities::is_quantity(unit, fact).then_some((kind, unit, fact))
    });
    known.collect()
}

type Known<'f, 't> = [(FactKind, &'f UnitFacts<'t>, &'f Fact)];

fn pair(
    entry: usize,
    kind: FactKind,
    old: &Known<'_, '_>,
    new: &Known<'_, '_>,
    changes: &mut Vec<FactChange>,
) {
    let (left, came) = (without(old, new, kind), without(new, old, kind));
    let change = |old, new| FactChange {
        entry,
        kind,
        old,
        new,
    };
    if left.len() == came.len() {
        let pairs = left.into_iter().zip(came);
        changes.extend(pairs.map(|(old, new)| change(Some(old), Some(new))));
    } else {
        changes.extend(left.into_iter().map(|old| change(Some(old), None)));
        changes.extend(came.into_iter().map(|new| change(None, Some(new))));
    }
}

/// The values of a kind that one side has more often than the other.
fn without(own: &Known<'_, '_>, other: &Known<'_, '_>, kind: FactKind) -> Vec<Stated> {
    let mut left: BTreeMap<&Value, usize> = BTreeMap::new();
    for (_, _, fact) in other.iter().filter(|(own, ..)| *own == kind) {
        *left.entry(&fact.value).or_default() += 1;
    }
    let mut alone = Vec::new();
    for (_, unit, fact) in own.iter().filter(|(own, ..)| *own == kind) {
        match left.get_mut(&fact.value) {
            Some(count) if *count > 0 => *count -= 1,
            _ => alone.push(Stated::of(unit, fact)),
        }
    }
    alone
}

/// So many words before and behind a value are shown.
const CONTEXT: usize = 4;

impl Stated {
    fn of(unit: &UnitFacts<'_>, fact: &Fact) -> Self {
        let text = unit.runs.get(fact.run).map_or("", |run| run.text.as_str());
        let before = text.get(..fact.range.start).unwrap_or_default();
        let after = text.get(fact.range.end..).unwrap_or_default();
        let words = |words: &mut dyn Iterator<Item = &str>| -> Vec<String> {
            words.take(CONTEXT).map(str::to_owned).collect()
        };
        let mut before = words(&mut before.split_whitespace().rev());
        before.reverse();
        Self {
            value: fact.value.clone(),
            words: unit.words(fact).to_owned(),
            before: before.join(" "),
            after: words(&mut after.split_whitespace()).join(" "),
            span: unit.span(fact),
        }
    }
}

impl FactKind {
    /// The kind of a value; `None` for what a summary does not name.
    pub fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Duration(_) => Self::Duration,
            Value::Percent(_) => Self::Percent,
            Value::Money { .. } => Self::Money,
            Value::Date(_) | Value::PartialDate { .. } => Self::Date,
            Value::Number(_) => Self::Number,
            Value::Email(_)
            | Value::Web(_)
            | Value::Phone(_)
            | Value::Identifier(_)
            | Value::Citation(_)
            | Value::Annex(_)
            | Value::Clause(_)
            | Value::Item(_)
            | Value::Declaration(_)
            | Value::Blank => return None,
        })
    }
}
