//! The reading order of a page of changes: what changed is shown, what did not is folded away with
//! its count, and where a unit stood before it moved there is a word about where it went.

use std::collections::BTreeMap;

use serde::Serialize;

use super::entry::{EntryView, Mark, entry, marks};
use super::names::{Named, Names, old_anchor};
use crate::align::Fate;
use crate::redline::{Entry, Rank, Redline};

/// A part of the page.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Stretch {
    /// A unit that is shown.
    Shown {
        /// Its place among the changes; `None` for the heading of a section that stands there for
        /// what changed below it.
        change: Option<usize>,
        /// The unit.
        entry: EntryView,
    },
    /// Units one after the other that did not change, or did in one and the same quiet way.
    Folded {
        /// The place among the changes of units that were only numbered anew.
        change: Option<usize>,
        /// In which way.
        quiet: Quiet,
        /// How many they are, headings apart.
        count: usize,
        /// The first of them and the last, as they are called.
        first: String,
        last: String,
        /// The units.
        entries: Vec<EntryView>,
    },
    /// A unit stood here.
    Left {
        /// The anchor of the place.
        anchor: Option<String>,
        /// What it was called.
        name: String,
        /// What it is called now, and where.
        now: Named,
    },
}

/// In which way units changed that are folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Quiet {
    /// Not at all.
    Unchanged,
    /// They were only typed in another way.
    Cosmetic,
    /// Only their numbers differ.
    Renumbered,
}

/// The way in which a unit is quiet; `None` for one that is not.
pub(super) fn quiet(entry: &Entry) -> Option<Quiet> {
    match marks(entry).as_slice() {
        [] => Some(Quiet::Unchanged),
        [Mark::Cosmetic] => Some(Quiet::Cosmetic),
        [Mark::Renumbered] | [Mark::Cosmetic, Mark::Renumbered] => Some(Quiet::Renumbered),
        _ => None,
    }
}

/// A redline in its reading order.
pub(super) fn stretches(redline: &Redline, names: &Names<'_>) -> Vec<Stretch> {
    let context = headings_above_changes(&redline.entries);
    let mut left = stubs(&redline.entries);
    let mut list = List::default();
    list.leave(left.remove(&None), names);
    for (at, own) in redline.entries.iter().enumerate() {
        let Some(view) = entry(own, names) else {
            continue;
        };
        match quiet(own).filter(|_| !context[at]) {
            // The page says at its top which policy it is about.
            Some(Quiet::Unchanged) if is_bare_title(own) => {}
            Some(quiet) => list.fold(quiet, view, !own.blocks.is_empty()),
            None => list.show(view),
        }
        list.leave(left.remove(&Some(at)), names);
    }
    list.fold_headings();
    list.stretches
}

fn is_bare_title(entry: &Entry) -> bool {
    let side = entry.new.as_ref();
    entry.blocks.is_empty() && side.is_some_and(|side| side.rank == Rank::Title)
}

/// Whether each unit is a section or an annex that is as it was, with something below it that is
/// not.
fn headings_above_changes(entries: &[Entry]) -> Vec<bool> {
    let mut context = vec![false; entries.len()];
    let (mut annex, mut section) = (None, None);
    for (at, entry) in entries.iter().enumerate() {
        match entry.new.as_ref().or(entry.old.as_ref()).map(|s| s.rank) {
            Some(Rank::Annex) => (annex, section) = (Some(at), None),
            Some(Rank::Section) => section = Some(at),
            _ => {}
        }
        if quiet(entry).is_none() {
            for above in [annex, section].into_iter().flatten() {
                context[above] = true;
            }
        }
    }
    context
}

/// The units that moved, by the place of the entry behind which they stood: the last one before them
/// in the old text that did not move itself, or with what it stands in.
fn stubs(entries: &[Entry]) -> BTreeMap<Option<usize>, Vec<&Entry>> {
    let mut old: Vec<(usize, usize, usize, &Entry)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        old.extend(
            entry
                .old
                .iter()
                .map(|side| (side.place, at, side.depth, entry)),
        );
    }
    old.sort_unstable_by_key(|(place, ..)| *place);
    let mut stubs: BTreeMap<Option<usize>, Vec<&Entry>> = BTreeMap::new();
    let mut behind = None;
    let mut under = None;
    for (_, at, depth, entry) in old {
        if under.is_some_and(|moved| depth <= moved) {
            under = None;
        }
        match (entry.fate, under) {
            (Fate::Moved, _) => {
                under = under.or(Some(depth));
                stubs.entry(behind).or_default().push(entry);
            }
            (_, None) => behind = Some(at),
            _ => {}
        }
    }
    stubs
}

#[derive(Default)]
struct List {
    stretches: Vec<Stretch>,
    changes: usize,
    /// Headings that did not change and belong to what follows them.
    headings: Vec<EntryView>,
}

impl List {
    fn show(&mut self, entry: EntryView) {
        self.fold_headings();
        let change = (!matches!(entry.marks.as_slice(), [] | [Mark::Cosmetic])).then(|| {
            self.changes += 1;
            self.changes
        });
        self.stretches.push(Stretch::Shown { change, entry });
    }

    fn fold(&mut self, own: Quiet, entry: EntryView, holds_words: bool) {
        if own == Quiet::Unchanged && !holds_words {
            self.headings.push(entry);
            return;
        }
        if own == Quiet::Renumbered {
            self.fold_headings();
        }
        let (name, holds) = (entry.name.clone(), usize::from(holds_words));
        let headings = std::mem::take(&mut self.headings).into_iter();
        let own_entries = headings.chain([entry]);
        if let Some(Stretch::Folded {
            quiet,
            count,
            last,
            entries,
            ..
        }) = self.stretches.last_mut()
            && *quiet == own
        {
            *count += holds;
            *last = name;
            entries.extend(own_entries);
            return;
        }
        let change = (own == Quiet::Renumbered).then(|| {
            self.changes += 1;
            self.changes
        });
        self.stretches.push(Stretch::Folded {
            change,
            quiet: own,
            count: holds,
            first: name.clone(),
            last: name,
            entries: own_entries.collect(),
        });
    }

    /// Folds headings away that nothing quiet follows.
    fn fold_headings(&mut self) {
        for heading in std::mem::take(&mut self.headings) {
            self.fold(Quiet::Unchanged, heading, true);
        }
    }

    fn leave(&mut self, moved: Option<Vec<&Entry>>, names: &Names<'_>) {
        let sides = moved.into_iter().flatten();
        let sides = sides.filter_map(|entry| Some((entry.old.as_ref()?, entry.new.as_ref()?)));
        self.stretches.extend(sides.map(|(old, new)| Stretch::Left {
            anchor: old_anchor(old),
            name: names.name(old),
            now: names.of_new(new),
        }));
    }
}
