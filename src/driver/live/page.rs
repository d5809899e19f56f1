use std::collections::BTreeMap;

use super::Live;
use crate::check::Parallel;
use crate::diagnostic::Finding;
use crate::driver::Occasion;
use crate::driver::examine::context;
use crate::driver::press::Press;
use crate::driver::sheets::PolicySheets;
use crate::links::{Links, links};
use crate::model::{Lang, Policy};
use crate::site::{Page, PageKind, Plan, plan, plan_frame, plan_policy};
use crate::source::{Error, FileId};
use crate::write::Memory;

/// A file of the site, made now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What it shows.
    pub about: About,
    /// Files that were made with it, by their paths: those of an index are made together.
    pub beside: BTreeMap<String, Vec<u8>>,
}

/// What a page shows, as far as it shows a part of a policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The policy's folder name.
    pub policy: Option<String>,
    /// The edition's number.
    pub edition: Option<String>,
    /// The codes of the languages whose texts stand on the page with the addresses of their clauses.
    pub languages: Vec<String>,
    /// The code of the language that the page speaks to its reader.
    pub speaks: Option<String>,
}

/// Why a page is not there.
#[derive(Debug)]
pub enum Unmade {
    /// The site has no such file.
    Unknown,
    /// A template cannot make it.
    Template(Box<Finding>),
    /// The machine failed.
    Machine(Error),
}

impl From<Error> for Unmade {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}

impl Live {
    /// The file of the site at a path, such as `en/privacy-policy/index.html`, as it is on an occasion.
    pub fn file(&self, path: &str, occasion: Occasion) -> Result<Made, Unmade> {
        if let Some(entry) = self.loaded.statics.iter().find(|own| own.path == path) {
            let bytes = std::fs::read(&entry.location);
            let bytes = bytes.map_err(|e| Error::io("read", &entry.location, e))?;
            return Ok(Made::plain(bytes));
        }
        if let Some(asset) = self.look.assets.iter().find(|own| own.path == path) {
            return Ok(Made::plain(asset.bytes.to_vec()));
        }
        let site = &self.loaded.site;
        let (today, drafts) = (occasion.today, occasion.drafts);
        let mut parts = path.split('/');
        let (lang, slug) = (parts.next(), parts.next());
        let speaks = site.languages.iter().any(|own| Some(own.code()) == lang);
        let mut policies = site.policies.iter().filter(|_| speaks);
        let policy = policies.find(|policy| Some(policy.slug.as_str()) == slug);
        if let Some(policy) = policy {
            let plan = plan_policy(site, policy, today, drafts);
            if let Some(page) = find(&plan, path) {
                return self.made(&plan, page, Some(policy));
            }
        }
        let frame = plan_frame(site, today, drafts);
        match find(&frame, path) {
            None => Err(Unmade::Unknown),
            Some(page) if matches!(page.kind, PageKind::Sitemap) => {
                let whole = plan(site, today, drafts);
                find(&whole, path)
                    .map_or(Err(Unmade::Unknown), |page| self.made(&whole, page, None))
            }
            Some(page) => self.made(&frame, page, None),
        }
    }

    /// The paths of all files of the site on an occasion.
    pub fn paths(&self, occasion: Occasion) -> Vec<String> {
        let plan = plan(&self.loaded.site, occasion.today, occasion.drafts);
        let pages = plan.pages.iter().map(|page| page.address.file());
        let assets = self.look.assets.iter().map(|asset| asset.path.clone());
        let statics = self.loaded.statics.iter().map(|entry| entry.path.clone());
        pages.chain(assets).chain(statics).collect()
    }

    fn made(
        &self,
        plan: &Plan<'_>,
        page: &Page<'_>,
        policy: Option<&Policy>,
    ) -> Result<Made, Unmade> {
        let engine = self.look.engine.as_ref();
        let engine = engine.map_err(|finding| Unmade::Template(finding.clone()))?;
        let memory = Memory::default();
        let press = Press {
            loaded: &self.loaded,
            plan,
            engine,
            output: &memory,
            assets: &self.look.assets,
            links: &self.links(page),
        };
        let met = match (policy, &page.kind) {
            (_, PageKind::Search(lang) | PageKind::SearchData(lang, ..)) => {
                let pages = plan.pages.iter();
                let pages: Vec<&Page<'_>> = pages.filter(|own| is_of_search(own, lang)).collect();
                press.print_search(lang, &pages, None)?
            }
            (Some(policy), _) => {
                let pages = plan.pages.iter().collect();
                press.print_one(policy, page, &PolicySheets::of(pages))?
            }
            (None, _) => press.print(page)?,
        };
        if let Some(finding) = met {
            return Err(Unmade::Template(Box::new(finding)));
        }
        let mut beside = memory.into_files();
        let bytes = beside.remove(&page.address.file()).ok_or(Unmade::Unknown)?;
        Ok(Made {
            bytes,
            about: About::of(page),
            beside,
        })
    }

    /// Where the words of the text lead that a page shows.
    fn links(&self, page: &Page<'_>) -> BTreeMap<FileId, Links> {
        let (PageKind::Policy(policy, edition, _) | PageKind::Edition(policy, edition, _)) =
            page.kind
        else {
            return BTreeMap::new();
        };
        let parallel = Parallel::read(policy, edition, &self.loaded.languages);
        let links = links(&parallel, &context(&self.loaded, &self.titles));
        links.into_iter().collect()
    }
}

impl Made {
    fn plain(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            about: About::default(),
            beside: BTreeMap::new(),
        }
    }
}

fn is_of_search(page: &Page<'_>, lang: &Lang) -> bool {
    match page.kind {
        PageKind::Search(own) | PageKind::SearchData(own, ..) => own == lang,
        _ => false,
    }
}

fn find<'p, 's>(plan: &'p Plan<'s>, path: &str) -> Option<&'p Page<'s>> {
    let mut pages = plan.pages.iter();
    pages.find(|page| page.address.file() == path)
}

impl About {
    fn of(page: &Page<'_>) -> Self {
        let (edition, languages, speaks) = match &page.kind {
            PageKind::Policy(_, edition, text) | PageKind::Edition(_, edition, text) => {
                (Some(edition), vec![text.lang.to_string()], Some(&text.lang))
            }
            PageKind::SideBySide(_, edition, text) => {
                let langs = edition.texts.iter().map(|text| text.lang.to_string());
                (Some(edition), langs.collect(), Some(&text.lang))
            }
            PageKind::Changes(_, pair, _, lang) => (Some(&pair.to), Vec::new(), Some(*lang)),
            PageKind::History(_, lang) | PageKind::Index(lang) | PageKind::Search(lang) => {
                (None, Vec::new(), Some(*lang))
            }
            _ => (None, Vec::new(), None),
        };
        Self {
            policy: page.kind.policy().map(|policy| policy.slug.clone()),
            edition: edition.map(|edition| edition.number.clone()),
            languages,
            speaks: speaks.map(ToString::to_string),
        }
    }
}
