use std::collections::BTreeMap;

use rayon::prelude::*;

use super::compared::compared;
use super::examine::Planned;
use crate::diagnostic::Finding;
use crate::links::Links;
use crate::load::Loaded;
use crate::model::{Edition, Policy};
use crate::render::{Article, Engine, data};
use crate::site::{
    Compared, Counts, Linking, Page, PageKind, Plan, PublishedAsset, View, changes_view,
    history_view, view,
};
use crate::source::{Error, FileId};
use crate::write::Staging;

/// Renders all pages, in parallel, and writes them to the staging folder. What templates cannot do
/// is in the findings.
pub(super) fn render(
    loaded: &Loaded,
    planned: &Planned<'_>,
    engine: &Engine<'_>,
    staging: &Staging,
) -> Result<Vec<Finding>, Error> {
    let Planned {
        plan,
        assets,
        links,
    } = planned;
    // The pages that show one text are rendered together, so that the text is rendered once.
    let mut texts: BTreeMap<FileId, Vec<&Page<'_>>> = BTreeMap::new();
    // So are those about the changes between two editions, which are found out once.
    let mut changes: BTreeMap<(&str, &str, &str), Vec<&Page<'_>>> = BTreeMap::new();
    let mut jobs: Vec<Vec<&Page<'_>>> = Vec::new();
    // And those that set the languages of an edition side by side, which show the same cells.
    let mut parallels: BTreeMap<FileId, Vec<&Page<'_>>> = BTreeMap::new();
    // The facts of an edition are the same at all its addresses.
    let mut facts: BTreeMap<FileId, Vec<&Page<'_>>> = BTreeMap::new();
    // A history tells how many clauses changed, which is counted when the changes are shown.
    let mut histories = Vec::new();
    for page in &plan.pages {
        match page.kind {
            PageKind::Policy(.., text) | PageKind::Edition(.., text) => {
                texts.entry(text.file).or_default().push(page);
            }
            PageKind::SideBySide(_, edition, _) => {
                parallels.entry(edition.file).or_default().push(page);
            }
            PageKind::EditionData(_, edition) => {
                facts.entry(edition.file).or_default().push(page);
            }
            PageKind::Changes(policy, pair, ..) => {
                let job = (&*policy.slug, &*pair.to.number, &*pair.from.number);
                changes.entry(job).or_default().push(page);
            }
            PageKind::History(..) => histories.push(page),
            _ => jobs.push(vec![page]),
        }
    }
    jobs.extend(texts.into_values());
    jobs.extend(changes.into_values());
    jobs.extend(parallels.into_values());
    let press = Press {
        loaded,
        plan,
        engine,
        staging,
        assets,
        links,
    };
    let written = facts.into_par_iter();
    written.try_for_each(|(_, pages)| press.print_facts(&pages))?;
    let printed = jobs.into_par_iter().map(|pages| press.print(&pages));
    let printed: Vec<(Option<Finding>, Counts)> = printed.collect::<Result<_, _>>()?;
    let mut met = Vec::new();
    let mut counts = Counts::default();
    for (finding, counted) in printed {
        met.push(finding);
        counts.append(counted);
    }
    let printed = histories.into_par_iter();
    let printed = printed.map(|page| press.print_history(page, &counts));
    met.extend(printed.collect::<Result<Vec<_>, _>>()?);
    // One fault of a template shows on every page; it is told once.
    let mut findings: Vec<Finding> = met.into_iter().flatten().collect();
    findings.dedup_by(|a, b| a.labels == b.labels);
    Ok(findings)
}

/// What is needed to render a page and write it.
struct Press<'p> {
    loaded: &'p Loaded,
    plan: &'p Plan<'p>,
    engine: &'p Engine<'p>,
    staging: &'p Staging,
    assets: &'p [PublishedAsset<'p>],
    /// Where the words of each text lead.
    links: &'p BTreeMap<FileId, Links>,
}

impl Press<'_> {
    /// Renders and writes pages that share a text or compare the same editions, or a page that does
    /// neither. Gives the finding about the template that could not be used, and how many clauses
    /// changed between the editions.
    fn print(&self, pages: &[&Page<'_>]) -> Result<(Option<Finding>, Counts), Error> {
        let mut article = None;
        let mut counts = Counts::default();
        if let Some(PageKind::SideBySide(policy, edition, _)) = pages.first().map(|p| p.kind) {
            let finding = self.print_side_by_side(policy, edition, pages)?;
            return Ok((finding, counts));
        }
        let compared = pages.first().and_then(|page| self.compared(page));
        if let (Some(compared), Some(page)) = (&compared, pages.first())
            && let PageKind::Changes(policy, pair, ..) = &page.kind
        {
            counts.note(policy, pair, compared);
        }
        for page in pages {
            if article.is_none() {
                article = match self.article(page) {
                    Ok(article) => article,
                    Err(finding) => return Ok((Some(*finding), counts)),
                };
            }
            let view = self.view(page, compared.as_ref());
            let text = article.as_ref().map(|article| article.on(&page.address));
            if let Some(finding) = self.print_view(page, view, text.as_deref())? {
                return Ok((Some(finding), counts));
            }
        }
        Ok((None, counts))
    }

    /// The same for the pages that set the languages of an edition side by side.
    fn print_side_by_side(
        &self,
        policy: &Policy,
        edition: &Edition,
        pages: &[&Page<'_>],
    ) -> Result<Option<Finding>, Error> {
        let languages = &self.loaded.languages;
        let cells = match self.engine.cells(&policy.slug, edition, languages) {
            Ok(cells) => cells,
            Err(finding) => return Ok(Some(*finding)),
        };
        for page in pages {
            let (Some(view), Some(template)) = (self.view(page, None), page.kind.template()) else {
                continue;
            };
            let described = page.kind.describe();
            let html = self
                .engine
                .page_of_cells(template, &view, &cells, &described);
            match html {
                Ok(html) => self.staging.write(&page.address.file(), html.as_bytes())?,
                Err(finding) => return Ok(Some(*finding)),
            }
        }
        Ok(None)
    }

    /// The same for the history of a policy.
    fn print_history(&self, page: &Page<'_>, counts: &Counts) -> Result<Option<Finding>, Error> {
        let languages = &self.loaded.languages;
        let view = history_view(self.plan, page, languages, self.assets, counts);
        self.print_view(page, view, None)
    }

    fn print_view(
        &self,
        page: &Page<'_>,
        view: Option<View>,
        article: Option<&str>,
    ) -> Result<Option<Finding>, Error> {
        let Some(view) = view else { return Ok(None) };
        let Some(template) = page.kind.template() else {
            let json = data(&view);
            self.staging.write(&page.address.file(), json.as_bytes())?;
            return Ok(None);
        };
        let described = page.kind.describe();
        match self.engine.page(template, &view, article, &described) {
            Ok(html) => {
                self.staging.write(&page.address.file(), html.as_bytes())?;
                Ok(None)
            }
            Err(finding) => Ok(Some(*finding)),
        }
    }

    /// Writes the facts of an edition at all its addresses.
    fn print_facts(&self, pages: &[&Page<'_>]) -> Result<(), Error> {
        let view = pages
            .first()
            .and_then(|page| view(self.plan, page, &self.loaded.languages, self.assets));
        let Some(view) = view else { return Ok(()) };
        let json = data(&view);
        pages
            .iter()
            .try_for_each(|page| self.staging.write(&page.address.file(), json.as_bytes()))
    }

    /// What changed between the editions that a page compares, if it compares some.
    fn compared(&self, page: &Page<'_>) -> Option<Compared> {
        match &page.kind {
            PageKind::Changes(policy, pair, ..) => {
                let languages = &self.loaded.languages;
                let site = self.plan.site;
                Some(compared(policy, pair, site, languages, self.plan.today))
            }
            _ => None,
        }
    }

    /// The text that a page shows, if it shows one.
    fn article(&self, page: &Page<'_>) -> Result<Option<Article>, Box<Finding>> {
        let (PageKind::Policy(policy, edition, text) | PageKind::Edition(policy, edition, text)) =
            page.kind
        else {
            return Ok(None);
        };
        let Some(language) = self.loaded.languages.get(&text.lang) else {
            return Ok(None);
        };
        let none = Links::default();
        let links = self.links.get(&text.file).unwrap_or(&none);
        let linking = Linking::of(links, self.plan, &text.lang);
        self.engine
            .article(&policy.slug, edition, text, language, &linking)
            .map(Some)
    }

    fn view(&self, page: &Page<'_>, compared: Option<&Compared>) -> Option<View> {
        let languages = &self.loaded.languages;
        match compared {
            Some(compared) => changes_view(self.plan, page, languages, self.assets, compared),
            None => view(self.plan, page, languages, self.assets),
        }
    }
}

/// Copies what is published as it is.
pub(super) fn copy(
    loaded: &Loaded,
    assets: &[PublishedAsset<'_>],
    staging: &Staging,
) -> Result<(), Error> {
    for asset in assets {
        staging.write(&asset.path, &asset.bytes)?;
    }
    loaded.statics.par_iter().try_for_each(|entry| {
        let bytes =
            std::fs::read(&entry.location).map_err(|e| Error::io("read", &entry.location, e))?;
        staging.write(&entry.path, &bytes)
    })
}
