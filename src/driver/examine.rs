use std::collections::BTreeMap;

use crate::check::{
    Context, Parallel, Pieces, PolicyTitles, Succession, check_edition, check_text, locate,
    one_sided_change,
};
use crate::diagnostic::{Finding, Place};
use crate::links::{Links, links};
use crate::load::Loaded;
use crate::model::Policy;
use crate::source::FileId;

/// What was found in one policy, where the words of its texts lead, and what is compared with the other
/// policies of the site: of the latest edition alone.
#[derive(Default)]
pub(super) struct Examined {
    pub(super) findings: Vec<Finding>,
    pub(super) links: BTreeMap<FileId, Links>,
    pub(super) pieces: Pieces,
}

/// What the rules may ask of a site.
pub(super) fn context<'l>(loaded: &'l Loaded, titles: &'l PolicyTitles) -> Context<'l> {
    Context {
        titles,
        languages: &loaded.languages,
        glossary: &loaded.glossary,
        policies: &loaded.site.policies,
    }
}

/// Examines the editions of one policy, each compared with the one before it.
pub(super) fn examine_policy<'l>(policy: &'l Policy, context: &Context<'l>) -> Examined {
    let mut examined = Examined::default();
    let mut before: Option<Parallel<'_>> = None;
    for edition in &policy.editions {
        let parallel = Parallel::read(policy, edition, context.languages);
        let findings = examine_edition(&parallel, before.as_ref(), context);
        examined.findings.extend(findings);
        examined.links.extend(links(&parallel, context));
        before = Some(parallel);
    }
    // What is left is the latest.
    if let Some(latest) = &before {
        examined.pieces = Pieces::of(latest, context.languages);
    }
    examined
}

/// Where the words of the texts of a policy lead.
pub(super) fn links_of(policy: &Policy, context: &Context<'_>) -> BTreeMap<FileId, Links> {
    let editions = policy.editions.iter();
    let links = editions.flat_map(|edition| {
        let parallel = Parallel::read(policy, edition, context.languages);
        links(&parallel, context)
    });
    links.collect()
}

/// The findings about one edition: each text alone, then its languages against each other, then what
/// changed since the edition before.
fn examine_edition<'l>(
    parallel: &Parallel<'l>,
    before: Option<&Parallel<'l>>,
    context: &Context<'l>,
) -> Vec<Finding> {
    let (policy, edition) = (parallel.policy, parallel.edition);
    let mut findings = Vec::new();
    for text in &edition.texts {
        let mut found = check_text(text, &edition.texts);
        locate(text, &mut found);
        findings.append(&mut found);
    }
    findings.extend(check_edition(parallel, context));
    if let Some(before) = before {
        one_sided_change::check(&Succession::of(before, parallel), &mut findings);
    }
    let place = Place {
        policy: Some(policy.slug.clone()),
        edition: Some(edition.number.clone()),
        ..Place::default()
    };
    for finding in &mut findings {
        finding.locate(&place);
    }
    findings
}
