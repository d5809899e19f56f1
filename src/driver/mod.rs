//! The whole walk through the house, in two lengths: [`check`] and [`build`].

mod examine;
mod render;
mod report;

pub use report::{Counts, Report};

use std::path::Path;

use jiff::civil::Date;

use crate::diagnostic::Summary;
use crate::load::load;
use crate::render::Engine;
use crate::source::Error;
use crate::write::{Staging, refuse_sources};

/// Checks the site in a folder, as it would be built for a day.
pub fn check(root: &Path, today: Date) -> Result<Report, Error> {
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let (plan, _) = examine::examine(&loaded, today, &mut findings);
    if let Err(finding) = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file) {
        findings.push(*finding);
    }
    let counts = Counts::of(&plan);
    Ok(Report::new(loaded.sources, findings, counts))
}

/// Builds the site in a folder for a day and writes it to `output`, unless there are errors.
pub fn build(root: &Path, output: &Path, today: Date) -> Result<Report, Error> {
    refuse_sources(root, output)?;
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let (plan, assets) = examine::examine(&loaded, today, &mut findings);
    match Engine::new(&loaded.theme, &loaded.sources, loaded.site_file) {
        Err(finding) => findings.push(*finding),
        Ok(_) if Summary::of(&findings).errors > 0 => {}
        Ok(engine) => {
            let staging = Staging::begin(output)?;
            let met = render::render(&loaded, &plan, &assets, &engine, &staging)?;
            if met.is_empty() {
                render::copy(&loaded, &assets, &staging)?;
                staging.publish()?;
            }
            findings.extend(met);
        }
    }
    let counts = Counts::of(&plan);
    Ok(Report::new(loaded.sources, findings, counts))
}
