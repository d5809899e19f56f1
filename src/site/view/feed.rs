use jiff::civil::Date;
use serde::Serialize;

use super::page::Surroundings;
use crate::model::{Edition, Lang, Policy, plain};

/// The feed of a language (RFC 4287).
#[derive(Debug, Serialize)]
pub struct FeedView {
    lang: String,
    feed: Feed,
}

#[derive(Debug, Serialize)]
struct Feed {
    id: String,
    title: String,
    url: String,
    site_url: String,
    updated: String,
    author: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    title: String,
    url: String,
    updated: String,
    published: Option<String>,
    summary: String,
}

impl Surroundings<'_> {
    pub(super) fn feed(&self, lang: &Lang) -> Option<FeedView> {
        let policies = self.plan.site.policies.iter();
        let editions =
            policies.flat_map(|policy| self.plan.editions(policy).map(move |e| (policy, e)));
        let mut editions: Vec<_> = editions.collect();
        editions.sort_by_key(|(policy, edition)| {
            (
                std::cmp::Reverse(edition.updated),
                policy.slug.as_str(),
                edition.number_order(),
            )
        });
        let updated = editions
            .first()
            .and_then(|(_, edition)| edition.updated)
            .unwrap_or(self.plan.today);
        let entries = editions
            .iter()
            .filter_map(|(policy, edition)| self.feed_entry(lang, policy, edition));
        let url = self.url(&format!("{lang}/feed.xml"));
        let owner = self.plan.site.owner.name.get(lang).cloned();
        Some(FeedView {
            lang: lang.to_string(),
            feed: Feed {
                id: url.clone(),
                title: self.title_in(lang),
                url,
                site_url: self.url(&format!("{lang}/")),
                updated: midnight(updated),
                author: owner.unwrap_or_else(|| self.title_in(lang)),
                entries: entries.collect(),
            },
        })
    }

    fn feed_entry(&self, lang: &Lang, policy: &Policy, edition: &Edition) -> Option<Entry> {
        let text = edition.text(lang)?;
        let language = self.languages.get(lang)?;
        let url = self.url(&format!("{lang}/{}/{}/", policy.slug, edition.number));
        Some(Entry {
            id: url.clone(),
            title: text
                .title
                .as_ref()
                .map(|title| plain(&title.content))
                .unwrap_or_default(),
            url,
            updated: midnight(edition.updated.unwrap_or(self.plan.today)),
            published: edition.order.as_ref().map(|order| midnight(order.date)),
            summary: language.edition_line(edition),
        })
    }
}

/// A day as a moment (RFC 3339), which feeds ask for.
fn midnight(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
