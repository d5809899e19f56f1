use serde::Serialize;

use super::changed::changed;
use super::page::Surroundings;
use crate::model::Lang;
use crate::site::{Page, PageKind};

/// The map for search engines (<https://www.sitemaps.org/protocol.html>).
#[derive(Debug, Serialize)]
pub struct SitemapView {
    urls: Vec<Entry>,
}

/// What search engines may read (RFC 9309).
#[derive(Debug, Serialize)]
pub struct RobotsView {
    sitemap: String,
}

#[derive(Debug, Serialize)]
struct Entry {
    url: String,
    lastmod: Option<String>,
    alternates: Vec<Alternate>,
    x_default: Option<String>,
}

#[derive(Debug, Serialize)]
struct Alternate {
    lang: String,
    url: String,
}

impl Surroundings<'_> {
    pub(super) fn sitemap(&self) -> SitemapView {
        let pages = self.plan.pages.iter();
        SitemapView {
            urls: pages.filter_map(|page| self.sitemap_entry(page)).collect(),
        }
    }

    pub(super) fn robots(&self) -> RobotsView {
        RobotsView {
            sitemap: self.url("sitemap.xml"),
        }
    }

    fn sitemap_entry(&self, page: &Page<'_>) -> Option<Entry> {
        let languages = &self.plan.site.languages;
        let today = self.plan.today;
        let (path, updated) = match page.kind {
            PageKind::Languages | PageKind::Index(_) => (String::new(), None),
            PageKind::Policy(policy, edition, _) => {
                (format!("{}/", policy.slug), changed(policy, edition, today))
            }
            PageKind::History(policy, _) => {
                policy.on(today)?;
                let changes = policy.approved().filter_map(|e| changed(policy, e, today));
                (format!("{}/history/", policy.slug), changes.max())
            }
            // An edition's own page is either not to be found or known by the policy's address.
            _ => return None,
        };
        let alternate = |lang: &Lang| Alternate {
            lang: lang.to_string(),
            url: self.url(&format!("{lang}/{path}")),
        };
        Some(Entry {
            url: page.address.url(&self.plan.site.base_url),
            lastmod: updated.map(|date| date.to_string()),
            alternates: languages.iter().map(alternate).collect(),
            x_default: Some(self.url(&self.default_path(&path)?)),
        })
    }
}
