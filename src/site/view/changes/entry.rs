use serde::Serialize;

use super::block::{BlockView, Whole, blocks};
use super::names::{Named, Names, old_anchor};
use super::prose::{ProseView, Shown, moves, prose};
use crate::align::Fate;
use crate::redline::{Entry, Rank, Side, Stands, Weight};
use crate::site::html::plain_html;

/// A unit of both texts or of one of them.
#[derive(Debug, Serialize)]
pub(super) struct EntryView {
    /// Its anchor: its address in the new text; of one that left, that of its place.
    anchor: Option<String>,
    rank: &'static str,
    /// How deep it stands: 1 for a section, the parts of its number for a clause.
    depth: usize,
    /// What became of it, most telling first.
    pub(super) marks: Vec<Mark>,
    pub(super) number: Option<String>,
    glued: bool,
    /// Its number with the space behind it, where only its typing differs.
    typing: Option<Box<Typing>>,
    /// Whether only one of the texts has its number.
    number_stands: Option<Whole>,
    /// Whether it left.
    pub(super) gone: bool,
    /// What it is called in the list of changes.
    pub(super) name: String,
    /// What it was called, where that was something else.
    former: Option<Named>,
    /// The other units of a split or a merger.
    kin: Vec<Named>,
    whole: Option<Whole>,
    heading: Option<ProseView>,
    blocks: Vec<BlockView>,
}

/// What became of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mark {
    /// It came.
    Added,
    /// It left.
    Removed,
    /// Its words changed.
    Changed,
    /// Its words were only typed in another way.
    Cosmetic,
    /// It became several.
    Split,
    /// It was split off.
    SplitFrom,
    /// It took others in.
    Merged,
    /// It was taken in.
    MergedInto,
    /// It stands elsewhere.
    Moved,
    /// Only its number differs.
    Renumbered,
}

/// How a number was typed and is typed now.
#[derive(Debug, Serialize)]
struct Typing {
    old: String,
    new: String,
}

impl Typing {
    fn of(entry: &Entry) -> Option<Box<Self>> {
        let (old, new) = (entry.old.as_ref()?, entry.new.as_ref()?);
        let typed = |side: &Side| {
            let space = if side.glued { "" } else { " " };
            let number = side.number.as_deref().unwrap_or_default();
            plain_html(&format!("{number}{space}"))
        };
        let typing = || Self {
            old: typed(old),
            new: typed(new),
        };
        entry.number_is_retyped().then(|| Box::new(typing()))
    }
}

/// What became of a unit, most telling first; nothing for one that is as it was.
pub(super) fn marks(entry: &Entry) -> Vec<Mark> {
    let fate = match (entry.fate, &entry.old, &entry.new) {
        (Fate::Kept, ..) => None,
        (Fate::Added, ..) => Some(Mark::Added),
        (Fate::Removed, ..) => Some(Mark::Removed),
        (Fate::Renumbered, ..) => Some(Mark::Renumbered),
        (Fate::Moved, ..) => Some(Mark::Moved),
        (Fate::Split, Some(_), Some(_)) => Some(Mark::Split),
        (Fate::Split, ..) => Some(Mark::SplitFrom),
        (Fate::Merged, Some(_), Some(_)) => Some(Mark::Merged),
        (Fate::Merged, ..) => Some(Mark::MergedInto),
    };
    let alone = entry.old.is_none() || entry.new.is_none();
    let words = match entry.weight {
        _ if alone => None,
        // The parts of a split or a merger are marked in its words, whether they changed or went.
        Weight::Substantive if matches!(entry.fate, Fate::Split | Fate::Merged) => None,
        Weight::Substantive => Some(Mark::Changed),
        Weight::Cosmetic => Some(Mark::Cosmetic),
        Weight::Unchanged => None,
    };
    let mut marks: Vec<Mark> = words.into_iter().chain(fate).collect();
    marks.sort_unstable();
    marks
}

/// Whether a unit was numbered anew. Of an annex only its place among the annexes tells.
fn is_another_number(old: &Side, new: &Side) -> bool {
    match old.rank {
        Rank::Annex => old.address != new.address,
        _ => old.number != new.number && old.address != new.address,
    }
}

/// The view of a unit.
pub(super) fn entry(entry: &Entry, names: &Names<'_>) -> Option<EntryView> {
    let (old, new) = (entry.old.as_ref(), entry.new.as_ref());
    let side = new.or(old)?;
    let stands = match (old, new) {
        (Some(_), None) => Stands::InOld,
        (None, Some(_)) => Stands::InNew,
        _ => Stands::InBoth,
    };
    // Of a unit that was split off or taken in, the words say themselves where they were moved.
    let family = matches!(entry.fate, Fate::Split | Fate::Merged);
    let whole = match family && moves(&entry.blocks) {
        true => None,
        false => Whole::of(stands, &entry.blocks, Shown::Marked),
    };
    let shown = Shown::Marked.inside(whole);
    let former = old.filter(|old| new.is_some_and(|new| is_another_number(old, new)));
    // The kin of what stands in both texts is of the text where it is in parts.
    let kin_is_new = match (old, new) {
        (Some(_), Some(_)) => entry.fate == Fate::Split,
        (old, _) => old.is_some(),
    };
    let kin = entry.kin.iter().map(|side| match kin_is_new {
        true => names.of_new(side),
        false => names.of_old(side),
    });
    Some(EntryView {
        anchor: match new {
            Some(new) => new.address.clone(),
            None => old_anchor(side),
        },
        rank: match side.rank {
            Rank::Title => "unit-title",
            Rank::Annex => "unit-annex",
            Rank::Section => "unit-section",
            Rank::Clause => "unit-clause",
        },
        depth: side.depth,
        marks: marks(entry),
        number: side.number.clone(),
        glued: side.glued,
        typing: Typing::of(entry).filter(|_| former.is_none()),
        number_stands: match (old, new) {
            (Some(_), None) => Some(Whole::Deleted),
            (old, _) => (old.is_none() || former.is_some()).then_some(Whole::Inserted),
        },
        gone: new.is_none(),
        name: names.name(side),
        former: former.map(|old| names.former(old, side)),
        kin: kin.collect(),
        whole,
        heading: entry.heading.as_ref().map(|words| prose(words, shown)),
        blocks: blocks(&entry.blocks, shown),
    })
}
