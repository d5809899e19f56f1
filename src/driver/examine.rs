use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::recall::Recall;
use super::{Occasion, Progress, Stage};
use crate::check::{
    Context, Parallel, Pieces, PolicyTitles, Succession, check_edition, check_histories,
    check_seals, check_text, locate, one_sided_change, twin_mismatch,
};
use crate::diagnostic::{Finding, Place};
use crate::links::{Links, links};
use crate::load::Loaded;
use crate::model::Policy;
use crate::render::missing_words;
use crate::site::{Plan, PublishedAsset, collisions, plan, publish_assets};
use crate::source::FileId;

/// Applies all rules that look at what was read, and plans the pages. Policies that a build before has
/// examined are recalled.
pub(super) fn examine<'l>(
    loaded: &'l Loaded,
    occasion: Occasion,
    findings: &mut Vec<Finding>,
    recall: Option<&Recall<'_>>,
    progress: &dyn Progress,
) -> Planned<'l> {
    let titles = PolicyTitles::of(&loaded.site.policies);
    let context = context(loaded, &titles);
    progress.begin(Stage::Checking, Some(loaded.site.policies.len()));
    let policies = loaded.site.policies.par_iter();
    let examined = policies.map(|policy| {
        let known = recall.and_then(|recall| recall.examined(policy));
        let recalled = known.is_some();
        let examined = match known {
            Some(known) => vec![known],
            None => examine_policy(policy, &context),
        };
        if let Some(recall) = recall.filter(|_| !recalled) {
            recall.keep(policy, &examined);
        }
        progress.advance(1);
        (recalled.then(|| policy.slug.clone()), examined)
    });
    let (recalled, examined): (Vec<Option<String>>, Vec<Vec<Examined>>) = examined.unzip();
    let examined: Vec<Examined> = examined.into_iter().flatten().collect();
    let mut pieces = Pieces::with_room_for(examined.iter().map(|edition| &edition.pieces));
    let mut links = BTreeMap::new();
    for edition in examined {
        links.extend(edition.links);
        findings.extend(edition.findings);
        pieces.append(edition.pieces);
    }
    findings.extend(check_seals(&loaded.site.policies, &loaded.sources));
    findings.extend(twin_mismatch::check(
        pieces,
        &loaded.site.policies,
        &loaded.sources,
    ));
    findings.extend(check_histories(&loaded.site.policies));
    findings.extend(missing_words(loaded));
    let (plan, assets) = plan_pages(loaded, occasion);
    findings.extend(collisions(
        &plan,
        &assets,
        &loaded.statics,
        loaded.site_file,
    ));
    Planned {
        plan,
        assets,
        links,
        recalled: recalled.into_iter().flatten().collect(),
    }
}

/// What is to be published.
pub(super) struct Planned<'l> {
    pub(super) plan: Plan<'l>,
    pub(super) assets: Vec<PublishedAsset<'l>>,
    /// Where the words of each text lead.
    pub(super) links: BTreeMap<FileId, Links>,
    /// The policies that a build before has examined: where their words lead is not told.
    pub(super) recalled: BTreeSet<String>,
}

/// Plans the pages of a site, and the files of its theme.
pub(super) fn plan_pages(
    loaded: &Loaded,
    occasion: Occasion,
) -> (Plan<'_>, Vec<PublishedAsset<'_>>) {
    let plan = plan(&loaded.site, occasion.today, occasion.drafts);
    let assets = publish_assets(&loaded.theme.assets);
    (plan, assets)
}

/// What was found in one edition, where its words lead, and what is compared with the other policies of
/// the site: of the latest edition alone.
pub(super) struct Examined {
    pub(super) findings: Vec<Finding>,
    pub(super) links: Vec<(FileId, Links)>,
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

/// The findings about the editions of one policy, each compared with the one before it.
pub(super) fn examine_policy<'l>(policy: &'l Policy, context: &Context<'l>) -> Vec<Examined> {
    let mut before: Option<Parallel<'_>> = None;
    let editions = policy.editions.iter().map(|edition| {
        let parallel = Parallel::read(policy, edition, context.languages);
        let examined = examine_edition(&parallel, before.as_ref(), context);
        before = Some(parallel);
        examined
    });
    editions.collect()
}

/// The findings about one edition: each text alone, then its languages against each other, then what
/// changed since the edition before.
fn examine_edition<'l>(
    parallel: &Parallel<'l>,
    before: Option<&Parallel<'l>>,
    context: &Context<'l>,
) -> Examined {
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
    let latest = policy.editions.last().map(|last| &last.number) == Some(&edition.number);
    let pieces = match latest {
        true => Pieces::of(parallel, context.languages),
        false => Pieces::default(),
    };
    Examined {
        findings,
        links: links(parallel, context),
        pieces,
    }
}
