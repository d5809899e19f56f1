use jiff::civil::Date;
use serde::Serialize;

use super::changed::announced;
use super::edition::{EditionFacts, own_path};
use super::page::Surroundings;
use crate::lang::{InterfaceWords, Language};
use crate::model::{Edition, Lang, Policy, plain};

/// A feed (RFC 4287): of a language, or of one policy in a language.
#[derive(Debug, Serialize)]
pub struct FeedView {
    lang: String,
    feed: Feed,
    words: InterfaceWords,
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

/// An approved edition. A corrigendum or a repeal is no entry of its own: it updates the entry of the
/// edition, whose id stays, and feed readers show it again.
#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    title: String,
    url: String,
    updated: String,
    published: Option<String>,
    edition: EditionFacts,
}

/// What a feed is called, where it lies, and the page that says the same.
struct Names<'n> {
    title: String,
    path: &'n str,
    page: &'n str,
}

impl Surroundings<'_> {
    /// The feed of all policies in a language.
    pub(super) fn feed(&self, lang: &Lang) -> Option<FeedView> {
        let policies = self.plan.site.policies.iter();
        let editions = policies.flat_map(|policy| policy.approved().map(move |e| (policy, e)));
        let names = Names {
            title: self.title_in(lang),
            path: &format!("{lang}/feed.xml"),
            page: &format!("{lang}/"),
        };
        self.feed_view(lang, names, editions.collect())
    }

    /// The feed of one policy in a language.
    pub(super) fn feed_of(&self, policy: &Policy, lang: &Lang) -> Option<FeedView> {
        let title = self.policy_title(policy, lang)?;
        let names = Names {
            title: format!("{title} — {}", self.title_in(lang)),
            path: &format!("{lang}/{}/feed.xml", policy.slug),
            page: &match self.plan.site.extras.history {
                true => format!("{lang}/{}/history/", policy.slug),
                false => format!("{lang}/{}/", policy.slug),
            },
        };
        let editions = policy.approved().map(|edition| (policy, edition));
        self.feed_view(lang, names, editions.collect())
    }

    fn feed_view(
        &self,
        lang: &Lang,
        names: Names<'_>,
        editions: Vec<(&Policy, &Edition)>,
    ) -> Option<FeedView> {
        let language = self.languages.get(lang)?;
        let dated = editions.into_iter();
        let mut dated: Vec<_> = dated
            .map(|(policy, edition)| (self.updated(edition), policy, edition))
            .collect();
        dated.sort_by(|(day, policy, edition), (other_day, other, another)| {
            let newest_first = other_day.cmp(day);
            let by_name = newest_first.then_with(|| policy.slug.cmp(&other.slug));
            by_name.then_with(|| another.number_order().cmp(&edition.number_order()))
        });
        let updated = dated.first().map_or(self.plan.today, |(day, ..)| *day);
        let entries = dated
            .into_iter()
            .filter_map(|(day, policy, edition)| self.feed_entry(language, day, policy, edition));
        let url = self.url(names.path);
        let owner = self.plan.site.owner.name.get(lang).cloned();
        Some(FeedView {
            lang: lang.to_string(),
            words: language.words.clone(),
            feed: Feed {
                id: url.clone(),
                title: names.title,
                url,
                site_url: self.url(names.page),
                updated: midnight(updated),
                author: owner.unwrap_or_else(|| self.title_in(lang)),
                entries: entries.collect(),
            },
        })
    }

    fn feed_entry(
        &self,
        language: &Language,
        updated: Date,
        policy: &Policy,
        edition: &Edition,
    ) -> Option<Entry> {
        let lang = &language.lang;
        let title = edition.text(lang)?.title.as_ref();
        let url = self.edition_path(lang, policy, edition);
        let url = url.unwrap_or_else(|| format!("{lang}/{}/", policy.slug));
        let url = self.url(&url);
        Some(Entry {
            // It stays the same whatever pages a site has.
            id: self.url(&own_path(lang, policy, edition)),
            title: title.map(|title| plain(&title.content)).unwrap_or_default(),
            url,
            updated: midnight(updated),
            published: edition
                .order
                .as_ref()
                .and_then(|order| order.date)
                .map(midnight),
            edition: self.edition_facts(policy, edition, language),
        })
    }

    /// The day on which an edition's entry last changed. Nothing is dated behind the day of the
    /// build, but for what an edition is dated by itself.
    fn updated(&self, edition: &Edition) -> Date {
        let today = self.plan.today;
        let own = edition.order.as_ref().and_then(|order| order.date);
        announced(edition, today).max(own).unwrap_or(today)
    }
}

/// A day as a moment (RFC 3339), which feeds ask for.
fn midnight(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
