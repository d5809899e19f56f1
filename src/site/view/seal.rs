use serde::Serialize;

use super::page::Surroundings;
use crate::lang::Language;
use crate::model::{Edition, Policy};

/// The seal of the edition that a page shows.
#[derive(Debug, Serialize)]
pub(super) struct SealFacts {
    digest: String,
    /// As many of its digits as people read.
    short: String,
    /// The facts of the edition for other systems, if the site has them.
    data_href: Option<String>,
}

impl Surroundings<'_> {
    /// The seal of an edition, for a page in a language; `None` when the edition is not sealed.
    pub(super) fn seal(
        &self,
        policy: &Policy,
        edition: &Edition,
        language: &Language,
    ) -> Option<SealFacts> {
        let seal = edition.seal.as_ref()?;
        let (lang, slug, number) = (&language.lang, &policy.slug, &edition.number);
        Some(SealFacts {
            digest: seal.latest().to_string(),
            short: seal.latest().short(),
            data_href: (self.plan.site.extras.data)
                .then(|| self.link(&format!("{lang}/{slug}/{number}/edition.json"))),
        })
    }
}
