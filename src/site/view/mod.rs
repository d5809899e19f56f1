//! What the templates are given: typed views, made for them.

mod anchor;
mod article;
mod block;
mod contents;
mod description;
mod edition_data;
mod feed;
mod index;
mod page;
mod policy;
mod seal;
mod sitemap;

use std::collections::BTreeMap;

use serde::Serialize;

pub use article::article;
pub use edition_data::EditionData;
use page::Surroundings;

use super::{Page, PageKind, Plan};
use crate::lang::Language;
use crate::model::Lang;

/// The whole input of one page, but for the text of a policy, which two pages share.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// The choice of language, or the page for addresses that lead nowhere.
    Plain(page::PageView),
    /// The index of policies.
    Index(index::IndexView),
    /// A policy.
    Policy(Box<policy::PolicyView>),
    /// The facts of an edition.
    Data(EditionData),
    /// A feed.
    Feed(feed::FeedView),
    /// The map for search engines.
    Sitemap(sitemap::SitemapView),
    /// What search engines may read.
    Robots(sitemap::RobotsView),
}

/// The view of a page. `languages` holds all languages of the site, `stylesheets` the paths of the
/// theme's stylesheets below the site's root.
pub fn view(
    plan: &Plan<'_>,
    page: &Page<'_>,
    languages: &BTreeMap<Lang, Language>,
    stylesheets: &[&str],
) -> Option<View> {
    let around = Surroundings {
        plan,
        address: &page.address,
        languages,
        stylesheets,
    };
    Some(match page.kind {
        PageKind::Languages => View::Plain(around.languages()?),
        PageKind::NotFound => View::Plain(around.not_found()?),
        PageKind::Index(lang) => View::Index(around.index(lang)?),
        PageKind::Policy(policy, edition, text) => {
            View::Policy(Box::new(around.policy("policy", policy, edition, text)?))
        }
        PageKind::Edition(policy, edition, text) => {
            View::Policy(Box::new(around.policy("edition", policy, edition, text)?))
        }
        PageKind::EditionData(policy, edition) => View::Data(around.edition_data(policy, edition)),
        PageKind::Feed(lang) => View::Feed(around.feed(lang)?),
        PageKind::Sitemap => View::Sitemap(around.sitemap()),
        PageKind::Robots => View::Robots(around.robots()),
    })
}
