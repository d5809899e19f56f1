use super::Line;
use super::reading::{Extent, Reading, Text, lines};
use crate::align::Fate;
use crate::redline::{Entry, Side, Weight};

/// What became of a clause in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The entries of the redline that it tells of, by their places: the clause itself first, then
    /// the others of a split or a merger.
    pub entries: Vec<usize>,
    /// What became of it.
    pub what: What,
    /// Whether its words changed in substance.
    pub reworded: bool,
    /// Its old wording: none for a clause that was added, several for one that others were merged
    /// into.
    pub old: Vec<Passage>,
    /// Its new wording: none for a clause that was removed, several for one that was split.
    pub new: Vec<Passage>,
}

/// What became of a clause, as a comparative table tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Nothing; it stands here because it changed in another language.
    Unchanged,
    /// Its words changed where it stands.
    Changed,
    /// It is new.
    Added,
    /// It is no longer there.
    Removed,
    /// Its number is another one; its words may have changed as well.
    Renumbered,
    /// It stands elsewhere; its words may have changed as well.
    Moved,
    /// It became several.
    Split,
    /// Several became one.
    Merged,
}

/// A clause as one of the texts has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its number, heading and address.
    pub side: Side,
    /// Its words. None in a row of clauses of which only the number differs.
    pub lines: Vec<Line>,
}

impl Change {
    /// What became of an entry and the others of its family, all by their places in the redline.
    pub(super) fn of(entries: &[Entry], family: Vec<usize>, extent: Extent) -> Self {
        let reading = |text| Reading { text, extent };
        let all = || family.iter().filter_map(|&at| entries.get(at));
        let first = family.first().and_then(|&at| entries.get(at));
        let reworded = match family.len() {
            1 => first.is_some_and(|entry| entry.weight == Weight::Substantive),
            // Words that went to another part of the family did not change.
            _ => all().any(Entry::is_rephrased),
        };
        Self {
            what: first.map_or(What::Unchanged, |entry| What::of(entry, reworded)),
            reworded,
            old: passages(all(), reading(Text::Old)),
            new: passages(all(), reading(Text::New)),
            entries: family,
        }
    }

    /// Whether only its number differs.
    pub fn is_renumbered_only(&self) -> bool {
        self.what == What::Renumbered && !self.reworded
    }
}

impl What {
    fn of(entry: &Entry, reworded: bool) -> Self {
        match entry.fate {
            Fate::Kept if reworded => Self::Changed,
            Fate::Kept => Self::Unchanged,
            Fate::Renumbered => Self::Renumbered,
            Fate::Moved => Self::Moved,
            Fate::Split => Self::Split,
            Fate::Merged => Self::Merged,
            Fate::Added => Self::Added,
            Fate::Removed => Self::Removed,
        }
    }
}

/// The wordings of some entries in one of the texts, in its order.
fn passages<'e>(entries: impl Iterator<Item = &'e Entry>, reading: Reading) -> Vec<Passage> {
    let passages = entries.filter_map(|entry| {
        let side = match reading.text {
            Text::Old => entry.old.as_ref()?,
            Text::New => entry.new.as_ref()?,
        };
        Some(Passage {
            side: side.clone(),
            lines: lines(entry, reading),
        })
    });
    let mut passages: Vec<Passage> = passages.collect();
    passages.sort_by_key(|passage| passage.side.place);
    passages
}
