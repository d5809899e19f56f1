use super::blocks::{arranged, blocks};
use super::sentences::prose;
use super::tree::{Prepared, collect, prepare};
use super::{Entry, Piece, Prose, Redline, Side, Weight};
use crate::align::{Fate, Pairing, UnitWords, Vocabulary, trace};
use crate::facts::Facts;

impl Redline {
    /// The redline of two texts of one language: what the old one has and the new one has not, and
    /// the other way round.
    ///
    /// Which text is the old one decides nothing but what is called deleted: the texts are always
    /// compared in the same direction.
    pub fn between(old: &Facts<'_>, new: &Facts<'_>) -> Self {
        let (own, other) = (prepare(old), prepare(new));
        match own <= other {
            true => compare((old, &own), (new, &other)).arranged(),
            false => compare((new, &other), (old, &own)).mirrored(),
        }
    }
}

/// A text and its units as they are compared.
type Text<'c, 'f, 't> = (&'c Facts<'t>, &'c [Prepared<'f>]);

fn compare(old: Text<'_, '_, '_>, new: Text<'_, '_, '_>) -> Redline {
    let pairings = match old.1 == new.1 {
        true => (0..old.1.len()).map(Pairing::kept).collect(),
        false => trace(&worded(old), &worded(new)),
    };
    let mut vocabulary = Vocabulary::default();
    let entries = pairings.into_iter();
    let entries = entries.map(|pairing| entry(&pairing, old, new, &mut vocabulary));
    let mut redline = Redline {
        entries: entries.collect(),
    };
    super::families::mark_what_moved(&mut redline.entries, &mut vocabulary);
    for entry in &mut redline.entries {
        entry.weigh();
    }
    redline
}

fn worded<'c, 't>(text: Text<'c, '_, 't>) -> Vec<UnitWords<'c, 't>> {
    let units = text.0.units.iter().zip(text.1);
    let units = units.map(|(own, prepared)| {
        let mut words = Vec::new();
        collect(&prepared.blocks, &mut words);
        UnitWords {
            unit: &own.unit,
            heading: prepared.heading_words(),
            words,
        }
    });
    units.collect()
}

fn entry(
    pairing: &Pairing,
    old: Text<'_, '_, '_>,
    new: Text<'_, '_, '_>,
    vocabulary: &mut Vocabulary,
) -> Entry {
    let own = pairing.old.and_then(|at| old.1.get(at));
    let other = pairing.new.and_then(|at| new.1.get(at));
    let heads = (
        own.and_then(|unit| unit.heading.as_ref()),
        other.and_then(|unit| unit.heading.as_ref()),
    );
    let heading = match heads {
        (Some(left), Some(right)) => Some(prose(left, right, vocabulary)),
        (Some(left), None) => Some(Prose::one(Piece::Deleted(left.text.to_owned()))),
        (None, Some(right)) => Some(Prose::one(Piece::Inserted(right.text.to_owned()))),
        (None, None) => None,
    };
    // The others of a family stand in the text that this one does not stand in alone.
    let kin_is_new = match (pairing.fate, pairing.old, pairing.new) {
        (Fate::Split, _, new) => pairing.old.is_some() && new.is_some(),
        (Fate::Merged, Some(_), None) => true,
        _ => false,
    };
    let kin = pairing.kin.iter().filter_map(|&at| match kin_is_new {
        true => side(new, at),
        false => side(old, at),
    });
    Entry {
        fate: pairing.fate,
        old: pairing.old.and_then(|at| side(old, at)),
        new: pairing.new.and_then(|at| side(new, at)),
        kin: kin.collect(),
        weight: Weight::Unchanged,
        heading,
        blocks: blocks(
            own.map_or(&[], |unit| &unit.blocks),
            other.map_or(&[], |unit| &unit.blocks),
            vocabulary,
        ),
    }
}

fn side(text: Text<'_, '_, '_>, at: usize) -> Option<Side> {
    let unit = &text.0.units.get(at)?.unit;
    let heading = text.1.get(at)?.heading.as_ref();
    Some(Side::of(at, unit, heading.map(|line| line.text)))
}

impl Redline {
    /// The same with its entries in reading order.
    pub(super) fn arranged(self) -> Self {
        let places = |side: &Option<Side>| side.as_ref().map(|side| side.place);
        let entries = arranged(self.entries, |entry| {
            let moved = entry.fate == Fate::Moved;
            (places(&entry.old), places(&entry.new), moved)
        });
        Self { entries }
    }
}
