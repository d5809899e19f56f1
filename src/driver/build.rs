use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::across::{self, plan_pages};
use super::examine::context;
use super::frame;
use super::keeping::Keeping;
use super::press::Press;
use super::recall::Recall;
use super::recording::Recording;
use super::round::{Printer, Round, fails_already};
use super::scope::scope;
use super::settle::settle;
use super::{Occasion, Progress, Stage};
use crate::cache::{Cache, Days};
use crate::check::PolicyTitles;
use crate::diagnostic::{Report, Strictness};
use crate::load::{Memory, Oblivion, load_within};
use crate::render::Engine;
use crate::source::{Error, Gathering};
use crate::write::{Staging, refuse_site, refuse_sources};

/// What a build may use.
#[derive(Clone, Copy, Debug)]
pub struct Means<'m> {
    /// The folder where builds leave for each other what can be taken over; the site is the same without.
    pub cache: Option<&'m Path>,
    /// How many bytes the texts may take together that stay parsed in memory. If there are more, each is
    /// parsed again when its turn comes; the site is the same.
    pub room: usize,
}

impl Default for Means<'_> {
    fn default() -> Self {
        Self {
            cache: None,
            room: 64 << 20,
        }
    }
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
/// as a failure.
pub fn build(
    root: &Path,
    output: &Path,
    occasion: Occasion,
    strictness: Strictness,
    means: Means<'_>,
    progress: &dyn Progress,
) -> Result<Built, Error> {
    refuse_sources(root, output)?;
    progress.begin(Stage::Reading, None);
    let look = || {
        let cache = means.cache.map(Cache::at).transpose()?;
        Ok(cache.and_then(|cache| Keeping::begin(cache, root, occasion, means.room)))
    };
    if let Some(folder) = means.cache {
        refuse_site(root, output, folder)?;
    }
    let mut kept: Option<(Keeping, Gathering)> = look()?;
    if let Some((keeping, content)) = kept.take_if(|(keeping, _)| keeping.answers) {
        if let Some(built) = keeping.publish(content, root, output, strictness, progress)? {
            return Ok(built);
        }
        // What is kept is not whole.
        kept = look()?;
    }
    let (keeping, content) = kept.unzip();
    let recollection = keeping.as_ref().map(Keeping::recollection);
    let memory: &dyn Memory = match &recollection {
        Some(recollection) => recollection,
        None => &Oblivion,
    };
    let mut loaded = load_within(root, means.room, memory, content)?;
    let mut findings = std::mem::take(&mut loaded.findings).into_all();
    let titles = PolicyTitles::of(&loaded.site.policies);
    let (plan, assets) = plan_pages(&loaded, occasion);
    findings.extend(across::about_site(&loaded, &plan, &assets));
    let engine = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file);
    let engine = engine.map_err(|finding| findings.push(*finding)).ok();
    let recall = keeping.as_ref().map(|keeping| keeping.recall(&loaded));

    let hopeless = fails_already(&loaded, &loaded.site.policies, &findings, strictness);
    let staging = engine.as_ref().filter(|_| !hopeless);
    let staging = staging.map(|engine| Ok((engine, Staging::begin(output)?)));
    let staging: Result<Option<(&Engine, Staging)>, Error> = staging.transpose();
    let workshop = staging.as_ref().ok().and_then(Option::as_ref);
    let recording = workshop.and_then(|(_, staging)| {
        let (keeping, recall) = keeping.as_ref().zip(recall.as_ref())?;
        Some(keeping.recording(staging, recall, &plan))
    });
    let none = BTreeMap::new();
    let printer = workshop.map(|(engine, staging)| Printer {
        press: Press {
            loaded: &loaded,
            plan: &plan,
            engine,
            output: match &recording {
                Some(recording) => &recording.rest,
                None => staging,
            },
            assets: &assets,
            links: &none,
        },
        recording: recording.as_ref(),
        strictness,
        hopeless: AtomicBool::new(false),
    });
    progress.begin(Stage::Building, Some(loaded.site.policies.len()));
    let round = Round {
        loaded: &loaded,
        context: &context(&loaded, &titles),
        occasion,
        recall: recall.as_ref(),
        printer: printer.as_ref(),
        progress,
    };
    let print_frame = || printer.as_ref().map(frame::print_frame).transpose();
    let (walked, framed) = rayon::join(|| round.walk(), print_frame);
    findings.extend(walked.findings);
    findings.extend(across::twins(&loaded, walked.pieces));
    let mut settled = settle(&loaded, findings);

    let (mut recorded, mut taken) = (None, 0);
    if !settled.summary().fails(strictness) {
        let met = framed?.into_iter().flatten().chain(walked.met?);
        let met = frame::distinct(met);
        if let Some(printer) = printer.filter(|_| met.is_empty()) {
            frame::copy(&loaded, &assets, printer.press.output)?;
            taken = recording.as_ref().map_or(0, Recording::taken);
            let recording = recording.zip(workshop);
            recorded = recording.and_then(|(recording, (_, staging))| recording.end(staging));
        }
        if let Some((_, staging)) = staging?.filter(|_| met.is_empty()) {
            staging.publish()?;
        }
        settled.findings.extend(met);
    }
    let scope = scope(&plan);
    let days = Days::around(occasion.today, loaded.site.policies.iter());
    let found = recall.map(Recall::into_known).unwrap_or_default();
    let report = settled.report(loaded.sources, scope);
    if let (Some(keeping), Some(recorded)) = (&keeping, recorded) {
        let read = recollection.map(|own| own.known).unwrap_or_default();
        keeping.end(root, days, &report, recorded, &found, &read);
    }
    clear_aside(loaded.site);
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
