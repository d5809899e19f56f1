use serde::Serialize;

use super::edition::EditionFacts;
use super::page::Surroundings;
use crate::lang::Language;
use crate::model::{Edition, Policy};
use crate::site::{ChangesForm, Counts, Pair};

/// An edition in the history of its policy.
#[derive(Debug, Serialize)]
pub(super) struct PastEdition {
    #[serde(flatten)]
    facts: EditionFacts,
    /// What changed since the edition before, then since those that the policy asks for besides.
    changes: Vec<ChangesFacts>,
}

/// What changed since an earlier edition.
#[derive(Debug, Serialize)]
struct ChangesFacts {
    /// The number of the earlier edition.
    since: String,
    href: String,
    changed: usize,
    added: usize,
    removed: usize,
    moved: usize,
    /// The same as a comparative table, and in all languages; for the edition before alone.
    table_href: Option<String>,
    parallel_href: Option<String>,
}

impl Surroundings<'_> {
    pub(super) fn past_edition(
        &self,
        policy: &Policy,
        edition: &Edition,
        language: &Language,
        pairs: &[Pair<'_>],
        counts: &Counts,
    ) -> PastEdition {
        let lang = &language.lang;
        let own = pairs
            .iter()
            .filter(|pair| pair.to.number == edition.number && pair.is_in(lang));
        PastEdition {
            facts: self.edition_facts(policy, edition, language),
            changes: own
                .map(|pair| self.changes_facts(policy, pair, language, counts))
                .collect(),
        }
    }

    fn changes_facts(
        &self,
        policy: &Policy,
        pair: &Pair<'_>,
        language: &Language,
        counts: &Counts,
    ) -> ChangesFacts {
        let count = counts.get(policy, pair, &language.lang).unwrap_or_default();
        let path = format!("{}/{}", language.lang, pair.path(policy));
        let form = |form: ChangesForm<'_>| {
            let href = self.link(&format!("{path}{}", form.folder()));
            pair.neighbours.then_some(href)
        };
        ChangesFacts {
            since: pair.from.number.clone(),
            href: self.link(&path),
            changed: count.changed,
            added: count.added,
            removed: count.removed,
            moved: count.moved,
            table_href: form(ChangesForm::Table),
            parallel_href: form(ChangesForm::Parallel),
        }
    }
}
