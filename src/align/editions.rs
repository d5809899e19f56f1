use super::classes::pair_classes;
use super::fate::fates;
use super::likeness::{Bag, Vocabulary};
use super::mains::settle_mains;
use super::matching::Matching;
use super::order::reading_order;
use super::parts::{Parts, parts};
use super::{Unit, UnitKind};

/// A unit and its words, each folded.
#[derive(Clone, Debug)]
pub struct UnitWords<'w, 't> {
    /// The unit.
    pub unit: &'w Unit<'t>,
    /// The words of its heading.
    pub heading: Vec<&'w str>,
    /// The words of its blocks, without those of the units below.
    pub words: Vec<&'w str>,
}

/// What became of a unit of the old text, or where one of the new text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// What became of it.
    pub fate: Fate,
    /// Its place among the units of the old text.
    pub old: Option<usize>,
    /// Its place among the units of the new text.
    pub new: Option<usize>,
    /// The other units of a split or a merger, by their places. Of a unit that was split: those
    /// that were split off, in the new text; of one of these: the unit it was split off from, in
    /// the old text. Of a unit that others were merged into: those, in the old text; of one of
    /// these: the unit it was merged into, in the new text.
    pub kin: Vec<usize>,
}

/// What became of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stands where it stood, with the same number; its words may have changed.
    Kept,
    /// Only its number differs: it stands between the same units, as far as they are left.
    Renumbered,
    /// It stands elsewhere: among other units, or in another order.
    Moved,
    /// It became several; or it is one of the others that it became.
    Split,
    /// Several became one: this one; or it is one of the others that this one took in.
    Merged,
    /// The old text has nothing like it.
    Added,
    /// The new text has nothing like it.
    Removed,
}

impl Pairing {
    /// A unit that stands in the same place of both texts.
    pub fn kept(place: usize) -> Self {
        Self {
            fate: Fate::Kept,
            old: Some(place),
            new: Some(place),
            kin: Vec::new(),
        }
    }
}

impl Fate {
    /// What it is when the old text is read as the new one.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Split => Self::Merged,
            Self::Merged => Self::Split,
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            same => same,
        }
    }
}

/// Says what became of each unit of a text in a later text of the same language.
///
/// Units are paired by stable name; else by their words, those with the same words in order first,
/// then those with alike words, in the same place or elsewhere; else by number, when the one above
/// is the same. A section is also known by its clauses. What is left is looked for in the words
/// that its neighbours lost or took on: it was split off, or merged.
///
/// The pairings come in the order of the new text; units that left stand where they stood.
pub fn trace(old: &[UnitWords<'_, '_>], new: &[UnitWords<'_, '_>]) -> Vec<Pairing> {
    let mut vocabulary = Vocabulary::default();
    let old = Half::of(old, &mut vocabulary);
    let new = Half::of(new, &mut vocabulary);
    let mut matching = Matching::new(old.units.len(), new.units.len());
    pair_classes(&old, &new, &mut matching);
    let mut parts = parts(&old, &new, &matching);
    settle_mains(&old, &new, &mut matching, &mut parts);
    super::classes::pair_numbers(&old, &new, &mut matching, &parts);
    let fates = fates(&old, &new, &matching);
    pairings(&matching, &fates, &parts)
}

/// The units of one of the texts.
pub(super) struct Half<'w, 't> {
    pub(super) units: Vec<&'w Unit<'t>>,
    /// The words of each unit, with those of its heading.
    pub(super) bags: Vec<Bag>,
    /// The words of its heading.
    pub(super) headings: Vec<Bag>,
}

impl<'w, 't> Half<'w, 't> {
    fn of(units: &[UnitWords<'w, 't>], vocabulary: &mut Vocabulary) -> Self {
        let bags = units.iter().map(|own| {
            let words = own.heading.iter().chain(&own.words);
            vocabulary.bag(words.copied())
        });
        let bags = bags.collect();
        let headings = units
            .iter()
            .map(|own| vocabulary.bag(own.heading.iter().copied()));
        Self {
            headings: headings.collect(),
            bags,
            units: units.iter().map(|own| own.unit).collect(),
        }
    }

    /// The places of the units of a class.
    pub(super) fn places(&self, class: Class) -> Vec<usize> {
        let places = self.units.iter().enumerate();
        places
            .filter(|(_, unit)| Class::of(unit.kind) == class)
            .map(|(at, _)| at)
            .collect()
    }
}

/// What is paired with its like alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Title,
    Annex,
    Section,
    Clause,
}

impl Class {
    pub(super) fn of(kind: UnitKind<'_>) -> Self {
        match kind {
            UnitKind::Title => Self::Title,
            UnitKind::Annex(_) => Self::Annex,
            UnitKind::Section(_) | UnitKind::Unnumbered(_) => Self::Section,
            UnitKind::Clause(_) => Self::Clause,
        }
    }
}

fn pairings(matching: &Matching, fates: &[Fate], parts: &Parts) -> Vec<Pairing> {
    let mut list: Vec<Pairing> = Vec::new();
    for (old, new) in matching.old.iter().enumerate() {
        let (fate, kin) = match (new, parts.merged.get(&old)) {
            (Some(new), _) => match (parts.split_into.get(&old), parts.merged_from.get(new)) {
                (Some(others), _) => (Fate::Split, others.clone()),
                (None, Some(others)) => (Fate::Merged, others.clone()),
                (None, None) => (fates.get(old).copied().unwrap_or(Fate::Kept), Vec::new()),
            },
            (None, Some(into)) => (Fate::Merged, vec![*into]),
            (None, None) => (Fate::Removed, Vec::new()),
        };
        list.push(Pairing {
            fate,
            old: Some(old),
            new: *new,
            kin,
        });
    }
    for (new, old) in matching.new.iter().enumerate() {
        if old.is_none() {
            let from = parts.split.get(&new);
            list.push(Pairing {
                fate: from.map_or(Fate::Added, |_| Fate::Split),
                old: None,
                new: Some(new),
                kin: from.copied().into_iter().collect(),
            });
        }
    }
    let moved = |pairing: &Pairing| {
        let old = pairing.old.filter(|_| pairing.new.is_some());
        old.and_then(|old| fates.get(old)) == Some(&Fate::Moved)
    };
    let things: Vec<_> = list
        .iter()
        .map(|pairing| (pairing.old, pairing.new, moved(pairing)))
        .collect();
    let mut list: Vec<Option<Pairing>> = list.into_iter().map(Some).collect();
    let order = reading_order(&things).into_iter();
    order.filter_map(|at| list.get_mut(at)?.take()).collect()
}
