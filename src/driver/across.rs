use std::borrow::Cow;
use std::sync::Arc;

use super::Occasion;
use crate::check::{Pieces, check_histories, check_seals, differing_twins};
use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::model::Policy;
use crate::render::missing_words;
use crate::site::{Plan, PublishedAsset, collisions, plan, publish_assets};

/// Plans the pages of a site, and the files of its theme.
pub(super) fn plan_pages(
    loaded: &Loaded,
    occasion: Occasion,
) -> (Plan<'_>, Vec<PublishedAsset<'_>>) {
    let plan = plan(&loaded.site, occasion.today, occasion.drafts);
    let assets = publish_assets(&loaded.theme.assets);
    (plan, assets)
}

/// What is found by looking at a site as a whole, without its texts.
pub(super) fn about_site(
    loaded: &Loaded,
    plan: &Plan<'_>,
    assets: &[PublishedAsset<'_>],
) -> Vec<Finding> {
    let policies = &loaded.site.policies;
    let mut findings = check_seals(policies, &loaded.sources);
    findings.extend(check_histories(policies));
    findings.extend(missing_words(loaded));
    let (statics, site_file) = (&loaded.statics, loaded.site_file);
    findings.extend(collisions(plan, assets, statics, site_file));
    findings
}

/// What is translated in two ways, among the pieces of all policies.
pub(super) fn twins(loaded: &Loaded, pieces: Vec<Arc<Pieces>>) -> Vec<Finding> {
    let twins = differing_twins(pieces);
    let files = twins.files();
    let policies = loaded.site.policies.iter();
    let concerned = policies.filter(|policy| {
        let mut texts = policy.editions.iter().flat_map(|edition| &edition.texts);
        texts.any(|text| files.contains(&text.file))
    });
    let concerned: Vec<Cow<'_, Policy>> = concerned.map(|policy| loaded.whole(policy)).collect();
    twins.findings(concerned.iter().map(|policy| &**policy), &loaded.sources)
}
