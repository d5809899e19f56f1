use rayon::prelude::*;

use super::examine::Planned;
use super::press::Press;
use super::recording::Recording;
use super::sheets::{PolicySheets, Sorted, sorted};
use super::{Progress, Stage};
use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::render::Engine;
use crate::site::PublishedAsset;
use crate::source::Error;
use crate::write::Output;

/// Renders all pages, in parallel, and writes them. What templates cannot do is in the findings.
///
/// With a recording, what a build before made of the same is taken over.
///
/// What the pages of a policy have in common is made for that policy and dropped behind them, so
/// that a large site does not stand in memory as a whole.
pub(super) fn render(
    loaded: &Loaded,
    planned: &Planned<'_>,
    engine: &Engine,
    output: &dyn Output,
    recording: Option<&Recording<'_>>,
    progress: &dyn Progress,
) -> Result<Vec<Finding>, Error> {
    let Planned {
        plan,
        assets,
        links,
        ..
    } = planned;
    let press = Press {
        loaded,
        plan,
        engine,
        output,
        assets,
        links,
    };
    let Sorted {
        alone,
        searches,
        policies,
    } = sorted(&plan.pages);
    progress.begin(Stage::Making, Some(plan.pages.len()));
    let print_alone = || -> Result<Vec<Option<Finding>>, Error> {
        let alone = alone.into_par_iter();
        let printed = alone.map(|page| {
            let met = press.print(page);
            progress.advance(1);
            met
        });
        printed.collect()
    };
    let print_policies = || -> Result<Vec<Vec<Finding>>, Error> {
        let policies = policies.into_par_iter();
        policies
            .map(|(policy, pages)| {
                let count = pages.len();
                let sheets = PolicySheets::of(pages);
                let met = match recording {
                    Some(recording) => recording.print_policy(&press, planned, policy, &sheets),
                    None => press.print_policy(policy, &sheets),
                };
                progress.advance(count);
                met
            })
            .collect()
    };
    let print_searches = || -> Result<Vec<Option<Finding>>, Error> {
        let searches = searches.into_par_iter();
        let printed = searches.map(|(lang, pages)| {
            let met = press.print_search(lang, &pages);
            progress.advance(pages.len());
            met
        });
        printed.collect()
    };
    let print_rest = || rayon::join(print_searches, print_policies);
    let (alone, (searches, policies)) = rayon::join(print_alone, print_rest);
    let met = alone?.into_iter().chain(searches?).flatten();
    Ok(distinct(met.chain(policies?.into_iter().flatten())))
}

/// One fault of a template shows on every page; it is told once.
fn distinct(met: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for finding in met {
        if findings.iter().all(|known| known.labels != finding.labels) {
            findings.push(finding);
        }
    }
    findings
}

/// Copies what is published as it is.
pub(super) fn copy(
    loaded: &Loaded,
    assets: &[PublishedAsset<'_>],
    output: &dyn Output,
) -> Result<(), Error> {
    for asset in assets {
        output.write(&asset.path, &asset.bytes)?;
    }
    loaded.statics.par_iter().try_for_each(|entry| {
        let bytes =
            std::fs::read(&entry.location).map_err(|e| Error::io("read", &entry.location, e))?;
        output.write(&entry.path, &bytes)
    })
}
