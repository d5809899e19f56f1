use std::cmp::Ordering;

use crate::align::{Bag, Vocabulary};
use crate::facts::{Facts, Mark, Run, UnitFacts};
use crate::lang::WordList;
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

/// The words of a paragraph, an item, a cell or a heading, and where the links among them lead.
pub(super) struct Line<'f> {
    pub(super) text: &'f str,
    pub(super) links: Vec<(usize, usize, &'f str)>,
    words: &'f WordList,
}

impl Line<'_> {
    fn key(&self) -> (&str, &[(usize, usize, &str)]) {
        (self.text, &self.links)
    }
}

impl PartialEq for Line<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Line<'_> {}

impl PartialOrd for Line<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Line<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl<'f> Line<'f> {
    fn of(run: &'f Run) -> Self {
        let links = run.marks.iter().filter_map(|(range, mark)| match mark {
            Mark::Link(target) => Some((range.start, range.end, target.as_str())),
            _ => None,
        });
        Self {
            text: &run.text,
            links: links.collect(),
            words: &run.words,
        }
    }

    fn words(&self) -> impl Iterator<Item = &'f str> {
        self.words.iter().map(|(_, folded)| folded)
    }
}

/// The units of a text as they are compared.
pub(super) fn prepare<'f>(facts: &'f Facts<'_>) -> Vec<Prepared<'f>> {
    facts.units.iter().map(unit).collect()
}

fn unit<'f>(own: &'f UnitFacts<'_>) -> Prepared<'f> {
    let unit = &own.unit;
    let mut runs = own.runs.iter();
    let heading = unit.heading.and_then(|_| runs.next()).map(Line::of);
    Prepared {
        address: unit.address(),
        parent: unit.parent,
        name: unit.name,
        number: unit.numeral.map(|numeral| numeral.typed.as_str()),
        glued: unit.numeral.is_some_and(|numeral| numeral.glued),
        heading,
        blocks: nodes(unit.blocks, &mut runs),
    }
}

fn line<'f>(runs: &mut std::slice::Iter<'f, Run>) -> Option<Line<'f>> {
    runs.next().map(Line::of)
}

/// The blocks with their words; `runs` gives these in the same order (see [`crate::facts::runs`]).
fn nodes<'f>(blocks: &'f [Block], runs: &mut std::slice::Iter<'f, Run>) -> Vec<Node<'f>> {
    let mut list = Vec::new();
    for block in blocks {
        let node = match block {
            Block::Paragraph(_) => line(runs)
                .filter(|own| !own.text.is_empty())
                .map(Node::Paragraph),
            Block::Subheading(own) => line(runs).map(|words| Node::Subheading(own.level, words)),
            Block::Ends(_) => match (line(runs), line(runs)) {
                (Some(left), Some(right)) => Some(Node::Ends(left, right)),
                _ => None,
            },
            Block::List(own) => {
                let items = own.items.iter().map(|item| Entry {
                    marker: item.marker.as_deref(),
                    blocks: nodes(&item.blocks, runs),
                });
                Some(Node::List(items.collect()))
            }
            Block::Table(own) => {
                let rows = std::iter::once(&own.head).chain(&own.rows);
                let rows = rows.map(|row| {
                    let cells = row.cells.iter();
                    cells.map(|cell| nodes(&cell.blocks, runs)).collect()
                });
                Some(Node::Table(rows.collect()))
            }
            Block::Form(own) => Some(Node::Form(nodes(&own.blocks, runs))),
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
