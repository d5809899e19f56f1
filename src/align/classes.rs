use std::collections::BTreeMap;

use super::editions::{Class, Half};
use super::likeness::Bag;
use super::matching::Matching;
use super::parts::Parts;
use super::{Unit, UnitKind};

/// By so much a unit of the same number is preferred, in thousandths of likeness.
const SAME_NUMBER: usize = 60;
/// From how much likeness of the headings, or share of clauses, sections are the same.
const SAME_SECTION: usize = 500;

/// Pairs titles, annexes, sections and clauses with their like: by name, by words, and what holds
/// others by what it holds.
pub(super) fn pair_classes(old: &Half<'_, '_>, new: &Half<'_, '_>, matching: &mut Matching) {
    pair_names(old, new, matching);
    for (a, b) in old
        .places(Class::Title)
        .into_iter()
        .zip(new.places(Class::Title))
    {
        matching.join(a, b);
    }
    pair_words(old, new, Class::Clause, |half| &half.bags, matching);
    // A section is known by its heading even when what stands below it was rewritten.
    pair_words(old, new, Class::Section, |half| &half.headings, matching);
    pair_holders(
        old,
        new,
        Class::Section,
        |units, at| units[at].parent,
        matching,
    );
    pair_holders(old, new, Class::Annex, annex_of, matching);
    // An annex has a heading like any other.
    for class in [Class::Annex, Class::Section] {
        pair_words(old, new, class, |half| &half.bags, matching);
    }
}

fn pair_names(old: &Half<'_, '_>, new: &Half<'_, '_>, matching: &mut Matching) {
    let mut places = BTreeMap::new();
    for (at, unit) in new.units.iter().enumerate() {
        if let Some(name) = unit.name {
            places.entry(name).or_insert(at);
        }
    }
    for (at, unit) in old.units.iter().enumerate() {
        let other = unit.name.and_then(|name| places.get(name));
        if let Some(&other) = other
            && Class::of(unit.kind) == Class::of(new.units[other].kind)
        {
            matching.join(at, other);
        }
    }
}

fn pair_words<'h>(
    old: &'h Half<'_, '_>,
    new: &'h Half<'_, '_>,
    class: Class,
    words: impl Fn(&'h Half<'_, '_>) -> &'h Vec<Bag>,
    matching: &mut Matching,
) {
    let (olds, news) = (old.places(class), new.places(class));
    let own: Vec<&Bag> = olds.iter().map(|&at| &words(old)[at]).collect();
    let other: Vec<&Bag> = news.iter().map(|&at| &words(new)[at]).collect();
    // Only the units of this class, in places of their own.
    let mut part = Matching::new(olds.len(), news.len());
    for (a, &at) in olds.iter().enumerate() {
        if let Some(b) = matching.old[at].and_then(|new| news.binary_search(&new).ok()) {
            part.join(a, b);
        }
    }
    part.equal(&own, &other);
    part.alike(&own, &other, |a, b| {
        let same = number(old.units[olds[a]]) == number(new.units[news[b]]);
        if same { SAME_NUMBER } else { 0 }
    });
    for (a, b) in part.pairs() {
        matching.join(olds[a], news[b]);
    }
}

/// Pairs what holds others by what it holds.
fn pair_holders(
    old: &Half<'_, '_>,
    new: &Half<'_, '_>,
    class: Class,
    holder: impl Fn(&[&Unit<'_>], usize) -> Option<usize>,
    matching: &mut Matching,
) {
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (a, b) in matching.pairs() {
        if let (Some(a), Some(b)) = (holder(&old.units, a), holder(&new.units, b)) {
            let both =
                Class::of(old.units[a].kind) == class && Class::of(new.units[b].kind) == class;
            if both && matching.old[a].is_none() && matching.new[b].is_none() {
                *shared.entry((a, b)).or_default() += 1;
            }
        }
    }
    let held = |half: &Half<'_, '_>| {
        let mut counts = vec![0usize; half.units.len()];
        for at in 0..half.units.len() {
            if let Some(holder) = holder(&half.units, at) {
                counts[holder] += 1;
            }
        }
        counts
    };
    let (in_old, in_new) = (held(old), held(new));
    let mut scored: Vec<(usize, usize, usize)> = shared
        .into_iter()
        .map(|((a, b), count)| {
            let share = 1000 * count / in_old[a].max(in_new[b]).max(1);
            (share.max(old.headings[a].likeness(&new.headings[b])), a, b)
        })
        .filter(|(share, ..)| *share >= SAME_SECTION)
        .collect();
    scored.sort_by_key(|&(share, a, b)| (std::cmp::Reverse(share), a, b));
    for (_, a, b) in scored {
        matching.join(a, b);
    }
}

/// Pairs what is left by number, when the one above is the same: nothing was more like it.
pub(super) fn pair_numbers(
    old: &Half<'_, '_>,
    new: &Half<'_, '_>,
    matching: &mut Matching,
    parts: &Parts,
) {
    let mut places: BTreeMap<(Option<usize>, Number), Vec<usize>> = BTreeMap::new();
    for (at, unit) in new.units.iter().enumerate().rev() {
        if matching.new[at].is_none() && !parts.split.contains_key(&at) {
            let key = (unit.parent, last_number(unit));
            places.entry(key).or_default().push(at);
        }
    }
    for (at, unit) in old.units.iter().enumerate() {
        if matching.old[at].is_some() || parts.merged.contains_key(&at) {
            continue;
        }
        let parent = match unit.parent.map(|parent| matching.old[parent]) {
            None => None,
            Some(Some(parent)) => Some(parent),
            Some(None) => continue,
        };
        let same = places.get_mut(&(parent, last_number(unit)));
        if let Some(other) = same.and_then(Vec::pop) {
            matching.join(at, other);
        }
    }
}

/// What tells a unit from its siblings: its class and the last part of its number.
type Number = (u8, u16, usize);

fn last_number(unit: &Unit<'_>) -> Number {
    match unit.kind {
        UnitKind::Title => (0, 0, 0),
        UnitKind::Annex(place) => (1, 0, place),
        UnitKind::Section(number) => (2, number.last(), 0),
        UnitKind::Unnumbered(place) => (3, 0, place),
        UnitKind::Clause(number) => (4, number.last(), number.depth()),
    }
}

/// A unit's number; `None` where it has none of its own.
pub(super) fn number<'t>(unit: &Unit<'t>) -> Option<(usize, UnitKind<'t>)> {
    match unit.kind {
        UnitKind::Title | UnitKind::Unnumbered(_) => None,
        kind => Some((unit.division, kind)),
    }
}

/// The annex that a unit stands in.
fn annex_of(units: &[&Unit<'_>], at: usize) -> Option<usize> {
    let mut at = units[at].parent?;
    while let Some(parent) = units[at].parent {
        at = parent;
    }
    Some(at)
}
