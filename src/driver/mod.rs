//! The whole walk through the house, in two lengths: [`check`] and [`build`]; beside them, shorter walks for a question each.

mod accept;
mod compared;
mod diff;
mod examine;
mod hidden;
mod keeping;
mod press;
mod render;
mod scope;
mod seal;
mod search;
mod settle;
mod severity;
mod sheets;
mod status;
mod verify;

pub use compared::compared;
pub use diff::{Answer, Question, diff};
pub use seal::{Sealed, Sealing, seal};
pub use status::{EditionStatus, Status, status};
pub use verify::{Subject, Verdict, Verified, Wish, verify};

use std::path::Path;

use jiff::civil::Date;

use keeping::{Keeping, Recording};
use settle::Settled;

use crate::cache::Days;
use crate::diagnostic::{Report, Scope, Strictness};
use crate::load::{Loaded, load};
use crate::render::Engine;
use crate::site::Drafts;
use crate::source::Error;
use crate::write::{Output, Staging, refuse_sources};

/// What a site is built for.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// The day.
    pub today: Date,
    /// What becomes of drafts.
    pub drafts: Drafts,
}

/// Checks the site in a folder, as it would be built on an occasion.
pub fn check(root: &Path, occasion: Occasion) -> Result<Report, Error> {
    let mut loaded = load(root)?;
    let (settled, scope) = settled(&mut loaded, occasion);
    Ok(settled.report(loaded.sources, scope))
}

/// What was found in what was read, and what the site consists of.
fn settled(loaded: &mut Loaded, occasion: Occasion) -> (Settled, Scope) {
    let mut findings = std::mem::take(&mut loaded.findings);
    let planned = examine::examine(loaded, occasion, &mut findings);
    if let Err(finding) = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file) {
        findings.push(*finding);
    }
    let scope = scope::scope(&planned.plan);
    (settle::settle(loaded, findings), scope)
}

/// Builds the site in a folder for an occasion and writes it to `output`, unless what was found counts
/// as a failure. What a build before left in the folder `cache` is taken over where it was made of the
/// same; the site is the same without.
pub fn build(
    root: &Path,
    output: &Path,
    occasion: Occasion,
    strictness: Strictness,
    cache: Option<&Path>,
) -> Result<Report, Error> {
    refuse_sources(root, output)?;
    let keeping = cache.and_then(|folder| Keeping::begin(folder, root, occasion));
    if let Some(keeping) = &keeping
        && let Some(report) = keeping.publish(root, output, strictness)?
    {
        return Ok(report);
    }
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let planned = examine::examine(&loaded, occasion, &mut findings);
    let engine = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file);
    let engine = engine.map_err(|finding| findings.push(*finding));
    let mut settled = settle::settle(&loaded, findings);
    let mut recorded = None;
    if let Ok(engine) = engine
        && !settled.summary().fails(strictness)
    {
        let staging = Staging::begin(output)?;
        let recording = keeping
            .as_ref()
            .and_then(|keeping| keeping.recording(&staging));
        let output: &dyn Output = match &recording {
            Some(recording) => &recording.rest,
            None => &staging,
        };
        let met = render::render(&loaded, &planned, &engine, output, recording.as_ref())?;
        if met.is_empty() {
            render::copy(&loaded, &planned.assets, output)?;
            recorded = recording.and_then(Recording::end);
            staging.publish()?;
        }
        settled.findings.extend(met);
    }
    let scope = scope::scope(&planned.plan);
    let days = Days::around(occasion.today, loaded.site.policies.iter());
    let report = settled.report(loaded.sources, scope);
    if let (Some(keeping), Some(recorded)) = (&keeping, recorded) {
        keeping.end(root, days, &report, recorded);
    }
    Ok(report)
}
