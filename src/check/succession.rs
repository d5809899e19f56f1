//! An edition and the one before it, unit by unit and language by language.

use super::parallel::Parallel;
use crate::align::{UnitWords, trace};
use crate::facts::{Facts, UnitFacts};
use crate::model::Edition;

/// Two editions of a policy that follow each other.
#[derive(Debug)]
pub struct Succession<'s, 't> {
    /// The edition before.
    pub old: &'s Parallel<'t>,
    /// The edition.
    pub new: &'s Parallel<'t>,
    /// The languages that both have a text in.
    pub columns: Vec<Column<'s, 't>>,
}

/// What became of the units in one language.
#[derive(Debug)]
pub struct Column<'s, 't> {
    /// Its place among the texts of the new edition.
    pub at: usize,
    /// What the old text states.
    pub old: &'s Facts<'t>,
    /// What the new text states.
    pub new: &'s Facts<'t>,
    /// For each unit of the new text, the place of what it was in the old text.
    before: Vec<Option<usize>>,
    /// For each unit of the old text, its row in the old edition.
    rows: Vec<Option<usize>>,
}

impl<'s, 't> Succession<'s, 't> {
    /// Compares two editions. A text that is not the one that was sealed is left out: what changed in
    /// it has to be taken back, and is told as that.
    pub fn of(old: &'s Parallel<'t>, new: &'s Parallel<'t>) -> Self {
        let columns = new.texts.iter().enumerate().filter_map(|(at, own)| {
            let lang = &own.text.lang;
            let altered = |edition: &Edition| {
                let seal = edition.seal.as_ref();
                seal.is_some_and(|seal| seal.standing.changed.contains_key(lang))
            };
            if altered(old.edition) || altered(new.edition) {
                return None;
            }
            let old_at = old.texts.iter().position(|text| text.text.lang == *lang)?;
            let text = old.texts.get(old_at)?;
            let mut rows = vec![None; text.units.len()];
            for (row, places) in old.rows.iter().enumerate() {
                let place = places.places.get(old_at).copied().flatten();
                if let Some(own) = place.and_then(|place| rows.get_mut(place)) {
                    *own = Some(row);
                }
            }
            Some(Column {
                at,
                before: before(text, own),
                rows,
                old: text,
                new: own,
            })
        });
        Self {
            columns: columns.collect(),
            old,
            new,
        }
    }
}

/// For each unit of a text, what it was in the text before.
fn before(old: &Facts<'_>, new: &Facts<'_>) -> Vec<Option<usize>> {
    let (own, other) = (words(old), words(new));
    let mut before = vec![None; new.units.len()];
    for pairing in trace(&own, &other) {
        if let Some(unit) = pairing.new.and_then(|new| before.get_mut(new)) {
            *unit = pairing.old;
        }
    }
    before
}

fn words<'f, 't>(text: &'f Facts<'t>) -> Vec<UnitWords<'f, 't>> {
    let units = text.units.iter().map(|own| {
        let heading = usize::from(own.unit.heading.is_some());
        let folded = |run: &'f crate::facts::Run| run.words.iter().map(|(_, folded)| folded);
        UnitWords {
            unit: &own.unit,
            heading: own.runs.iter().take(heading).flat_map(folded).collect(),
            words: own.runs.iter().skip(heading).flat_map(folded).collect(),
        }
    });
    units.collect()
}

impl<'s, 't> Column<'s, 't> {
    /// What the unit at a place in the new text was in the old one.
    pub fn before(&self, place: usize) -> Option<&'s UnitFacts<'t>> {
        self.old.units.get(self.before.get(place).copied()??)
    }

    /// The row of the old edition that it stood in.
    pub fn row_before(&self, place: usize) -> Option<usize> {
        let before = self.before.get(place).copied()??;
        self.rows.get(before).copied()?
    }
}
