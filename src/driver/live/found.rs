use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Live;
use crate::check::Pieces;
use crate::diagnostic::{Finding, Summary};
use crate::driver::settle::{Settled, settle_of};
use crate::driver::severity::apply;
use crate::source::Sources;

/// What was found, by what it is about, as far as it was not met while reading.
#[derive(Default)]
pub(super) struct Found {
    /// In the editions of each policy, by the name of its folder.
    pub(super) examined: BTreeMap<String, Vec<Finding>>,
    /// What is compared between the policies.
    pub(super) pieces: BTreeMap<String, Arc<Pieces>>,
    /// By looking at several policies at once.
    pub(super) across: Vec<Finding>,
    /// In the theme.
    pub(super) about_theme: Vec<Finding>,
    /// What stays of it for each policy.
    pub(super) settled: BTreeMap<String, Settled>,
    /// What is about no policy, with the severities of the site.
    pub(super) elsewhere: Vec<Finding>,
}

impl Found {
    /// Forgets what was found in some policies, and what was found elsewhere that shows their files.
    pub(super) fn forget(&mut self, policies: &BTreeSet<String>, sources: &Sources) {
        self.examined.retain(|slug, _| !policies.contains(slug));
        self.pieces.retain(|slug, _| !policies.contains(slug));
        let shown = |finding: &Finding| {
            let mut labels = finding.labels.iter();
            labels.any(|label| {
                let path = sources.get(label.file).path();
                let folder = path
                    .strip_prefix("content/")
                    .and_then(|p| p.split_once('/'));
                folder.is_some_and(|(folder, _)| policies.contains(folder))
            })
        };
        self.across.retain(|finding| !shown(finding));
    }
}

impl Live {
    /// Applies the severities of the site and the acceptances of its editions to what was found about
    /// some policies, or about all.
    pub(super) fn settle(&mut self, about: Option<&BTreeSet<String>>) {
        let met = &self.loaded.findings;
        let general = [
            &met.site,
            &met.theme,
            &met.statics,
            &self.found.about_theme,
            &self.found.across,
        ];
        let strays = met.policies.values().flatten();
        let elsewhere = general.into_iter().flatten().chain(strays);
        let elsewhere = elsewhere.filter(|finding| finding.place.policy.is_none());
        let mut elsewhere: Vec<Finding> = elsewhere.cloned().collect();
        apply(&self.loaded.site.rules, &mut elsewhere);
        let all = about.is_none() || elsewhere != self.found.elsewhere;
        let mut by_policy: BTreeMap<&str, Vec<Finding>> = BTreeMap::new();
        let wanted = |slug: &str| all || about.is_none_or(|about| about.contains(slug));
        let general = general.into_iter().flatten();
        let own = [&met.policies, &self.found.examined];
        let own = own
            .into_iter()
            .flat_map(|own| match about.filter(|_| !all) {
                Some(about) => about.iter().filter_map(|slug| own.get(slug)).collect(),
                None => own.values().collect::<Vec<_>>(),
            });
        for finding in general.chain(own.flatten()) {
            if let Some(slug) = finding.place.policy.as_deref()
                && wanted(slug)
            {
                by_policy.entry(slug).or_default().push(finding.clone());
            }
        }
        let mut settled = BTreeMap::new();
        for (slug, findings) in by_policy {
            let mut policies = self.loaded.site.policies.iter();
            let own = policies.find(|policy| policy.slug == slug);
            let own = own.map(std::slice::from_ref).unwrap_or_default();
            let done = settle_of(&self.loaded, own, findings, &elsewhere);
            settled.insert(slug.to_owned(), done);
        }
        // An acceptance may have become stale where nothing else was found.
        for policy in self
            .loaded
            .site
            .policies
            .iter()
            .filter(|own| wanted(&own.slug))
        {
            settled.entry(policy.slug.clone()).or_insert_with(|| {
                settle_of(
                    &self.loaded,
                    std::slice::from_ref(policy),
                    Vec::new(),
                    &elsewhere,
                )
            });
        }
        self.found.settled.retain(|slug, _| !wanted(slug));
        self.found.settled.append(&mut settled);
        self.found.elsewhere = elsewhere;
    }

    /// How much was found so far.
    pub fn summary(&self) -> Summary {
        let settled = self.found.settled.values();
        let own = settled.map(Settled::summary);
        own.fold(Summary::of(&self.found.elsewhere, &[]), Summary::with)
    }

    /// What was found about a policy and was not accepted.
    pub fn found_about(&self, policy: &str) -> &[Finding] {
        let own = self.found.settled.get(policy);
        own.map_or(&[], |settled| &settled.findings)
    }

    /// What was found that is about no policy.
    pub fn found_elsewhere(&self) -> &[Finding] {
        &self.found.elsewhere
    }

    /// The policies that something was found about, by the names of their folders.
    pub fn accused(&self) -> impl Iterator<Item = &str> {
        let settled = self.found.settled.iter();
        let accused = settled.filter(|(_, settled)| !settled.findings.is_empty());
        accused.map(|(slug, _)| slug.as_str())
    }
}
