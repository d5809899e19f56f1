//! The whole walk through the house, in two lengths: [`check`] and [`build`]; beside them, shorter walks for a question each.

mod accept;
mod compared;
mod diff;
mod examine;
mod hidden;
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

use settle::Settled;

use crate::diagnostic::{Report, Scope, Strictness};
use crate::load::{Loaded, load};
use crate::render::Engine;
use crate::site::Drafts;
use crate::source::Error;
use crate::write::{Staging, refuse_sources};

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
/// as a failure.
pub fn build(
    root: &Path,
    output: &Path,
    occasion: Occasion,
    strictness: Strictness,
) -> Result<Report, Error> {
    refuse_sources(root, output)?;
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let planned = examine::examine(&loaded, occasion, &mut findings);
    let engine = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file);
    let engine = engine.map_err(|finding| findings.push(*finding));
    let mut settled = settle::settle(&loaded, findings);
    if let Ok(engine) = engine
        && !settled.summary().fails(strictness)
    {
        let staging = Staging::begin(output)?;
        let met = render::render(&loaded, &planned, &engine, &staging)?;
        if met.is_empty() {
            render::copy(&loaded, &planned.assets, &staging)?;
            staging.publish()?;
        }
        settled.findings.extend(met);
    }
    let scope = scope::scope(&planned.plan);
    Ok(settled.report(loaded.sources, scope))
}
