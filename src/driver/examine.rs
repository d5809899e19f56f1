use rayon::prelude::*;

use super::Occasion;
use crate::check::{
    Context, Parallel, Pieces, PolicyTitles, check_edition, check_histories, check_text, locate,
    twin_mismatch,
};
use crate::diagnostic::{Finding, Place};
use crate::load::Loaded;
use crate::model::{Edition, Policy};
use crate::render::missing_words;
use crate::site::{Plan, PublishedAsset, collisions, plan, publish_assets};

/// Applies all rules that look at what was read, and plans the pages.
pub(super) fn examine<'l>(
    loaded: &'l Loaded,
    occasion: Occasion,
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
    let examined: Vec<Examined> = policies
        .flat_map_iter(|policy| {
            let editions = policy.editions.iter();
            editions.map(move |edition| examine_edition(policy, edition, &context))
        })
        .collect();
    let mut pieces = Pieces::default();
    for edition in examined {
        findings.extend(edition.findings);
        pieces.append(edition.pieces);
    }
    findings.extend(twin_mismatch::check(
        &pieces,
        &loaded.site.policies,
        &loaded.sources,
    ));
    findings.extend(check_histories(&loaded.site.policies));
    findings.extend(missing_words(
        &loaded.theme,
        &loaded.sources,
        &loaded.languages,
    ));
    let plan = plan(&loaded.site, occasion.today, occasion.drafts);
    let assets = publish_assets(&loaded.theme.assets);
    findings.extend(collisions(
        &plan,
        &assets,
        &loaded.statics,
        loaded.site_file,
    ));
    (plan, assets)
}

/// What was found in one edition, and what is compared with the other policies of the site: of the
/// latest edition alone.
struct Examined {
    findings: Vec<Finding>,
    pieces: Pieces,
}

/// The findings about one edition: each text alone, then its languages against each other.
fn examine_edition(policy: &Policy, edition: &Edition, context: &Context<'_>) -> Examined {
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
    let latest = policy.editions.last().map(|last| &last.number) == Some(&edition.number);
    let pieces = match latest {
        true => Pieces::of(&parallel),
        false => Pieces::default(),
    };
    Examined { findings, pieces }
}
