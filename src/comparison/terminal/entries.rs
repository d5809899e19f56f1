use super::blocks::blocks;
use super::ink::Ink;
use super::paper::{Paper, ink};
use crate::align::Fate;
use crate::redline::{Entry, Rank, Redline, Side, Weight};

/// How deep the words of a clause stand.
const INDENT: usize = 4;

/// What became of each unit. Those in which nothing changed are folded, those of which only the
/// number differs are listed.
pub(super) fn entries(redline: &Redline, paper: &mut Paper) {
    let mut rest = redline.entries.as_slice();
    while let Some(first) = rest.first() {
        let kind = Folded::of(first, paper.shows_all());
        let count = match kind {
            Folded::Shown => 1,
            _ => rest
                .iter()
                .take_while(|entry| Folded::of(entry, paper.shows_all()) == kind)
                .count(),
        };
        let (own, after) = rest.split_at(count);
        match kind {
            Folded::Shown => shown(first, paper),
            Folded::Unchanged => unchanged(own, paper),
            Folded::Renumbered => renumbered(own, paper),
        }
        rest = after;
    }
}

/// How an entry is told with those like it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folded {
    Shown,
    Unchanged,
    Renumbered,
}

impl Folded {
    fn of(entry: &Entry, all: bool) -> Self {
        match (entry.fate, entry.weight) {
            _ if all => Self::Shown,
            (_, Weight::Substantive) => Self::Shown,
            (Fate::Kept, _) => Self::Unchanged,
            (Fate::Renumbered, _) => Self::Renumbered,
            _ => Self::Shown,
        }
    }
}

fn unchanged(list: &[Entry], paper: &mut Paper) {
    let (Some(first), Some(last)) = (list.first(), list.last()) else {
        return;
    };
    let names = match list.len() {
        1 => label(first),
        count => format!("{count} from {} to {}", label(first), label(last)),
    };
    paper.words(
        0,
        "",
        &[ink(&format!("… unchanged: {names} …"), Ink::Faint)],
    );
}

fn renumbered(list: &[Entry], paper: &mut Paper) {
    let names: Vec<String> = list.iter().map(label).collect();
    paper.blank();
    let words = [
        ink(&names.join(", "), Ink::Strong),
        ink(": renumbered, same words", Ink::Plain),
    ];
    paper.words(0, "", &words);
    paper.blank();
}

fn shown(entry: &Entry, paper: &mut Paper) {
    paper.blank();
    let head = [
        ink(&label(entry), Ink::Strong),
        ink(&format!(": {}", fate(entry)), Ink::Plain),
    ];
    paper.words(0, "", &head);
    if let Some(heading) = &entry.heading {
        let words = paper.prose(heading);
        paper.words(INDENT, "", &words);
    }
    blocks(&entry.blocks, INDENT, paper);
    paper.blank();
}

/// What became of a unit, in words.
fn fate(entry: &Entry) -> String {
    let both = entry.old.is_some() && entry.new.is_some();
    let kin = |sides: &[&Side]| {
        let names: Vec<String> = sides.iter().map(|side| label_of(side)).collect();
        names.join(" and ")
    };
    let others: Vec<&Side> = entry.kin.iter().collect();
    let fate = match entry.fate {
        Fate::Added => return "added".to_owned(),
        Fate::Removed => return "removed".to_owned(),
        Fate::Split if both => {
            let parts: Vec<&Side> = entry.new.iter().chain(&entry.kin).collect();
            return format!("split into {}", kin(&parts));
        }
        Fate::Split => return format!("split off from {}", kin(&others)),
        Fate::Merged if both => {
            let parts: Vec<&Side> = entry.old.iter().chain(&entry.kin).collect();
            return format!("merged from {}", kin(&parts));
        }
        Fate::Merged => return format!("merged into {}", kin(&others)),
        Fate::Kept => "",
        Fate::Renumbered => "renumbered",
        Fate::Moved => "moved",
    };
    let weight = match (entry.weight, fate) {
        (Weight::Unchanged, "") => "unchanged",
        (Weight::Unchanged, _) => "same words",
        (Weight::Cosmetic, _) if entry.number_is_retyped() => {
            "only typed in another way, its number or the space behind it too"
        }
        (Weight::Cosmetic, _) => "only typed in another way",
        (Weight::Substantive, _) => "changed",
    };
    match fate {
        "" => weight.to_owned(),
        fate => format!("{fate}, {weight}"),
    }
}

/// The numbers of a unit, the old one before the new one where they differ.
pub(super) fn label(entry: &Entry) -> String {
    let (old, new) = (
        entry.old.as_ref().map(label_of),
        entry.new.as_ref().map(label_of),
    );
    match (old, new) {
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        (old, new) => new.or(old).unwrap_or_default(),
    }
}

/// What a unit is called: `5.1`, `section 6`, `annex 1`, `5.1 of annex 1`.
pub(super) fn label_of(side: &Side) -> String {
    let Some(address) = &side.address else {
        return "title".to_owned();
    };
    let rest = address.strip_prefix("annex-");
    let (annex, number) = match rest.map(|rest| rest.split_once('-').unwrap_or((rest, ""))) {
        Some((annex, number)) => (Some(annex), number),
        None => (None, address.as_str()),
    };
    let own = match (side.rank, &side.number, &side.heading) {
        (Rank::Section, None, Some(heading)) => format!("section “{heading}”"),
        (Rank::Section, ..) => format!("section {number}"),
        _ => number.to_owned(),
    };
    match annex {
        Some(annex) if number.is_empty() => format!("annex {annex}"),
        Some(annex) => format!("{own} of annex {annex}"),
        None => own,
    }
}
