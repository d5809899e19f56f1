use serde::Serialize;

use super::contents::{TocEntry, contents};
use super::description::description;
use super::page::{About, PageView, Surroundings};
use super::seal::SealFacts;
use crate::model::{Edition, Policy, Text, plain};

/// A policy, without its text, which its pages share.
#[derive(Debug, Serialize)]
pub struct PolicyView {
    #[serde(flatten)]
    page: PageView,
    policy: PolicyFacts,
    toc: Vec<TocEntry>,
}

#[derive(Debug, Serialize)]
struct PolicyFacts {
    slug: String,
    edition: String,
    title: String,
    permalink_href: String,
    permalink_url: String,
    current_href: String,
    is_current: bool,
    seal: Option<SealFacts>,
}

impl Surroundings<'_> {
    pub(super) fn policy(
        &self,
        kind: &'static str,
        policy: &Policy,
        edition: &Edition,
        text: &Text,
    ) -> Option<PolicyView> {
        let lang = &text.lang;
        let title = text
            .title
            .as_ref()
            .map(|title| plain(&title.content))
            .unwrap_or_default();
        let language = self.languages.get(lang)?;
        let current = format!("{}/", policy.slug);
        let own = format!("{}/{}/", policy.slug, edition.number);
        let path = match kind {
            "edition" => &own,
            _ => &current,
        };
        let page_title = match kind {
            "edition" => format!("{title} — {}", language.edition_line(edition)),
            _ => format!("{title} — {}", self.title_in(lang)),
        };
        let page = self.page(About {
            kind,
            lang,
            title: page_title,
            description: description(text),
            path,
        })?;
        let current_edition = policy.on(self.plan.today);
        let permalink = format!("{lang}/{own}");
        let facts = PolicyFacts {
            slug: policy.slug.clone(),
            edition: edition.number.clone(),
            title,
            permalink_href: self.link(&permalink),
            permalink_url: self.url(&permalink),
            current_href: self.link(&format!("{lang}/{current}")),
            is_current: current_edition.is_some_and(|current| current.number == edition.number),
            seal: self.seal(policy, edition, language),
        };
        Some(PolicyView {
            page,
            policy: facts,
            toc: contents(text),
        })
    }
}
