use serde::Serialize;

use super::description::{description, shorten};
use super::edition::{EditionFacts, NamedEdition};
use super::page::{About, PageView, Surroundings};
use super::searching::Searching;
use crate::model::{Lang, Policy};

/// The index of policies.
#[derive(Debug, Serialize)]
pub struct IndexView {
    #[serde(flatten)]
    page: PageView,
    policies: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    slug: String,
    title: String,
    href: String,
    edition: EditionFacts,
    updated_line: Option<String>,
    description: String,
    upcoming: Vec<NamedEdition>,
    /// The page of all editions, when there is more than one.
    history_href: Option<String>,
}

impl Surroundings<'_> {
    pub(super) fn index(&self, lang: &Lang) -> Option<IndexView> {
        let policies = self.plan.site.policies.iter();
        let policies: Vec<Entry> = policies
            .filter_map(|policy| self.entry(lang, policy))
            .collect();
        let titles: Vec<&str> = policies.iter().map(|entry| entry.title.as_str()).collect();
        let owner = self.plan.site.owner.name.get(lang);
        let section = self.title_in(lang);
        let title = [Some(&section), owner].into_iter().flatten();
        let page = self.page(About {
            kind: "index",
            lang,
            title: title.cloned().collect::<Vec<_>>().join(" — "),
            description: shorten(&titles.join(". ")),
            path: "",
            beside: None,
            searching: Searching::default(),
            feed: None,
            data: None,
        })?;
        Some(IndexView { page, policies })
    }

    fn entry(&self, lang: &Lang, policy: &Policy) -> Option<Entry> {
        let edition = policy.on(self.plan.today)?;
        let text = edition.text(lang)?;
        let language = self.languages.get(lang)?;
        let path = format!("{lang}/{}/", policy.slug);
        let several = self.plan.site.extras.history && self.plan.editions(policy).count() > 1;
        Some(Entry {
            slug: policy.slug.clone(),
            title: self.policy_title(policy, lang)?,
            href: self.link(&path),
            edition: self.edition_facts(policy, edition, language),
            updated_line: language.updated_line(edition),
            description: description(text),
            upcoming: self.upcoming(policy, edition, language),
            history_href: several.then(|| self.link(&format!("{path}history/"))),
        })
    }
}
