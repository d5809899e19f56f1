use serde::Serialize;

use super::names::{Named, Names};
use super::stretch::{Quiet, Stretch};
use crate::redline::{FactChange, Redline, Summary};

/// What changed, in numbers, and the values that left and came.
#[derive(Debug, Serialize)]
pub(super) struct SummaryView {
    counts: Vec<Count>,
    facts: Vec<FactView>,
}

/// How many units something became of.
#[derive(Debug, Serialize)]
struct Count {
    what: &'static str,
    count: usize,
}

/// A value that left, one that came, or one in the place of another.
#[derive(Debug, Serialize)]
struct FactView {
    clause: Named,
    /// Some words before it.
    before: String,
    old: Option<String>,
    new: Option<String>,
}

/// The view of a summary. Nothing is told of what there is none of.
pub(super) fn summary(
    summary: &Summary,
    redline: &Redline,
    stretches: &[Stretch],
    names: &Names<'_>,
) -> SummaryView {
    // As many as are folded away as unchanged, so that the numbers agree on the page.
    let unchanged = stretches.iter().map(|stretch| match stretch {
        Stretch::Folded {
            quiet: Quiet::Unchanged,
            count,
            ..
        } => *count,
        _ => 0,
    });
    let counts = [
        ("changed", summary.changed),
        ("added", summary.added),
        ("removed", summary.removed),
        ("moved", summary.moved),
        ("split", summary.split),
        ("merged", summary.merged),
        ("renumbered", summary.renumbered),
        ("cosmetic", summary.cosmetic),
        ("unchanged", unchanged.sum()),
    ];
    let facts = summary.facts.iter();
    SummaryView {
        counts: counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(what, count)| Count { what, count })
            .collect(),
        facts: facts
            .filter_map(|change| fact(change, redline, names))
            .collect(),
    }
}

fn fact(change: &FactChange, redline: &Redline, names: &Names<'_>) -> Option<FactView> {
    let entry = redline.entries.get(change.entry)?;
    let clause = match &entry.new {
        Some(new) => names.of_new(new),
        None => names.of_old(entry.old.as_ref()?),
    };
    let stated = change.new.as_ref().or(change.old.as_ref())?;
    Some(FactView {
        clause,
        before: stated.before.clone(),
        old: change.old.as_ref().map(|stated| stated.words.clone()),
        new: change.new.as_ref().map(|stated| stated.words.clone()),
    })
}
