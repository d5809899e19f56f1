use super::line::Line;
use crate::align::{Bag, Vocabulary};
use crate::facts::{Facts, UnitFacts};
use crate::model::Block;

/// A unit as it is compared: all that decides what its redline is. It has an order, so that of two
/// texts one can be told to be the first, whichever of them is the old one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Prepared<'f> {
    address: Option<String>,
    parent: Option<usize>,
    name: Option<&'f str>,
    number: Option<&'f str>,
    glued: bool,
    pub(super) heading: Option<Line<'f>>,
    pub(super) blocks: Vec<Node<'f>>,
}

/// A block with its words. Empty paragraphs are left out.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node<'f> {
    Paragraph(Line<'f>),
    Subheading(u8, Line<'f>),
    List(Vec<Entry<'f>>),
    Table(Vec<Cells<'f>>),
    Form(Vec<Node<'f>>),
    Ends(Line<'f>, Line<'f>),
    Code(Option<&'f str>, &'f str),
}

/// The cells of a row, each with its blocks.
pub(super) type Cells<'f> = Vec<Vec<Node<'f>>>;

/// An item of a list.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry<'f> {
    pub(super) marker: Option<&'f str>,
    pub(super) blocks: Vec<Node<'f>>,
}

/// The units of a text as they are compared.
pub(super) fn prepare<'f>(facts: &'f Facts<'_>) -> Vec<Prepared<'f>> {
    facts.units.iter().map(unit).collect()
}

fn unit<'f>(own: &'f UnitFacts<'_>) -> Prepared<'f> {
    let unit = &own.unit;
    let mut lines = (0..own.runs.len()).filter_map(|at| Line::of(own, at));
    let heading = unit.heading.and_then(|_| lines.next());
    Prepared {
        address: unit.address(),
        parent: unit.parent,
        name: unit.name,
        number: unit.numeral.map(|numeral| numeral.typed.as_str()),
        glued: unit.numeral.is_some_and(|numeral| numeral.glued),
        heading,
        blocks: nodes(unit.blocks, &mut lines),
    }
}

/// The blocks with their words; `lines` gives these in the same order (see [`crate::facts::runs`]).
fn nodes<'f>(blocks: &'f [Block], lines: &mut dyn Iterator<Item = Line<'f>>) -> Vec<Node<'f>> {
    let mut list = Vec::new();
    for block in blocks {
        let node = match block {
            Block::Paragraph(_) => lines
                .next()
                .filter(|own| !own.text.is_empty())
                .map(Node::Paragraph),
            Block::Subheading(own) => lines.next().map(|words| Node::Subheading(own.level, words)),
            Block::Ends(_) => match (lines.next(), lines.next()) {
                (Some(left), Some(right)) => Some(Node::Ends(left, right)),
                _ => None,
            },
            Block::List(own) => {
                let items = own.items.iter().map(|item| Entry {
                    marker: item.marker.as_deref(),
                    blocks: nodes(&item.blocks, lines),
                });
                Some(Node::List(items.collect()))
            }
            Block::Table(own) => {
                let rows = std::iter::once(&own.head).chain(&own.rows);
                let rows = rows.map(|row| {
                    let cells = row.cells.iter();
                    cells.map(|cell| nodes(&cell.blocks, lines)).collect()
                });
                Some(Node::Table(rows.collect()))
            }
            Block::Form(own) => Some(Node::Form(nodes(&own.blocks, lines))),
            Block::Code(own) => Some(Node::Code(own.language.as_deref(), &own.code)),
        };
        list.extend(node);
    }
    list
}

/// The words of some blocks, as they are compared for likeness.
pub(super) fn bag(nodes: &[Node<'_>], vocabulary: &mut Vocabulary) -> Bag {
    let mut words = Vec::new();
    collect(nodes, &mut words);
    vocabulary.bag(words)
}

/// The words of some blocks, folded.
pub(super) fn collect<'f>(nodes: &[Node<'f>], words: &mut Vec<&'f str>) {
    for node in nodes {
        match node {
            Node::Paragraph(line) | Node::Subheading(_, line) => words.extend(line.words()),
            Node::List(items) => {
                for item in items {
                    collect(&item.blocks, words);
                }
            }
            Node::Table(rows) => {
                for cell in rows.iter().flatten() {
                    collect(cell, words);
                }
            }
            Node::Form(blocks) => collect(blocks, words),
            Node::Ends(left, right) => words.extend(left.words().chain(right.words())),
            Node::Code(_, code) => words.extend(code.split_whitespace()),
        }
    }
}

impl<'f> Prepared<'f> {
    /// The words of its heading, folded.
    pub(super) fn heading_words(&self) -> Vec<&'f str> {
        self.heading.iter().flat_map(Line::words).collect()
    }
}
