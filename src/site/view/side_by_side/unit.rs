use serde::{Serialize, Serializer};

use crate::align::{Unit, UnitKind, units};
use crate::lang::Language;
use crate::model::{Edition, Text};
use crate::site::Linking;
use crate::site::html::html;
use crate::site::view::article::Pen;
use crate::site::view::block::{BlockView, blocks, numbered_blocks};

/// A unit of a text, as it stands in a cell: the title, an annex, a section or a clause, without the
/// units below. Pages whose cells it stands in share it.
#[derive(Debug, Serialize)]
pub struct UnitView {
    rank: Rank,
    /// The level of its heading.
    level: u8,
    /// By how much the headings inside it stand lower.
    shift: u8,
    /// The number of a section; that of a clause is carried by its first block.
    number: Option<String>,
    glued: bool,
    heading: Option<String>,
    /// The lines below the title.
    updated_line: Option<String>,
    edition_line: Option<String>,
    blocks: Vec<BlockView>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The title of the text.
    Title,
    /// An annex.
    Annex,
    /// A section.
    Section,
    /// A clause.
    Clause,
}

impl Serialize for Rank {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.word())
    }
}

impl Rank {
    /// What it is called in templates and stylesheets.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Annex => "annex",
            Self::Section => "section",
            Self::Clause => "clause",
        }
    }

    pub(super) fn of(kind: UnitKind<'_>) -> Self {
        match kind {
            UnitKind::Title => Self::Title,
            UnitKind::Annex(_) => Self::Annex,
            UnitKind::Section(_) | UnitKind::Unnumbered(_) => Self::Section,
            UnitKind::Clause(_) => Self::Clause,
        }
    }
}

/// The views of the units of a text, in its order, with its links; `highlight` turns the code of a
/// language into HTML.
pub fn unit_views(
    edition: &Edition,
    text: &Text,
    language: &Language,
    highlight: &dyn Fn(&str, Option<&str>) -> String,
    linking: &Linking<'_>,
) -> Vec<UnitView> {
    let pen = Pen { highlight, linking };
    let units = units(text);
    let views = units.iter().map(|unit| {
        let view = view(unit, pen);
        match unit.kind {
            UnitKind::Title => UnitView {
                updated_line: language.updated_line(edition),
                edition_line: Some(language.edition_line(edition)),
                ..view
            },
            _ => view,
        }
    });
    views.collect()
}

fn view(unit: &Unit<'_>, pen: Pen<'_>) -> UnitView {
    let rank = Rank::of(unit.kind);
    let numbered = unit.numeral.filter(|_| rank == Rank::Clause);
    let number = unit.numeral.filter(|_| rank == Rank::Section);
    // An annex takes the level of a section, so what stands in it stands one lower.
    let shift = u8::from(unit.division > 0 || rank == Rank::Annex);
    UnitView {
        rank,
        level: match rank {
            Rank::Section => 2 + shift,
            _ => 2,
        },
        shift,
        number: number.map(|numeral| numeral.typed.clone()),
        glued: number.is_some_and(|numeral| numeral.glued),
        heading: unit.heading.map(|heading| html(&heading.content)),
        updated_line: None,
        edition_line: None,
        blocks: match numbered {
            Some(numeral) => numbered_blocks(numeral, unit.blocks, pen),
            None => blocks(unit.blocks, pen),
        },
    }
}
