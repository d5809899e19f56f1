use serde::Serialize;

use super::contents::{TocEntry, contents};
use super::description::description;
use super::edition::{EditionFacts, NamedEdition, own_path};
use super::page::{About, PageView, Surroundings};
use super::seal::SealFacts;
use super::searching::Searching;
use super::title::title_of;
use crate::lang::Language;
use crate::model::{Edition, Policy, Text};

/// A policy, without its text, which its pages share.
#[derive(Debug, Serialize)]
pub struct PolicyView {
    #[serde(flatten)]
    page: PageView,
    policy: PolicyFacts,
    edition: EditionFacts,
    toc: Vec<TocEntry>,
}

/// What the pages of one edition say of its policy.
#[derive(Debug, Serialize)]
pub(super) struct PolicyFacts {
    slug: String,
    title: String,
    /// Where the edition stays; absent in a site whose editions have no pages of their own.
    permalink_url: Option<String>,
    /// The policy's page; absent while the policy has drafts only.
    href: Option<String>,
    /// All editions; absent in a site without histories.
    history_href: Option<String>,
    /// Whether this is the edition that the policy's page shows.
    pub(super) is_shown: bool,
    /// The edition in force, if there is one and this is another.
    in_force: Option<NamedEdition>,
    /// The approved editions that are not in force yet.
    upcoming: Vec<NamedEdition>,
    seal: Option<SealFacts>,
    /// The page that shows what it changed; absent for the first edition.
    changes_href: Option<String>,
    /// The page that sets its languages side by side; absent where it has one alone.
    parallel_href: Option<String>,
}

impl Surroundings<'_> {
    pub(super) fn policy(
        &self,
        policy: &Policy,
        edition: &Edition,
        text: &Text,
    ) -> Option<PolicyView> {
        let title = self.title_in(&text.lang);
        let path = format!("{}/", policy.slug);
        self.policy_view("policy", &title, &path, (policy, edition, text))
    }

    pub(super) fn edition(
        &self,
        policy: &Policy,
        edition: &Edition,
        text: &Text,
    ) -> Option<PolicyView> {
        let title = self.languages.get(&text.lang)?.edition_line(edition);
        let path = format!("{}/{}/", policy.slug, edition.number);
        self.policy_view("edition", &title, &path, (policy, edition, text))
    }

    fn policy_view(
        &self,
        kind: &'static str,
        more: &str,
        path: &str,
        (policy, edition, text): (&Policy, &Edition, &Text),
    ) -> Option<PolicyView> {
        let lang = &text.lang;
        let language = self.languages.get(lang)?;
        let title = title_of(text);
        let searching = match kind {
            "edition" => self.searching(policy, edition),
            _ => Searching::default(),
        };
        let page = self.page(About {
            kind,
            lang,
            title: format!("{title} — {more}"),
            description: description(text),
            path,
            beside: None,
            searching,
            feed: self.policy_feed(policy, language),
            data: (kind == "policy").then(|| {
                let canonical = format!("{lang}/{path}");
                self.policy_data_for_search((policy, edition, text), &title, &canonical)
            }),
        })?;
        Some(PolicyView {
            page,
            policy: self.policy_facts(policy, edition, text, language),
            edition: self.edition_facts(policy, edition, language),
            toc: contents(text),
        })
    }

    /// What the pages of one edition say of its policy.
    pub(super) fn policy_facts(
        &self,
        policy: &Policy,
        edition: &Edition,
        text: &Text,
        language: &Language,
    ) -> PolicyFacts {
        let lang = &language.lang;
        let (today, extras) = (self.plan.today, self.plan.site.extras);
        let (shown, in_force) = (policy.on(today), policy.in_force(today));
        let another = |other: &&Edition| other.number != edition.number;
        let home = format!("{lang}/{}/", policy.slug);
        PolicyFacts {
            slug: policy.slug.clone(),
            title: title_of(text),
            permalink_url: extras
                .editions
                .then(|| self.url(&own_path(lang, policy, edition))),
            href: shown.map(|_| self.link(&home)),
            history_href: extras
                .history
                .then(|| self.link(&format!("{home}history/"))),
            is_shown: shown.is_some_and(|shown| shown.number == edition.number),
            in_force: in_force
                .filter(another)
                .map(|other| self.named_edition(policy, other, language)),
            upcoming: self.upcoming(policy, edition, language),
            seal: self.seal(policy, edition, language),
            changes_href: self.changes_href(policy, edition, lang),
            parallel_href: self.parallel_href(policy, edition, text),
        }
    }
}
