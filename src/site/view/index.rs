use serde::Serialize;

use super::description::description;
use super::page::{About, PageView, Surroundings};
use crate::model::{Lang, Policy, plain};

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
    edition: String,
    edition_href: String,
    edition_line: String,
    updated_line: Option<String>,
    description: String,
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
            description: titles.join(". "),
            path: "",
        })?;
        Some(IndexView { page, policies })
    }

    fn entry(&self, lang: &Lang, policy: &Policy) -> Option<Entry> {
        let edition = policy.on(self.plan.today)?;
        let text = edition.text(lang)?;
        let language = self.languages.get(lang)?;
        let path = format!("{lang}/{}/", policy.slug);
        Some(Entry {
            slug: policy.slug.clone(),
            title: text
                .title
                .as_ref()
                .map(|title| plain(&title.content))
                .unwrap_or_default(),
            href: self.link(&path),
            edition: edition.number.clone(),
            edition_href: self.link(&format!("{path}{}/", edition.number)),
            edition_line: language.edition_line(edition),
            updated_line: language.updated_line(edition),
            description: description(text),
        })
    }
}
