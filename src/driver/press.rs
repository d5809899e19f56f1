use std::collections::BTreeMap;

use rayon::prelude::*;

use super::compared::compared_as_read;
use super::recording::Recording;
use super::search::write_index;
use super::sheets::PolicySheets;
use crate::comparison::Readings;
use crate::diagnostic::Finding;
use crate::links::Links;
use crate::load::Loaded;
use crate::model::{Edition, Lang, Policy};
use crate::render::{Article, Engine, data};
use crate::site::{
    Compared, Counts, Linking, Page, PageKind, Pair, Plan, PublishedAsset, View, changes_view,
    history_view, search_view, view,
};
use crate::source::{Error, FileId};
use crate::write::Output;

/// What is needed to render a page and write it.
#[derive(Clone, Copy)]
pub(super) struct Press<'p> {
    pub(super) loaded: &'p Loaded,
    pub(super) plan: &'p Plan<'p>,
    pub(super) engine: &'p Engine,
    pub(super) output: &'p dyn Output,
    pub(super) assets: &'p [PublishedAsset<'p>],
    /// Where the words of each text lead.
    pub(super) links: &'p BTreeMap<FileId, Links>,
}

/// The finding about a template that could not be used, where there is one.
type Met = Option<Finding>;

impl Press<'_> {
    /// Renders and writes a page that has nothing in common with others.
    pub(super) fn print(&self, page: &Page<'_>) -> Result<Met, Error> {
        let view = view(self.plan, page, &self.loaded.languages, self.assets);
        self.print_view(page, view, None)
    }

    /// Renders and writes the pages about a policy.
    pub(super) fn print_policy(
        &self,
        policy: &Policy,
        sheets: &PolicySheets<'_>,
    ) -> Result<Vec<Finding>, Error> {
        let facts = sheets.facts.par_iter();
        facts.try_for_each(|(_, pages)| self.print_facts(pages))?;
        let others = sheets.others.iter().map(|page| self.print(page));
        let mut met: Vec<Met> = others.collect::<Result<_, _>>()?;
        let texts = sheets.texts.par_iter();
        let texts = texts.map(|(_, pages)| self.print_text(pages));
        met.extend(texts.collect::<Result<Vec<_>, _>>()?);
        let parallels = sheets.parallels.par_iter();
        let parallels = parallels.map(|(_, pages)| self.print_side_by_side(pages));
        met.extend(parallels.collect::<Result<Vec<_>, _>>()?);
        let (counts, changes) = self.print_changes(policy, sheets)?;
        met.extend(changes);
        let histories = sheets.histories.iter();
        for page in histories {
            met.push(self.print_history(page, &counts)?);
        }
        Ok(met.into_iter().flatten().collect())
    }

    /// The pages that show one text.
    fn print_text(&self, pages: &[&Page<'_>]) -> Result<Met, Error> {
        let mut article = None;
        for page in pages {
            if article.is_none() {
                article = match self.article(page) {
                    Ok(article) => article,
                    Err(finding) => return Ok(Some(*finding)),
                };
            }
            let view = view(self.plan, page, &self.loaded.languages, self.assets);
            let text = article.as_ref().map(|article| article.on(&page.address));
            let met = self.print_view(page, view, text.as_deref())?;
            if met.is_some() {
                return Ok(met);
            }
        }
        Ok(None)
    }

    /// The pages that set the languages of an edition side by side.
    fn print_side_by_side(&self, pages: &[&Page<'_>]) -> Result<Met, Error> {
        let Some(PageKind::SideBySide(policy, edition, _)) = pages.first().map(|page| page.kind)
        else {
            return Ok(None);
        };
        let languages = &self.loaded.languages;
        let cells = match self.engine.cells(&policy.slug, edition, languages) {
            Ok(cells) => cells,
            Err(finding) => return Ok(Some(*finding)),
        };
        for page in pages {
            let PageKind::SideBySide(_, _, text) = page.kind else {
                continue;
            };
            let view = view(self.plan, page, languages, self.assets);
            let (Some(View::SideBySide(own)), Some(language)) = (&view, languages.get(&text.lang))
            else {
                continue;
            };
            let described = page.kind.describe();
            let rows = self.engine.rows(own, language, &cells, &described);
            let met = match rows {
                Ok(rows) => self.print_view(page, view, Some(&rows))?,
                Err(finding) => Some(*finding),
            };
            if met.is_some() {
                return Ok(met);
            }
        }
        Ok(None)
    }

    /// All pages about changes from one edition to another, and how many clauses changed.
    fn print_changes(
        &self,
        policy: &Policy,
        sheets: &PolicySheets<'_>,
    ) -> Result<(Counts, Vec<Met>), Error> {
        let pairs = sheets.changes.values().map(|(pair, _)| pair);
        let editions: Vec<&Edition> = pairs.flat_map(|pair| [pair.from, pair.to]).collect();
        let readings = Readings::of(&editions, &self.loaded.languages);
        let printed = sheets.changes.par_iter();
        let printed = printed
            .map(|(_, (pair, pages))| self.print_pair(policy, pair, pages, &readings))
            .collect::<Result<Vec<_>, _>>()?;
        let mut counts = Counts::default();
        let mut met = Vec::new();
        for (counted, finding) in printed {
            counts.append(counted);
            met.push(finding);
        }
        Ok((counts, met))
    }

    /// The pages about the changes between two editions.
    fn print_pair(
        &self,
        policy: &Policy,
        pair: &Pair<'_>,
        pages: &[&Page<'_>],
        readings: &Readings<'_>,
    ) -> Result<(Counts, Met), Error> {
        let languages = &self.loaded.languages;
        let compared = self.compared(policy, pair, readings);
        let mut counts = Counts::default();
        counts.note(policy, pair, &compared);
        for page in pages {
            let view = changes_view(self.plan, page, languages, self.assets, &compared);
            let met = self.print_view(page, view, None)?;
            if met.is_some() {
                return Ok((counts, met));
            }
        }
        Ok((counts, None))
    }

    /// Renders and writes one page about a policy. `sheets` are all pages about it.
    pub(super) fn print_one(
        &self,
        policy: &Policy,
        page: &Page<'_>,
        sheets: &PolicySheets<'_>,
    ) -> Result<Met, Error> {
        let PageKind::History(..) = page.kind else {
            let met = self.print_policy(policy, &PolicySheets::of(vec![page]))?;
            return Ok(met.into_iter().next());
        };
        let pairs: Vec<Pair<'_>> = sheets.changes.values().map(|(pair, _)| *pair).collect();
        let editions: Vec<&Edition> = pairs.iter().flat_map(|pair| [pair.from, pair.to]).collect();
        let readings = Readings::of(&editions, &self.loaded.languages);
        let mut counts = Counts::default();
        for pair in &pairs {
            counts.note(policy, pair, &self.compared(policy, pair, &readings));
        }
        self.print_history(page, &counts)
    }

    fn compared(&self, policy: &Policy, pair: &Pair<'_>, readings: &Readings<'_>) -> Compared {
        let (site, languages) = (self.plan.site, &self.loaded.languages);
        compared_as_read(policy, pair, site, languages, readings, self.plan.today)
    }

    /// The history of a policy.
    fn print_history(&self, page: &Page<'_>, counts: &Counts) -> Result<Met, Error> {
        let languages = &self.loaded.languages;
        let view = history_view(self.plan, page, languages, self.assets, counts);
        self.print_view(page, view, None)
    }

    /// The search in a language, with all files of its index. `before` has what the build before left.
    pub(super) fn print_search(
        &self,
        lang: &Lang,
        pages: &[&Page<'_>],
        before: Option<&Recording<'_>>,
    ) -> Result<Met, Error> {
        let languages = &self.loaded.languages;
        let Some(language) = languages.get(lang) else {
            return Ok(None);
        };
        let version = write_index(self, language, pages, before)?;
        let is_page = |page: &&&Page<'_>| matches!(page.kind, PageKind::Search(_));
        let Some(page) = pages.iter().find(is_page) else {
            return Ok(None);
        };
        let view = search_view(self.plan, page, languages, self.assets, &version);
        self.print_view(page, view, None)
    }

    fn print_view(
        &self,
        page: &Page<'_>,
        view: Option<View>,
        article: Option<&str>,
    ) -> Result<Met, Error> {
        let Some(view) = view else { return Ok(None) };
        let Some(template) = page.kind.template() else {
            let json = data(&view);
            self.output.write(&page.address.file(), json.as_bytes())?;
            return Ok(None);
        };
        let described = page.kind.describe();
        match self.engine.page(template, &view, article, &described) {
            Ok(html) => {
                self.output.write(&page.address.file(), html.as_bytes())?;
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
            .try_for_each(|page| self.output.write(&page.address.file(), json.as_bytes()))
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
}
