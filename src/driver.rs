//! The whole walk through the house, in two lengths: [`check`] and [`build`].

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{Finding, Place, Severity, Summary};
use crate::load::{Loaded, load, locate};
use crate::model::Site;
use crate::render::{Engine, missing_words};
use crate::site::{Page, PageKind, Plan, PublishedAsset, collisions, plan, publish_assets, view};
use crate::source::{Error, FileId, Sources};
use crate::write::{Staging, refuse_sources};

/// What a walk found, and the files it concerns.
#[derive(Debug)]
pub struct Report {
    /// The files, for showing the findings.
    pub sources: Sources,
    /// The findings, sorted by place.
    pub findings: Vec<Finding>,
    /// What the site consists of.
    pub counts: Counts,
}

/// What a site consists of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Policies.
    pub policies: usize,
    /// Editions of all policies.
    pub editions: usize,
    /// Languages.
    pub languages: usize,
    /// Pages, feeds and the files for search engines.
    pub pages: usize,
}

impl Report {
    /// How many findings there are of each severity.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.findings)
    }

    /// Whether there are errors, with which nothing is written.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }
}

/// Checks the site in a folder, as it would be built for a day.
pub fn check(root: &Path, today: Date) -> Result<Report, Error> {
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let (plan, assets) = examine(&loaded, today, &mut findings);
    if let Err(finding) = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file) {
        findings.push(*finding);
    }
    let counts = counts(&loaded.site, &plan);
    drop((plan, assets));
    Ok(report(loaded, findings, counts))
}

/// Builds the site in a folder for a day and writes it to `output`, unless there are errors.
pub fn build(root: &Path, output: &Path, today: Date) -> Result<Report, Error> {
    refuse_sources(root, output)?;
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let (plan, assets) = examine(&loaded, today, &mut findings);
    let counts = counts(&loaded.site, &plan);
    match Engine::new(&loaded.theme, &loaded.sources, loaded.site_file) {
        Err(finding) => findings.push(*finding),
        Ok(_) if Summary::of(&findings).errors > 0 => {}
        Ok(engine) => {
            let staging = Staging::begin(output)?;
            let met = render(&loaded, &plan, &assets, &engine, &staging)?;
            if met.is_empty() {
                copy(&loaded, &assets, &staging)?;
                staging.publish()?;
            }
            findings.extend(met);
        }
    }
    drop((plan, assets));
    Ok(report(loaded, findings, counts))
}

/// Applies all rules that look at what was read, and plans the pages.
fn examine<'l>(
    loaded: &'l Loaded,
    today: Date,
    findings: &mut Vec<Finding>,
) -> (Plan<'l>, Vec<PublishedAsset<'l>>) {
    findings.par_extend(loaded.site.policies.par_iter().flat_map_iter(|policy| {
        policy.editions.iter().flat_map(move |edition| {
            let alone = edition.texts.iter().flat_map(|text| {
                let mut found = check::check_text(text);
                locate(text, &mut found);
                found
            });
            let place = Place {
                policy: Some(policy.slug.clone()),
                edition: Some(edition.number.clone()),
                ..Place::default()
            };
            let found: Vec<Finding> = alone.chain(check::check_edition(edition)).collect();
            found.into_iter().map(move |mut finding| {
                finding.locate(&place);
                finding
            })
        })
    }));
    let (theme, languages) = (&loaded.theme, &loaded.languages);
    findings.extend(missing_words(theme, &loaded.sources, languages));
    let plan = plan(&loaded.site, today);
    let assets = publish_assets(&theme.assets);
    findings.extend(collisions(
        &plan,
        &assets,
        &loaded.statics,
        loaded.site_file,
    ));
    (plan, assets)
}

/// Renders all pages, in parallel, and writes them to the staging folder. What templates cannot do
/// is in the findings.
fn render(
    loaded: &Loaded,
    plan: &Plan<'_>,
    assets: &[PublishedAsset<'_>],
    engine: &Engine<'_>,
    staging: &Staging,
) -> Result<Vec<Finding>, Error> {
    let stylesheets = assets.iter().filter(|asset| asset.is_stylesheet());
    let stylesheets: Vec<&str> = stylesheets.map(|asset| asset.path.as_str()).collect();
    // The pages that show one text are rendered together, so that the text is rendered once.
    let mut texts: BTreeMap<FileId, Vec<&Page<'_>>> = BTreeMap::new();
    let mut jobs: Vec<Vec<&Page<'_>>> = Vec::new();
    for page in &plan.pages {
        match page.kind {
            PageKind::Policy(.., text) | PageKind::Edition(.., text) => {
                texts.entry(text.file).or_default().push(page);
            }
            _ => jobs.push(vec![page]),
        }
    }
    jobs.extend(texts.into_values());
    let job = |pages: Vec<&Page<'_>>| -> Result<Option<Finding>, Error> {
        let mut article = None;
        for page in pages {
            let page_view = view(plan, page, &loaded.languages, &stylesheets);
            let Some(page_view) = page_view else { continue };
            if let PageKind::Policy(policy, edition, text)
            | PageKind::Edition(policy, edition, text) = page.kind
                && article.is_none()
                && let Some(language) = loaded.languages.get(&text.lang)
            {
                match engine.article(&policy.slug, edition, text, language) {
                    Ok(html) => article = Some(html),
                    Err(finding) => return Ok(Some(*finding)),
                }
            }
            let described = page.kind.describe();
            match engine.page(
                page.kind.template(),
                &page_view,
                article.as_deref(),
                &described,
            ) {
                Ok(html) => staging.write(&page.address.file(), html.as_bytes())?,
                Err(finding) => return Ok(Some(*finding)),
            }
        }
        Ok(None)
    };
    let met: Vec<Option<Finding>> = jobs.into_par_iter().map(job).collect::<Result<_, _>>()?;
    // One fault of a template shows on every page; it is told once.
    let mut findings: Vec<Finding> = met.into_iter().flatten().collect();
    findings.dedup_by(|a, b| a.labels == b.labels);
    Ok(findings)
}

/// Copies what is published as it is.
fn copy(loaded: &Loaded, assets: &[PublishedAsset<'_>], staging: &Staging) -> Result<(), Error> {
    for asset in assets {
        staging.write(&asset.path, asset.bytes)?;
    }
    loaded.statics.par_iter().try_for_each(|entry| {
        let bytes =
            std::fs::read(&entry.location).map_err(|e| Error::io("read", &entry.location, e))?;
        staging.write(&entry.path, &bytes)
    })
}

fn counts(site: &Site, plan: &Plan<'_>) -> Counts {
    Counts {
        policies: site.policies.len(),
        editions: site
            .policies
            .iter()
            .map(|policy| policy.editions.len())
            .sum(),
        languages: site.languages.len(),
        pages: plan.pages.len(),
    }
}

fn report(loaded: Loaded, mut findings: Vec<Finding>, counts: Counts) -> Report {
    findings.sort_by_cached_key(Finding::order);
    Report {
        sources: loaded.sources,
        findings,
        counts,
    }
}
