use super::{Annex, Block, Clause, ClauseNumber, Inline, Lang, Name, Numeral, Outline};
use crate::source::{FileId, Span};

/// The text of one edition in one language.
#[derive(Clone, Debug)]
pub struct Text {
    /// The file it was read from.
    pub file: FileId,
    /// The language it is in.
    pub lang: Lang,
    /// The title; `None` in a faulty text.
    pub title: Option<Heading>,
    /// All that stands under the title.
    pub main: Division,
    /// The annexes, in order.
    pub annexes: Vec<Annex>,
    /// What is known of the rest where it was set aside: then there is nothing under the title and the
    /// headings.
    pub aside: Option<Outline>,
}

/// What stands under a title: the policy itself, or one annex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// What stands before the first section and the first clause.
    pub blocks: Vec<Block>,
    /// The clauses that stand before the first section.
    pub clauses: Vec<Clause>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// A section: a heading and what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: Heading,
    /// What stands before its first clause.
    pub blocks: Vec<Block>,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// The heading of a text, a section or an annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its number, if it has one.
    pub numeral: Option<Numeral>,
    /// Its stable name, if it has one.
    pub name: Option<Name>,
    /// Its words, without number and name.
    pub content: Vec<Inline>,
    /// Where its line was read.
    pub span: Span,
}

impl Text {
    /// The main part and the annexes, in order; each with its place, 0 for the main part and from
    /// 1 for the annexes.
    pub fn divisions(&self) -> impl Iterator<Item = (usize, &Division)> {
        let annexes = self.annexes.iter().map(|annex| &annex.division);
        std::iter::once(&self.main).chain(annexes).enumerate()
    }
}

impl Division {
    /// All clauses of any depth, in the order of the text.
    pub fn walk_clauses(&self) -> impl Iterator<Item = &Clause> {
        let below = self.sections.iter().flat_map(|section| &section.clauses);
        self.clauses.iter().chain(below).flat_map(descend)
    }
}

/// What [`Division::walk_blocks`] calls with each block and the number of the clause or section it
/// stands in.
type Visit<'v> = &'v mut dyn FnMut(Option<&ClauseNumber>, &Block);

impl Division {
    /// Visits all blocks in the order of the text, also those inside lists, cells and forms.
    pub fn walk_blocks(&self, visit: Visit<'_>) {
        walk(None, &self.blocks, visit);
        for clause in self.clauses.iter().flat_map(descend) {
            walk_clause(clause, visit);
        }
        for section in &self.sections {
            let number = section.heading.numeral.as_ref();
            walk(number.map(|number| &number.value), &section.blocks, visit);
            for clause in section.clauses.iter().flat_map(descend) {
                walk_clause(clause, visit);
            }
        }
    }
}

fn walk_clause(clause: &Clause, visit: Visit<'_>) {
    walk(Some(&clause.numeral.value), &clause.blocks, visit);
}

fn walk(clause: Option<&ClauseNumber>, blocks: &[Block], visit: Visit<'_>) {
    for block in blocks {
        visit(clause, block);
        match block {
            Block::List(list) => {
                for item in &list.items {
                    walk(clause, &item.blocks, visit);
                }
            }
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                for cell in rows.flat_map(|row| &row.cells) {
                    walk(clause, &cell.blocks, visit);
                }
            }
            Block::Form(form) => walk(clause, &form.blocks, visit),
            _ => {}
        }
    }
}

fn descend(clause: &Clause) -> Box<dyn Iterator<Item = &Clause> + '_> {
    let below = clause.clauses.iter().flat_map(descend);
    Box::new(std::iter::once(clause).chain(below))
}
