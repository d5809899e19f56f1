//! What the templates are given: typed views, made for them.

mod anchor;
mod article;
mod block;
mod changed;
mod changes;
mod contents;
mod day;
mod description;
mod edition;
mod edition_data;
mod feed;
mod headers;
mod history;
mod index;
mod linked_data;
mod owner;
mod page;
mod past_edition;
mod policies_data;
mod policy;
mod policy_feed;
mod seal;
mod search;
mod searching;
mod side_by_side;
mod sitemap;
mod title;

use std::collections::BTreeMap;

use serde::Serialize;

pub use anchor::{
    LINK_TO_ANNEX, LINK_TO_CLAUSE, LINK_TO_SECTION, WORDS_OF_VIEWS, anchored, annex_anchor,
    link_label,
};
pub use article::article;
pub use edition_data::EditionData;
use page::Surroundings;
pub use policies_data::PoliciesData;
pub(super) use policies_data::SCHEMA_FILE;
pub use side_by_side::{
    CellView, ColumnFacts, Rank, RowView, SideBySideView, UnitView, unit_views,
};

use super::{ChangesForm, Compared, Counts, POLICIES_SCHEMA, Page, PageKind, Plan, PublishedAsset};
use crate::lang::Language;
use crate::model::Lang;

/// The whole input of one page, but for the text of a policy, which several pages share.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// The choice of language, or the page for addresses that lead nowhere.
    Plain(page::PageView),
    /// The index of policies.
    Index(index::IndexView),
    /// A policy.
    Policy(Box<policy::PolicyView>),
    /// The languages of an edition side by side.
    SideBySide(Box<SideBySideView>),
    /// The facts of an edition.
    Data(EditionData),
    /// All policies and editions.
    Policies(PoliciesData),
    /// The description of a file for other systems, as it is.
    Schema(serde_json::Value),
    /// The headers of a host.
    Headers(headers::HeadersView),
    /// All editions of a policy.
    History(history::HistoryView),
    /// The redline of two editions.
    Changes(changes::ChangesView),
    /// The redlines of two editions in all languages.
    Parallel(changes::ParallelView),
    /// The comparative table of two editions.
    Comparative(changes::ComparativeView),
    /// The search over the policies of a language.
    Search(search::SearchView),
    /// A feed.
    Feed(feed::FeedView),
    /// The map for search engines.
    Sitemap(sitemap::SitemapView),
    /// What search engines may read.
    Robots(sitemap::RobotsView),
}

/// What the view of a page is made from.
fn around<'a>(
    plan: &'a Plan<'a>,
    page: &'a Page<'a>,
    languages: &'a BTreeMap<Lang, Language>,
    assets: &'a [PublishedAsset<'a>],
) -> Surroundings<'a> {
    Surroundings {
        plan,
        address: &page.address,
        languages,
        assets,
    }
}

/// The view of a page. `languages` holds all languages of the site, `assets` the files of
/// the theme.
pub fn view(
    plan: &Plan<'_>,
    page: &Page<'_>,
    languages: &BTreeMap<Lang, Language>,
    assets: &[PublishedAsset<'_>],
) -> Option<View> {
    let around = around(plan, page, languages, assets);
    Some(match page.kind {
        PageKind::Languages => View::Plain(around.languages()?),
        PageKind::NotFound => View::Plain(around.not_found()?),
        PageKind::Index(lang) => View::Index(around.index(lang)?),
        PageKind::Policy(policy, edition, text) => {
            View::Policy(Box::new(around.policy(policy, edition, text)?))
        }
        PageKind::Edition(policy, edition, text) => {
            View::Policy(Box::new(around.edition(policy, edition, text)?))
        }
        PageKind::SideBySide(policy, edition, text) => {
            View::SideBySide(Box::new(around.side_by_side(policy, edition, text)?))
        }
        PageKind::EditionData(policy, edition) => View::Data(around.edition_data(policy, edition)),
        // They show what is found out for several pages at once, see `changes_view`, `history_view`
        // and `search_view`.
        PageKind::Changes(..) | PageKind::History(..) | PageKind::Search(_) => return None,
        // It is made together with the other files of its index.
        PageKind::SearchData(..) => return None,
        PageKind::Feed(lang) => View::Feed(around.feed(lang)?),
        PageKind::PolicyFeed(policy, lang) => View::Feed(around.feed_of(policy, lang)?),
        PageKind::Sitemap => View::Sitemap(around.sitemap()),
        PageKind::Robots => View::Robots(around.robots()),
        PageKind::Policies => View::Policies(around.policies_data()),
        PageKind::PoliciesSchema => View::Schema(serde_json::from_str(POLICIES_SCHEMA).ok()?),
        PageKind::Headers(_) => View::Headers(around.headers()),
    })
}

/// The view of the history of a policy; `None` for other pages.
pub fn history_view(
    plan: &Plan<'_>,
    page: &Page<'_>,
    languages: &BTreeMap<Lang, Language>,
    assets: &[PublishedAsset<'_>],
    counts: &Counts,
) -> Option<View> {
    let around = around(plan, page, languages, assets);
    let PageKind::History(policy, lang) = page.kind else {
        return None;
    };
    Some(View::History(around.history(policy, lang, counts)?))
}

/// The view of the search over the policies of a language, whose index is of a version; `None` for
/// other pages.
pub fn search_view(
    plan: &Plan<'_>,
    page: &Page<'_>,
    languages: &BTreeMap<Lang, Language>,
    assets: &[PublishedAsset<'_>],
    version: &str,
) -> Option<View> {
    let around = around(plan, page, languages, assets);
    let PageKind::Search(lang) = page.kind else {
        return None;
    };
    Some(View::Search(around.search(lang, version)?))
}

/// The view of a page that shows what changed between two editions; `None` for other pages.
pub fn changes_view(
    plan: &Plan<'_>,
    page: &Page<'_>,
    languages: &BTreeMap<Lang, Language>,
    assets: &[PublishedAsset<'_>],
    compared: &Compared,
) -> Option<View> {
    let around = around(plan, page, languages, assets);
    let PageKind::Changes(policy, pair, form, lang) = page.kind else {
        return None;
    };
    Some(match form {
        ChangesForm::Redline => View::Changes(around.changes(policy, &pair, lang, compared)?),
        ChangesForm::Table | ChangesForm::Beside(_) => {
            View::Comparative(around.comparative(policy, &pair, form, lang, compared)?)
        }
        ChangesForm::Parallel => View::Parallel(around.parallel(policy, &pair, lang, compared)?),
    })
}
