use serde::Serialize;

use super::page::Surroundings;
use super::title::title_of;
use crate::lang::Language;
use crate::model::{Lang, Policy};

/// The feed of one policy.
#[derive(Debug, Serialize)]
pub(super) struct PolicyFeed {
    href: String,
    title: String,
}

impl Surroundings<'_> {
    /// What a policy is called in a language on the day of the build.
    pub(super) fn policy_title(&self, policy: &Policy, lang: &Lang) -> Option<String> {
        let shown = policy.on(self.plan.today);
        let edition = shown.or_else(|| policy.editions.last())?;
        edition.text(lang).map(title_of)
    }

    /// The feed of a policy; one with drafts only has none.
    pub(super) fn policy_feed(&self, policy: &Policy, language: &Language) -> Option<PolicyFeed> {
        policy.approved().next()?;
        let lang = &language.lang;
        Some(PolicyFeed {
            href: self.link(&format!("{lang}/{}/feed.xml", policy.slug)),
            title: self.policy_title(policy, lang)?,
        })
    }
}
