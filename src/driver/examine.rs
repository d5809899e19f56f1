use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::{Context, Parallel, PolicyTitles, check_edition, check_text, locate};
use crate::diagnostic::{Finding, Place};
use crate::load::Loaded;
use crate::model::{Edition, Policy};
use crate::render::missing_words;
use crate::site::{Plan, PublishedAsset, collisions, plan, publish_assets};

/// Applies all rules that look at what was read, and plans the pages.
pub(super) fn examine<'l>(
    loaded: &'l Loaded,
    today: Date,
    findings: &mut Vec<Finding>,
) -> (Plan<'l>, Vec<PublishedAsset<'l>>) {
    let titles = PolicyTitles::of(&loaded.site.policies);
    let context = Context {
        titles: &titles,
        languages: &loaded.languages,
        glossary: &loaded.glossary,
        policies: &loaded.site.policies,
    };
    let policies = loaded.site.policies.par_iter();
    findings.par_extend(policies.flat_map_iter(|policy| {
        let editions = policy.editions.iter();
        editions.flat_map(move |edition| examine_edition(policy, edition, &context))
    }));
    findings.extend(missing_words(
        &loaded.theme,
        &loaded.sources,
        &loaded.languages,
    ));
    let plan = plan(&loaded.site, today);
    let assets = publish_assets(&loaded.theme.assets);
    findings.extend(collisions(
        &plan,
        &assets,
        &loaded.statics,
        loaded.site_file,
    ));
    (plan, assets)
}

/// The findings about one edition: each text alone, then its languages against each other.
fn examine_edition(policy: &Policy, edition: &Edition, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in &edition.texts {
        let mut found = check_text(text, &edition.texts);
        locate(text, &mut found);
        findings.append(&mut found);
    }
    let parallel = Parallel::read(policy, edition, context.languages);
    findings.extend(check_edition(&parallel, context));
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
