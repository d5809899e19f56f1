//! The languages of an edition side by side, clause by clause.

mod rows;
mod unit;

use serde::Serialize;

use super::contents::{TocEntry, contents};
use super::edition::{EditionFacts, own_path};
use super::page::{About, PageView, Surroundings};
use super::policy::PolicyFacts;
use super::searching::Searching;
use crate::align::units;
use crate::model::{Edition, Policy, Text, plain};
pub use rows::{CellView, RowView};
use rows::{Column, side_by_side};
pub use unit::{Rank, UnitView, unit_views};

/// The languages of an edition side by side.
#[derive(Debug, Serialize)]
pub struct SideBySideView {
    #[serde(flatten)]
    page: PageView,
    policy: PolicyFacts,
    edition: EditionFacts,
    /// The page of the text in one language.
    text_href: String,
    toc: Vec<TocEntry>,
    /// The language of the page, then the others in the order of the site.
    pub columns: Vec<ColumnFacts>,
    /// A row for each unit. The page shows them as it shows a text, which is made before.
    #[serde(skip)]
    pub rows: Vec<RowView>,
}

/// A language that stands beside others.
#[derive(Debug, Serialize)]
pub struct ColumnFacts {
    /// Its code.
    pub lang: String,
    /// What the language calls itself.
    pub name: String,
    /// The direction of its script, where that is not the one of the page.
    pub dir: Option<String>,
}

impl Surroundings<'_> {
    pub(super) fn side_by_side(
        &self,
        policy: &Policy,
        edition: &Edition,
        text: &Text,
    ) -> Option<SideBySideView> {
        let lang = &text.lang;
        let language = self.languages.get(lang)?;
        let title = text.title.as_ref();
        let title = title.map(|title| plain(&title.content)).unwrap_or_default();
        let word = language.words.get("side_by_side").cloned();
        let heading = format!("{}: {title}", word.unwrap_or_default());
        let line = language.edition_line(edition);
        let page = self.page(About {
            kind: "parallel",
            lang,
            title: format!("{heading} — {line}"),
            description: format!("{heading}. {line}"),
            path: &format!("{}/{}/parallel/", policy.slug, edition.number),
            beside: None,
            searching: Searching::of_several([edition].into_iter()),
            feed: self.policy_feed(policy, language),
            data: None,
        })?;
        let policy_facts = self.policy_facts(policy, edition, text, language);
        let mut before = 0;
        let texts = edition.texts.iter().map(|own| {
            let column = Column { text: own, before };
            before += units(own).len();
            column
        });
        let (first, others): (Vec<_>, Vec<_>) =
            texts.partition(|column: &Column<'_>| column.text.lang == *lang);
        let columns: Vec<Column<'_>> = first.into_iter().chain(others).collect();
        let facts = columns.iter().map(|column| {
            let own = self.languages.get(&column.text.lang)?;
            Some(ColumnFacts {
                lang: own.lang.to_string(),
                name: own.name.clone(),
                dir: Some(own.direction.clone()).filter(|dir| *dir != language.direction),
            })
        });
        Some(SideBySideView {
            page,
            text_href: match policy_facts.is_shown {
                true => self.link(&format!("{lang}/{}/", policy.slug)),
                false => self.link(&own_path(lang, policy, edition)),
            },
            policy: policy_facts,
            edition: self.edition_facts(policy, edition, language),
            toc: contents(text),
            columns: facts.collect::<Option<_>>()?,
            rows: side_by_side(&columns, language),
        })
    }

    /// The page that sets the languages of an edition side by side, where it has several.
    pub(super) fn parallel_href(
        &self,
        policy: &Policy,
        edition: &Edition,
        text: &Text,
    ) -> Option<String> {
        let path = format!("{}parallel/", own_path(&text.lang, policy, edition));
        let has_one = self.plan.site.extras.parallel && edition.texts.len() > 1;
        has_one.then(|| self.link(&path))
    }
}
