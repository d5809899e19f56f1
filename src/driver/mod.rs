//! The whole walk through the house, in two lengths: [`check`] and [`build`]; beside them, shorter walks for a question each.

mod accept;
mod compared;
mod diff;
mod examine;
mod hidden;
mod keeping;
mod live;
mod press;
mod progress;
mod recall;
mod recording;
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
pub use live::{About, Across, Live, Made, Survey, Suspects, Touched, Unmade};
pub use progress::{Progress, Stage, Unseen};
pub use seal::{Sealed, Sealing, seal};
pub use status::{EditionStatus, Status, status};
pub use verify::{Subject, Verdict, Verified, Wish, verify};

use std::path::Path;

use jiff::civil::Date;

use keeping::Keeping;
use recall::Recall;
use recording::Recording;
use settle::Settled;

use crate::cache::{Cache, Days};
use crate::diagnostic::{Report, Scope, Strictness};
use crate::load::{Loaded, load};
use crate::render::Engine;
use crate::site::Drafts;
use crate::source::Error;
use crate::write::{Output, Staging, refuse_site, refuse_sources};

/// What a site is built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occasion {
    /// The day.
    pub today: Date,
    /// What becomes of drafts.
    pub drafts: Drafts,
}

/// Checks the site in a folder, as it would be built on an occasion.
pub fn check(root: &Path, occasion: Occasion, progress: &dyn Progress) -> Result<Report, Error> {
    progress.begin(Stage::Reading, None);
    let mut loaded = load(root)?;
    let (settled, scope) = settled(&mut loaded, occasion, progress);
    Ok(settled.report(loaded.sources, scope))
}

/// What was found in what was read, and what the site consists of.
fn settled(loaded: &mut Loaded, occasion: Occasion, progress: &dyn Progress) -> (Settled, Scope) {
    let mut findings = std::mem::take(&mut loaded.findings).into_all();
    let planned = examine::examine(loaded, occasion, &mut findings, None, progress);
    if let Err(finding) = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file) {
        findings.push(*finding);
    }
    let scope = scope::scope(&planned.plan);
    (settle::settle(loaded, findings), scope)
}

/// What a build has done.
#[derive(Debug)]
pub struct Built {
    /// What was found, and what the site consists of.
    pub report: Report,
    /// How many files were taken over from the build before.
    pub taken: usize,
    /// Whether the site stood already as it is, and nothing was touched.
    pub stood: bool,
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
    progress: &dyn Progress,
) -> Result<Built, Error> {
    refuse_sources(root, output)?;
    progress.begin(Stage::Reading, None);
    let cache = match cache {
        Some(folder) => {
            refuse_site(root, output, folder)?;
            Some(Cache::at(folder)?)
        }
        None => None,
    };
    let keeping = cache.and_then(|cache| Keeping::begin(cache, root, occasion));
    if let Some(keeping) = &keeping
        && let Some(built) = keeping.publish(root, output, strictness, progress)?
    {
        return Ok(built);
    }
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings).into_all();
    let recall = keeping.as_ref().map(|keeping| keeping.recall(&loaded));
    let recalled = recall.as_ref();
    let planned = examine::examine(&loaded, occasion, &mut findings, recalled, progress);
    let engine = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file);
    let engine = engine.map_err(|finding| findings.push(*finding));
    let mut settled = settle::settle(&loaded, findings);
    let (mut recorded, mut taken) = (None, 0);
    if let Ok(engine) = engine
        && !settled.summary().fails(strictness)
    {
        let staging = Staging::begin(output)?;
        let recording = keeping
            .as_ref()
            .zip(recall.as_ref())
            .and_then(|(keeping, recall)| keeping.recording(&staging, recall));
        let output: &dyn Output = match &recording {
            Some(recording) => &recording.rest,
            None => &staging,
        };
        let recorder = recording.as_ref();
        let met = render::render(&loaded, &planned, &engine, output, recorder, progress)?;
        if met.is_empty() {
            render::copy(&loaded, &planned.assets, output)?;
            taken = recording.as_ref().map_or(0, Recording::taken);
            recorded = recording.and_then(Recording::end);
            staging.publish()?;
        }
        settled.findings.extend(met);
    }
    let scope = scope::scope(&planned.plan);
    let days = Days::around(occasion.today, loaded.site.policies.iter());
    let found = recall.map(Recall::into_found).unwrap_or_default();
    let links = planned.links;
    let report = settled.report(loaded.sources, scope);
    if let (Some(keeping), Some(recorded)) = (&keeping, recorded) {
        keeping.end(root, days, &report, recorded, &found);
    }
    clear_aside((loaded.site, links));
    Ok(Built {
        report,
        taken,
        stood: false,
    })
}

/// Clears away on a thread of its own what nobody asks for any more: of a large site that takes time, and
/// a program that ends need not wait for it.
fn clear_aside<T: Send + 'static>(rest: T) {
    // Without a thread it is cleared away here and now.
    let _ = std::thread::Builder::new().spawn(move || drop(rest));
}
