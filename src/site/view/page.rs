use std::collections::BTreeMap;

use serde::Serialize;

use crate::lang::Language;
use crate::model::{Lang, Localized};
use crate::site::{Address, Plan};

/// What every HTML page is given.
#[derive(Debug, Serialize)]
pub struct PageView {
    site: SiteFacts,
    page: PageFacts,
    words: BTreeMap<String, String>,
}

#[derive(Debug, Serialize)]
struct SiteFacts {
    title: Option<String>,
    owner: Option<OwnerFacts>,
    generator: &'static str,
}

#[derive(Debug, Serialize)]
struct OwnerFacts {
    name: String,
    address: Option<String>,
    phone: Option<String>,
    phone_href: Option<String>,
    email: Option<String>,
}

#[derive(Debug, Serialize)]
struct PageFacts {
    kind: &'static str,
    lang: String,
    dir: String,
    title: String,
    description: String,
    canonical: Option<String>,
    root: String,
    home: Option<String>,
    feed: Option<String>,
    alternates: Vec<Alternate>,
    x_default: Option<String>,
    locale: String,
    stylesheets: Vec<String>,
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
    words: Option<BTreeMap<String, String>>,
}

/// What a page says of itself.
pub(super) struct About<'a> {
    pub(super) kind: &'static str,
    pub(super) lang: &'a Lang,
    pub(super) title: String,
    pub(super) description: String,
    /// The path of the page below its language's folder, the same in all languages.
    pub(super) path: &'a str,
}

/// What a view is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) address: &'a Address,
    pub(super) languages: &'a BTreeMap<Lang, Language>,
    pub(super) stylesheets: &'a [&'a str],
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

    /// A page in one language with its counterparts in the others.
    pub(super) fn page(&self, about: About<'_>) -> Option<PageView> {
        let language = self.languages.get(about.lang)?;
        let lang = about.lang;
        let alternates = self.alternates(Some(lang), about.path);
        let facts = PageFacts {
            canonical: Some(self.url(&format!("{lang}/{}", about.path))),
            home: Some(self.link(&format!("{lang}/"))),
            feed: Some(self.link(&format!("{lang}/feed.xml"))),
            x_default: Some(self.url(&self.default_path(about.path)?)),
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
        let base = &self.plan.site.base_url;
        let host_end = base.find("://").map_or(0, |at| at + 3);
        let path = base[host_end..]
            .find('/')
            .map_or("", |at| &base[host_end + at..]);
        view.page.title = format!("404 — {titles}");
        view.page.root = format!("{path}/");
        let absolute = self
            .stylesheets
            .iter()
            .map(|sheet| format!("{path}/{sheet}"));
        view.page.stylesheets = absolute.collect();
        Some(view)
    }

    /// A page in all languages at once, and the section's title in all of them.
    fn every_language(&self, kind: &'static str) -> Option<(String, PageView)> {
        let lang = self.plan.site.languages.first()?;
        let language = self.languages.get(lang)?;
        let mut alternates = self.alternates(None, "");
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
            home: None,
            feed: None,
            alternates,
            x_default: None,
            locale: language.locale.clone(),
            stylesheets: self
                .stylesheets
                .iter()
                .map(|sheet| format!("{up}{sheet}"))
                .collect(),
            root,
        }
    }

    fn alternates(&self, current: Option<&Lang>, path: &str) -> Vec<Alternate> {
        let known = self
            .plan
            .site
            .languages
            .iter()
            .filter_map(|lang| self.languages.get(lang));
        let alternates = known.map(|language| {
            let lang = &language.lang;
            let path = format!("{lang}/{path}");
            Alternate {
                lang: lang.to_string(),
                name: language.name.clone(),
                href: self.link(&path),
                url: self.url(&path),
                current: current == Some(lang),
                title: self.title_in(lang),
                locale: language.locale.clone(),
                words: None,
            }
        });
        alternates.collect()
    }

    fn owner(&self, lang: &Lang) -> Option<OwnerFacts> {
        let owner = &self.plan.site.owner;
        let fact = |facts: &Localized| facts.get(lang).cloned();
        let phone = fact(&owner.phone);
        Some(OwnerFacts {
            name: fact(&owner.name)?,
            address: fact(&owner.address),
            phone_href: phone.as_ref().map(|phone| {
                let digits = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
                format!("tel:{}", digits.collect::<String>())
            }),
            phone,
            email: fact(&owner.email),
        })
    }
}

/// The name and version of the program.
const GENERATOR: &str = concat!("tarmaq ", env!("CARGO_PKG_VERSION"));
