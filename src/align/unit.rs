use std::fmt;

use crate::model::{Block, Clause, ClauseNumber, Heading, Numeral, Section, Text};
use crate::source::Span;

/// A part of a text that has to have a counterpart: the title, an annex, a section or a clause,
/// each with its own words, without those of the units below.
#[derive(Clone, Debug)]
pub struct Unit<'t> {
    /// What it is.
    pub kind: UnitKind<'t>,
    /// The division it stands in: 0 for the main part, then the annexes.
    pub division: usize,
    /// Its stable name.
    pub name: Option<&'t str>,
    /// Its number or heading in the file.
    pub span: Span,
    /// The unit it stands in, by its place among the units of the text.
    pub parent: Option<usize>,
    /// Its number as typed; a title and most annexes have none.
    pub numeral: Option<&'t Numeral>,
    /// Its heading; a clause has none.
    pub heading: Option<&'t Heading>,
    /// The blocks that stand in it directly.
    pub blocks: &'t [Block],
}

impl Unit<'_> {
    /// Its address on the page: `5.1.2`, `6`, `annex-1`, `annex-1-1.1`; `None` for the title, whose
    /// address is that of the page.
    pub fn address(&self) -> Option<String> {
        let mut address = match self.division {
            0 => String::new(),
            annex => format!("annex-{annex}-"),
        };
        match self.kind {
            UnitKind::Title => return None,
            UnitKind::Annex(number) => return Some(format!("annex-{number}")),
            UnitKind::Section(number) | UnitKind::Clause(number) => number.push_to(&mut address),
            UnitKind::Unnumbered(place) => address.push_str(&format!("section-{place}")),
        }
        Some(address)
    }

    /// What it is called in a message: "clause 5.1.2", "annex 1", "clause 1.1 of annex 1".
    pub fn describe(&self) -> String {
        match (self.division, self.kind) {
            (0, kind) | (_, kind @ UnitKind::Annex(_)) => kind.to_string(),
            (annex, kind) => format!("{kind} of annex {annex}"),
        }
    }
}

/// What a [`Unit`] is, and what tells it from its siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind<'t> {
    /// The title, and what stands under it before the first section and the first clause.
    Title,
    /// The annex of that number, which is its place among the annexes.
    Annex(usize),
    /// The section of that number.
    Section(&'t ClauseNumber),
    /// A section without a number, by its place among those of its division, from 1.
    Unnumbered(usize),
    /// The clause of that number.
    Clause(&'t ClauseNumber),
}

impl fmt::Display for UnitKind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => write!(f, "the title"),
            Self::Annex(number) => write!(f, "annex {number}"),
            Self::Section(number) => write!(f, "section {number}"),
            Self::Unnumbered(place) => write!(f, "unnumbered section {place}"),
            Self::Clause(number) => write!(f, "clause {number}"),
        }
    }
}

/// The units of a text in its order.
pub fn units(text: &Text) -> Vec<Unit<'_>> {
    let mut list = List { units: Vec::new() };
    list.push(Unit {
        kind: UnitKind::Title,
        division: 0,
        name: None,
        span: text.title.as_ref().map_or(Span::at(0), |title| title.span),
        parent: None,
        numeral: text.title.as_ref().and_then(|title| title.numeral.as_ref()),
        heading: text.title.as_ref(),
        blocks: &text.main.blocks,
    });
    for (at, division) in text.divisions() {
        let annex = at
            .checked_sub(1)
            .and_then(|i| text.annexes.get(i))
            .map(|annex| {
                let name = annex.heading.name.as_ref().map(|name| name.value.as_str());
                list.push(Unit {
                    kind: UnitKind::Annex(at),
                    division: 0,
                    name,
                    span: annex.span,
                    parent: None,
                    numeral: annex.heading.numeral.as_ref(),
                    heading: Some(&annex.heading),
                    blocks: &division.blocks,
                })
            });
        list.clauses(&division.clauses, at, annex);
        let mut unnumbered = 0;
        for section in &division.sections {
            if section.heading.numeral.is_none() {
                unnumbered += 1;
            }
            let parent = list.section(section, at, annex, unnumbered);
            list.clauses(&section.clauses, at, Some(parent));
        }
    }
    list.units
}

struct List<'t> {
    units: Vec<Unit<'t>>,
}

impl<'t> List<'t> {
    fn push(&mut self, unit: Unit<'t>) -> usize {
        self.units.push(unit);
        self.units.len() - 1
    }

    fn section(
        &mut self,
        section: &'t Section,
        division: usize,
        parent: Option<usize>,
        unnumbered: usize,
    ) -> usize {
        let heading = &section.heading;
        let kind = match &heading.numeral {
            Some(numeral) => UnitKind::Section(&numeral.value),
            None => UnitKind::Unnumbered(unnumbered),
        };
        self.push(Unit {
            kind,
            division,
            name: heading.name.as_ref().map(|name| name.value.as_str()),
            span: heading.span,
            parent,
            numeral: heading.numeral.as_ref(),
            heading: Some(heading),
            blocks: &section.blocks,
        })
    }

    fn clauses(&mut self, clauses: &'t [Clause], division: usize, parent: Option<usize>) {
        for clause in clauses {
            let own = self.push(Unit {
                kind: UnitKind::Clause(&clause.numeral.value),
                division,
                name: clause.name.as_ref().map(|name| name.value.as_str()),
                span: clause.numeral.span,
                parent,
                numeral: Some(&clause.numeral),
                heading: None,
                blocks: &clause.blocks,
            });
            self.clauses(&clause.clauses, division, Some(own));
        }
    }
}
