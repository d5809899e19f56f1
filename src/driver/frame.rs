use rayon::prelude::*;

use super::round::Printer;
use super::sheets::Frame;
use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::site::PublishedAsset;
use crate::source::Error;
use crate::write::Output;

/// Makes the pages that are about no single policy, in parallel, and writes them, unless the site will
/// not be published. What templates cannot do is in the findings.
pub(super) fn print_frame(printer: &Printer<'_>) -> Result<Vec<Finding>, Error> {
    let press = &printer.press;
    let Frame { alone, searches } = Frame::of(&press.plan.pages);
    let alone = alone
        .into_par_iter()
        .map(|page| match printer.is_hopeless() {
            true => Ok(None),
            false => press.print(page),
        });
    let searches = searches
        .into_par_iter()
        .map(|(lang, pages)| match printer.is_hopeless() {
            true => Ok(None),
            false => press.print_search(lang, &pages, printer.recording),
        });
    let printed: Result<Vec<Option<Finding>>, Error> = alone.chain(searches).collect();
    Ok(printed?.into_iter().flatten().collect())
}

/// One fault of a template shows on every page; it is told once.
pub(super) fn distinct(met: impl Iterator<Item = Finding>) -> Vec<Finding> {
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
