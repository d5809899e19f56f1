use super::gather::joined;
use super::{Change, Extent, What};
use crate::redline::{Redline, Weight};

/// A comparative table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its rows, in the order of the new text; what left stands where it stood.
    pub rows: Vec<Row>,
    /// How many clauses are left out that were only typed in another way in some language.
    pub cosmetic: usize,
    /// How many clauses are left out in which nothing changed.
    pub unchanged: usize,
}

/// A row of a comparative table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: usize,
    /// What became of the clause in each language, in the order of the redlines; `None` in a
    /// language that has no such clause in either text.
    pub changes: Vec<Option<Change>>,
}

impl Table {
    /// The comparative table of the redlines of one language or of several, all of the same two
    /// editions.
    pub fn of(redlines: &[&Redline], extent: Extent) -> Self {
        let mut table = Self::default();
        for changes in joined(redlines, extent) {
            let told = |change: &Change| change.what != What::Unchanged;
            if changes.iter().flatten().any(told) {
                table.push(changes);
            } else if typed_otherwise(redlines, &changes) {
                table.cosmetic += 1;
            } else {
                table.unchanged += 1;
            }
        }
        for (row, number) in table.rows.iter_mut().zip(1..) {
            row.number = number;
        }
        table
    }

    /// Adds a row. One of a clause of which only the number differs is joined to one before it.
    fn push(&mut self, mut changes: Vec<Option<Change>>) {
        if !renumbered(&changes) {
            self.rows.push(Row { number: 0, changes });
            return;
        }
        for change in changes.iter_mut().flatten() {
            let passages = change.old.iter_mut().chain(&mut change.new);
            passages.for_each(|passage| passage.lines.clear());
        }
        match self.rows.last_mut() {
            Some(last) if renumbered(&last.changes) => {
                let pairs = last.changes.iter_mut().zip(changes);
                for (own, more) in pairs.filter_map(|(own, more)| Some((own.as_mut()?, more?))) {
                    own.entries.extend(more.entries);
                    own.old.extend(more.old);
                    own.new.extend(more.new);
                }
            }
            _ => self.rows.push(Row { number: 0, changes }),
        }
    }
}

/// Whether only the number differs, in all languages.
fn renumbered(changes: &[Option<Change>]) -> bool {
    let only = |change: &Option<Change>| change.as_ref().is_some_and(Change::is_renumbered_only);
    !changes.is_empty() && changes.iter().all(only)
}

/// Whether a clause was typed in another way in some language.
fn typed_otherwise(redlines: &[&Redline], changes: &[Option<Change>]) -> bool {
    redlines.iter().zip(changes).any(|(redline, change)| {
        let entries = change.iter().flat_map(|change| &change.entries);
        let mut entries = entries.filter_map(|&at| redline.entries.get(at));
        entries.any(|entry| entry.weight == Weight::Cosmetic)
    })
}
