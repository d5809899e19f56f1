use super::{Block, Prose};
use crate::align::{Fate, Unit, UnitKind};
use crate::source::Span;

/// What became of a text: each unit of the old text, of the new one, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redline {
    /// The units in the order of the new text; those that left stand where they stood.
    pub entries: Vec<Entry>,
}

/// A unit of the old text, of the new one, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What became of it.
    pub fate: Fate,
    /// The unit in the old text.
    pub old: Option<Side>,
    /// The unit in the new text.
    pub new: Option<Side>,
    /// The other units of a split or a merger. Of a unit that was split: those that were split off,
    /// in the new text; of one of these: the unit it was split off from, in the old text. Of a unit
    /// that others were merged into: those, in the old text; of one of these: the unit it was
    /// merged into, in the new text.
    pub kin: Vec<Side>,
    /// How much its words changed; its number and its place do not count.
    pub weight: Weight,
    /// Its heading's words; `None` when it has none in either text.
    pub heading: Option<Prose>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A unit as one of the texts has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its place among the units of its text (see [`crate::align::units`]).
    pub place: usize,
    /// What it is.
    pub rank: Rank,
    /// How deep it stands: 0 for the title and an annex, 1 for a section, the parts of its number
    /// for a clause.
    pub depth: usize,
    /// Its address on the page; `None` for the title.
    pub address: Option<String>,
    /// Its number as typed.
    pub number: Option<String>,
    /// Whether its words follow its number without a space.
    pub glued: bool,
    /// Its stable name.
    pub name: Option<String>,
    /// Its heading's words.
    pub heading: Option<String>,
    /// Its number or heading in the file.
    pub span: Span,
}

/// What a unit of a redline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The title, and what stands under it before the first section and the first clause.
    Title,
    /// An annex.
    Annex,
    /// A section.
    Section,
    /// A clause.
    Clause,
}

/// How much something changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Not at all.
    #[default]
    Unchanged,
    /// It was only typed in another way: spaces, quotation marks, dashes, markers of items.
    Cosmetic,
    /// In substance: words, digits, commas, capital letters.
    Substantive,
}

impl Redline {
    /// Whether nothing changed at all: no word, no number, no place.
    pub fn is_empty(&self) -> bool {
        self.entries
            .iter()
            .all(|entry| entry.fate == Fate::Kept && entry.weight == Weight::Unchanged)
    }
}

impl Side {
    /// A unit as its text has it.
    pub(super) fn of(place: usize, unit: &Unit<'_>, heading: Option<&str>) -> Self {
        let numeral = unit.numeral;
        Self {
            place,
            rank: Rank::of(unit.kind),
            depth: match unit.kind {
                UnitKind::Title | UnitKind::Annex(_) => 0,
                UnitKind::Section(_) | UnitKind::Unnumbered(_) => 1,
                UnitKind::Clause(number) => number.depth(),
            },
            address: unit.address(),
            number: numeral.map(|numeral| numeral.typed.clone()),
            glued: numeral.is_some_and(|numeral| numeral.glued),
            name: unit.name.map(str::to_owned),
            heading: heading.map(str::to_owned),
            span: unit.span,
        }
    }
}

impl Rank {
    fn of(kind: UnitKind<'_>) -> Self {
        match kind {
            UnitKind::Title => Self::Title,
            UnitKind::Annex(_) => Self::Annex,
            UnitKind::Section(_) | UnitKind::Unnumbered(_) => Self::Section,
            UnitKind::Clause(_) => Self::Clause,
        }
    }
}
