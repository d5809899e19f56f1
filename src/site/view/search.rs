use serde::Serialize;

use super::contents::{TocEntry, contents};
use super::page::{About, PageView, Surroundings};
use super::searching::Searching;
use crate::model::{Lang, MOST_LISTED, Policy};
use crate::search::Scope;

/// The search over the policies of a language. Without a script it is a list of all policies and
/// their sections.
#[derive(Debug, Serialize)]
pub struct SearchView {
    #[serde(flatten)]
    page: PageView,
    search: SearchFacts,
    policies: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct SearchFacts {
    /// Stands in the addresses of the index's files, so that no browser takes an older one for it.
    version: String,
    /// Whether there are editions besides those that are searched first.
    others: bool,
}

#[derive(Debug, Serialize)]
struct Entry {
    title: String,
    href: String,
    state: &'static str,
    toc: Vec<TocEntry>,
}

impl Surroundings<'_> {
    pub(super) fn search(&self, lang: &Lang, version: &str) -> Option<SearchView> {
        let language = self.languages.get(lang)?;
        let heading = language.words.get("search").cloned().unwrap_or_default();
        let section = self.title_in(lang);
        let page = self.page(About {
            kind: "search",
            lang,
            title: format!("{heading} — {section}"),
            description: format!("{heading}: {section}"),
            path: "search/",
            searching: Searching {
                canonical: None,
                // It says nothing that is not said elsewhere.
                robots: Some("noindex, follow"),
            },
            feed: None,
            beside: None,
            data: None,
        })?;
        let known = self.plan.site.policies.iter();
        let others = |policy| !self.plan.issues(policy, lang, Scope::Other).is_empty();
        let facts = SearchFacts {
            version: version.to_owned(),
            others: known.clone().any(others),
        };
        // With more sections than a person reads, the policies are listed alone: each has its own contents.
        let shown = known.clone().filter_map(|policy| {
            let issues = self.plan.issues(policy, lang, Scope::Current);
            Some(issues.first()?.text.outline().headings)
        });
        let sections = shown.sum::<usize>() <= MOST_LISTED;
        let policies = known.filter_map(|policy| self.searched(policy, lang, sections));
        let policies = policies.collect();
        Some(SearchView {
            page,
            search: facts,
            policies,
        })
    }

    fn searched(&self, policy: &Policy, lang: &Lang, sections: bool) -> Option<Entry> {
        let issues = self.plan.issues(policy, lang, Scope::Current);
        let issue = issues.first()?;
        Some(Entry {
            title: self.policy_title(policy, lang)?,
            href: self.link(&format!("{lang}/{}/", policy.slug)),
            state: issue.state,
            toc: match sections {
                true => contents(issue.text),
                false => Vec::new(),
            },
        })
    }
}
