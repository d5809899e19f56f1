//! The items of each list, and the clauses that stand side by side.

use std::collections::BTreeMap;

use crate::align::UnitKind;
use crate::facts::{Facts, Run, UnitFacts};
use crate::model::Block;

/// An item of a list, or a clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sibling<'u, 't> {
    /// The unit it stands in, or is.
    pub(super) unit: &'u UnitFacts<'t>,
    /// Its first words.
    pub(super) first: &'u Run,
    /// Its last words; `None` where a list, a table or further clauses follow them.
    pub(super) last: Option<&'u Run>,
}

/// The items of each list of a text and the clauses below each section or clause; each list and
/// each run of clauses on its own.
pub(super) fn siblings<'u, 't>(text: &'u Facts<'t>) -> Vec<Vec<Sibling<'u, 't>>> {
    let mut groups = clauses(text);
    let mut place = Vec::new();
    for unit in &text.units {
        let mut lists = Lists {
            unit,
            groups: &mut groups,
        };
        lists.look(unit.unit.blocks, &mut place);
    }
    groups
}

fn clauses<'u, 't>(text: &'u Facts<'t>) -> Vec<Vec<Sibling<'u, 't>>> {
    let mut above = vec![false; text.units.len()];
    for parent in text.units.iter().filter_map(|unit| unit.unit.parent) {
        above[parent] = true;
    }
    let mut groups: BTreeMap<_, Vec<Sibling<'u, 't>>> = BTreeMap::new();
    for (at, unit) in text.units.iter().enumerate() {
        let (UnitKind::Clause(_), Some(first)) = (unit.unit.kind, unit.runs.first()) else {
            continue;
        };
        let is_last = matches!(unit.unit.blocks.last(), Some(Block::Paragraph(_))) && !above[at];
        let key = (unit.unit.division, unit.unit.parent);
        groups.entry(key).or_default().push(Sibling {
            unit,
            first,
            last: unit.runs.last().filter(|_| is_last),
        });
    }
    groups.into_values().collect()
}

/// Looks for lists in the blocks of a unit.
struct Lists<'l, 'u, 't> {
    unit: &'u UnitFacts<'t>,
    groups: &'l mut Vec<Vec<Sibling<'u, 't>>>,
}

impl Lists<'_, '_, '_> {
    fn look(&mut self, blocks: &[Block], place: &mut Vec<u32>) {
        for (at, block) in (0..).zip(blocks) {
            place.push(at);
            match block {
                Block::List(list) => {
                    let items = (0..).zip(&list.items);
                    let group = items.filter_map(|(item, own)| self.item(item, &own.blocks, place));
                    let group = group.collect();
                    self.groups.push(group);
                    for (item, own) in (0..).zip(&list.items) {
                        place.push(item);
                        self.look(&own.blocks, place);
                        place.pop();
                    }
                }
                Block::Table(table) => {
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    for (row_at, row) in (0..).zip(rows) {
                        for (cell_at, cell) in (0..).zip(&row.cells) {
                            place.extend([row_at, cell_at]);
                            self.look(&cell.blocks, place);
                            place.truncate(place.len() - 2);
                        }
                    }
                }
                Block::Form(form) => self.look(&form.blocks, place),
                _ => {}
            }
            place.pop();
        }
    }
}

impl<'u, 't> Lists<'_, 'u, 't> {
    fn item(&self, item: u32, blocks: &[Block], place: &[u32]) -> Option<Sibling<'u, 't>> {
        let run = |block: usize| {
            let block = u32::try_from(block).ok()?;
            // The runs of a unit stand in the order of their places.
            let runs = &self.unit.runs;
            let at = runs.binary_search_by(|run| {
                let place = place.iter().chain([&item, &block]);
                run.place.0.iter().cmp(place)
            });
            runs.get(at.ok()?)
        };
        let is_last = matches!(blocks.last(), Some(Block::Paragraph(_)));
        Some(Sibling {
            unit: self.unit,
            first: run(0)?,
            last: run(blocks.len().checked_sub(1)?).filter(|_| is_last),
        })
    }
}
