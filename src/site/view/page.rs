use std::collections::BTreeMap;

use serde::Serialize;

use super::linked_data::LinkedData;
use super::owner::OwnerFacts;
use super::policy_feed::PolicyFeed;
use super::searching::Searching;
use crate::lang::{InterfaceWords, Language};
use crate::model::Lang;
use crate::site::{Address, Plan, PublishedAsset};

/// What every HTML page is given.
#[derive(Debug, Serialize)]
pub struct PageView {
    site: SiteFacts,
    page: PageFacts,
    words: InterfaceWords,
}

#[derive(Debug, Serialize)]
struct SiteFacts {
    title: Option<String>,
    owner: Option<OwnerFacts>,
    generator: &'static str,
}

#[derive(Debug, Serialize)]
struct PageFacts {
    kind: &'static str,
    lang: String,
    dir: String,
    title: String,
    description: String,
    canonical: Option<String>,
    robots: Option<&'static str>,
    root: String,
    home: Option<String>,
    search: Option<String>,
    feed: Option<String>,
    policy_feed: Option<PolicyFeed>,
    /// The index of all policies for other systems.
    policies: Option<String>,
    /// JSON-LD, ready to stand in a script element.
    linked_data: Option<String>,
    alternates: Vec<Alternate>,
    x_default: Option<String>,
    locale: String,
    stylesheets: Vec<String>,
    /// The scripts of the theme, by their paths below its `assets/`.
    scripts: BTreeMap<String, String>,
}

/// The same page in a language of the site.
#[derive(Debug, Serialize)]
struct Alternate {
    lang: String,
    name: String,
    href: String,
    url: String,
    current: bool,
    title: String,
    locale: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<InterfaceWords>,
}

/// What a page says of itself.
pub(super) struct About<'a> {
    pub(super) kind: &'static str,
    pub(super) lang: &'a Lang,
    pub(super) title: String,
    pub(super) description: String,
    /// The path of the page below its language's folder, the same in all languages.
    pub(super) path: &'a str,
    /// The language that stands beside that of the page, whose code is the last folder of the path.
    pub(super) beside: Option<&'a Lang>,
    pub(super) searching: Searching,
    /// The feed of the policy that the page is about.
    pub(super) feed: Option<PolicyFeed>,
    /// What is told of the page to search engines.
    pub(super) data: Option<LinkedData>,
}

/// What a view is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) address: &'a Address,
    pub(super) languages: &'a BTreeMap<Lang, Language>,
    pub(super) assets: &'a [PublishedAsset<'a>],
}

impl Surroundings<'_> {
    pub(super) fn url(&self, path: &str) -> String {
        Address::new(path).url(&self.plan.site.base_url)
    }

    pub(super) fn link(&self, path: &str) -> String {
        self.address.link_to(&Address::new(path))
    }

    /// The page for readers of none of the site's languages: the choice of language stands before
    /// the indexes; of any other page, it is the one in the first language.
    pub(super) fn default_path(&self, path: &str) -> Option<String> {
        let first = self.plan.site.languages.first()?;
        Some(match path {
            "" => String::new(),
            path => format!("{first}/{path}"),
        })
    }

    pub(super) fn title_in(&self, lang: &Lang) -> String {
        self.plan.site.title.get(lang).cloned().unwrap_or_default()
    }

    /// The path of the site on its host, without a slash at the end.
    pub(super) fn path_on_host(&self) -> &str {
        let base = &self.plan.site.base_url;
        let host = base.find("://").map_or(0, |at| at + 3);
        base[host..].find('/').map_or("", |at| &base[host + at..])
    }

    /// A page in one language with its counterparts in the others.
    pub(super) fn page(&self, about: About<'_>) -> Option<PageView> {
        let language = self.languages.get(about.lang)?;
        let lang = about.lang;
        let canonical = about.searching.canonical.as_deref().unwrap_or(about.path);
        let paths = |other: &Lang| match about.beside {
            Some(beside) => self.beside(about.path, (lang, beside), other),
            None => (about.path.to_owned(), canonical.to_owned()),
        };
        let alternates = self.alternates(Some(lang), &paths);
        let first = self.plan.site.languages.first()?;
        let extras = self.plan.site.extras;
        let facts = PageFacts {
            canonical: Some(self.url(&format!("{lang}/{canonical}"))),
            robots: about.searching.robots,
            home: Some(self.link(&format!("{lang}/"))),
            search: extras.search.then(|| self.link(&format!("{lang}/search/"))),
            feed: Some(self.link(&format!("{lang}/feed.xml"))),
            policy_feed: about.feed,
            policies: extras.data.then(|| self.link("policies.json")),
            linked_data: about.data.as_ref().map(LinkedData::html),
            x_default: Some(self.url(&self.default_path(&paths(first).1)?)),
            ..self.facts(
                about.kind,
                language,
                about.title,
                about.description,
                alternates,
            )
        };
        let site = SiteFacts {
            title: Some(self.title_in(lang)),
            owner: self.owner(lang),
            generator: GENERATOR,
        };
        Some(PageView {
            site,
            page: facts,
            words: language.words.clone(),
        })
    }

    /// The choice of language, at the site's root.
    pub(super) fn languages(&self) -> Option<PageView> {
        let (titles, mut view) = self.every_language("languages")?;
        view.page.title = titles;
        view.page.canonical = Some(self.url(""));
        view.page.x_default = Some(self.url(""));
        Some(view)
    }

    /// The page for addresses that lead nowhere. It is shown at any of them, so its links begin at
    /// the root of the host.
    pub(super) fn not_found(&self) -> Option<PageView> {
        let (titles, mut view) = self.every_language("not-found")?;
        let path = self.path_on_host();
        view.page.title = format!("404 — {titles}");
        view.page.robots = Some("noindex");
        let root = format!("{path}/");
        view.page.stylesheets = self.stylesheets(view.page.kind, &root);
        view.page.scripts = self.scripts(&root);
        view.page.root = root;
        Some(view)
    }

    /// A page in all languages at once, and the section's title in all of them.
    fn every_language(&self, kind: &'static str) -> Option<(String, PageView)> {
        let lang = self.plan.site.languages.first()?;
        let language = self.languages.get(lang)?;
        let mut alternates = self.alternates(None, &|_| Default::default());
        for alternate in &mut alternates {
            let language = self
                .languages
                .values()
                .find(|l| l.lang.code() == alternate.lang);
            alternate.words = language.map(|language| language.words.clone());
        }
        let mut titles: Vec<String> = alternates.iter().map(|a| a.title.clone()).collect();
        titles.dedup();
        let titles = titles.join(" · ");
        let facts = self.facts(kind, language, String::new(), titles.clone(), alternates);
        let view = PageView {
            site: SiteFacts {
                title: None,
                owner: None,
                generator: GENERATOR,
            },
            page: facts,
            words: language.words.clone(),
        };
        Some((titles, view))
    }

    fn facts(
        &self,
        kind: &'static str,
        language: &Language,
        title: String,
        description: String,
        alternates: Vec<Alternate>,
    ) -> PageFacts {
        let root = self.address.root();
        let up = if root == "./" { "" } else { &root };
        PageFacts {
            kind,
            lang: language.lang.to_string(),
            dir: language.direction.clone(),
            title,
            description,
            canonical: None,
            robots: None,
            home: None,
            search: None,
            feed: None,
            policy_feed: None,
            policies: None,
            linked_data: None,
            alternates,
            x_default: None,
            locale: language.locale.clone(),
            stylesheets: self.stylesheets(kind, up),
            scripts: self.scripts(up),
            root,
        }
    }

    /// The stylesheets of a page of a kind, those of its kind behind the others.
    fn stylesheets(&self, kind: &str, root: &str) -> Vec<String> {
        let sheets = self.assets.iter();
        let sheets = sheets.filter(|asset| asset.is_stylesheet() && asset.is_for(kind));
        let (own, common): (Vec<_>, Vec<_>) = sheets.partition(|asset| !asset.is_for_all());
        let sheets = common.into_iter().chain(own);
        sheets
            .map(|sheet| format!("{root}{}", sheet.path))
            .collect()
    }

    fn scripts(&self, root: &str) -> BTreeMap<String, String> {
        let scripts = self.assets.iter().filter(|asset| asset.is_script());
        scripts
            .map(|script| {
                (
                    script.name.clone().into_owned(),
                    format!("{root}{}", script.path),
                )
            })
            .collect()
    }

    /// The path of the counterpart in a language of a page in two languages side by side: one of
    /// them is always the first language of the site.
    fn beside(&self, path: &str, (lang, beside): (&Lang, &Lang), other: &Lang) -> (String, String) {
        let first = self.plan.site.languages.first();
        let partner = match first {
            Some(first) if other != first => first,
            _ if lang == other => beside,
            _ => lang,
        };
        let folder = path.strip_suffix(&format!("{beside}/")).unwrap_or(path);
        let path = format!("{folder}{partner}/");
        (path.clone(), path)
    }

    /// A page in each language, by the path it lies at and by that its text is known by.
    fn alternates(
        &self,
        current: Option<&Lang>,
        paths: &dyn Fn(&Lang) -> (String, String),
    ) -> Vec<Alternate> {
        let known = self
            .plan
            .site
            .languages
            .iter()
            .filter_map(|lang| self.languages.get(lang));
        let alternates = known.map(|language| {
            let lang = &language.lang;
            let (path, canonical) = paths(lang);
            Alternate {
                lang: lang.to_string(),
                name: language.name.clone(),
                href: self.link(&format!("{lang}/{path}")),
                url: self.url(&format!("{lang}/{canonical}")),
                current: current == Some(lang),
                title: self.title_in(lang),
                locale: language.locale.clone(),
                words: None,
            }
        });
        alternates.collect()
    }
}

/// The name and version of the program.
const GENERATOR: &str = concat!("tarmaq ", env!("CARGO_PKG_VERSION"));
