use std::path::Path;

use super::across::{self, plan_pages};
use super::build::Means;
use super::examine::context;
use super::round::Round;
use super::scope::scope;
use super::settle::{Settled, settle};
use super::{Occasion, Progress, Stage};
use crate::check::PolicyTitles;
use crate::diagnostic::{Finding, Report, Scope};
use crate::load::{Loaded, Oblivion, load_within};
use crate::render::Engine;
use crate::source::Error;

/// Checks the site in a folder, as it would be built on an occasion.
pub fn check(root: &Path, occasion: Occasion, progress: &dyn Progress) -> Result<Report, Error> {
    progress.begin(Stage::Reading, None);
    let mut loaded = load_within(root, Means::default().room, &Oblivion, None)?;
    let (settled, scope) = settled(&mut loaded, occasion, progress);
    Ok(settled.report(loaded.sources, scope))
}

/// What was found in what was read, and what the site consists of.
pub(super) fn settled(
    loaded: &mut Loaded,
    occasion: Occasion,
    progress: &dyn Progress,
) -> (Settled, Scope) {
    let mut findings = std::mem::take(&mut loaded.findings).into_all();
    let scope = look_over(loaded, occasion, &mut findings, progress);
    if let Err(finding) = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file) {
        findings.push(*finding);
    }
    (settle(loaded, findings), scope)
}

/// Applies all rules that look at what was read. Gives what the site consists of.
pub(super) fn look_over(
    loaded: &Loaded,
    occasion: Occasion,
    findings: &mut Vec<Finding>,
    progress: &dyn Progress,
) -> Scope {
    let titles = PolicyTitles::of(&loaded.site.policies);
    let (plan, assets) = plan_pages(loaded, occasion);
    findings.extend(across::about_site(loaded, &plan, &assets));
    progress.begin(Stage::Checking, Some(loaded.site.policies.len()));
    let round = Round {
        loaded,
        context: &context(loaded, &titles),
        occasion,
        recall: None,
        printer: None,
        progress,
    };
    let walked = round.walk();
    findings.extend(walked.findings);
    findings.extend(across::twins(loaded, walked.pieces));
    scope(&plan)
}
