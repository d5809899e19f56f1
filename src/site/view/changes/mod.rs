//! The pages that show what changed between two editions.

mod block;
mod comparative;
mod entry;
mod head;
mod names;
mod parallel;
mod prose;
mod stretch;
mod summary;
mod table;

use serde::Serialize;

pub(super) use comparative::ComparativeView;
use entry::Mark;
use head::Head;
use names::Names;
pub(super) use parallel::ParallelView;
use stretch::{Quiet, Stretch, stretches};
use summary::{SummaryView, summary};

use super::page::Surroundings;
use crate::model::{Lang, Policy};
use crate::site::{ChangesForm, Compared, Pair};

/// The redline of two editions in a language.
#[derive(Debug, Serialize)]
pub struct ChangesView {
    #[serde(flatten)]
    head: Head,
    summary: SummaryView,
    /// The changes in order, to leap to.
    changes: Vec<ChangeLink>,
    stretches: Vec<Stretch>,
}

#[derive(Debug, Serialize)]
struct ChangeLink {
    change: usize,
    name: String,
    /// Whether what is called so left.
    gone: bool,
    marks: Vec<Mark>,
}

impl Surroundings<'_> {
    pub(super) fn changes(
        &self,
        policy: &Policy,
        pair: &Pair<'_>,
        lang: &Lang,
        compared: &Compared,
    ) -> Option<ChangesView> {
        let language = self.languages.get(lang)?;
        let comparison = compared.get(lang)?;
        let names = Names::of(&comparison.redline, &language.words);
        let stretches = stretches(&comparison.redline, &names);
        let links = stretches.iter().filter_map(|stretch| match stretch {
            Stretch::Shown {
                change: Some(change),
                entry,
            } => Some(ChangeLink {
                change: *change,
                name: entry.name.clone(),
                gone: entry.gone,
                marks: entry.marks.clone(),
            }),
            Stretch::Folded {
                change: Some(change),
                first,
                last,
                quiet: Quiet::Renumbered,
                ..
            } => Some(ChangeLink {
                change: *change,
                name: match first == last {
                    true => first.clone(),
                    false => format!("{first} – {last}"),
                },
                gone: false,
                marks: vec![Mark::Renumbered],
            }),
            _ => None,
        });
        Some(ChangesView {
            head: self.changes_head(policy, pair, ChangesForm::Redline, lang)?,
            summary: summary(&comparison.summary, &comparison.redline, &stretches, &names),
            changes: links.collect(),
            stretches,
        })
    }
}
