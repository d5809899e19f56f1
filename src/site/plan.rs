use jiff::civil::Date;

use super::searched::plan_search;
use super::view::SCHEMA_FILE;
use super::{Address, ChangesForm, Host, Pair, pairs};
use crate::model::{Edition, Lang, Policy, Site, Text};
use crate::search::{Piece, Scope};

/// All pages of a site.
#[derive(Debug)]
pub struct Plan<'s> {
    /// The site.
    pub site: &'s Site,
    /// The pages, in the order of their planning.
    pub pages: Vec<Page<'s>>,
    /// The day the site is built for.
    pub today: Date,
    /// What becomes of drafts.
    pub drafts: Drafts,
}

/// What becomes of editions that no order has approved yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drafts {
    /// They are checked and not published.
    #[default]
    Hidden,
    /// They are published, marked as drafts.
    Shown,
}

impl Plan<'_> {
    /// The editions of a policy that have pages, oldest first.
    pub fn editions<'p>(&self, policy: &'p Policy) -> impl Iterator<Item = &'p Edition> + use<'p> {
        published(policy, self.drafts)
    }

    /// The page of a policy in a language, if it has one; the policy by its place among those of the
    /// site.
    pub fn home(&self, policy: usize, lang: &Lang) -> Option<Address> {
        let policy = self.site.policies.get(policy)?;
        let shown = policy.on(self.today)?.text(lang);
        shown.map(|_| Address::new(format!("{lang}/{}/", policy.slug)))
    }
}

/// The editions of a policy that have pages, oldest first.
pub(super) fn published(policy: &Policy, drafts: Drafts) -> impl Iterator<Item = &Edition> {
    let editions = policy.editions.iter();
    editions.filter(move |edition| drafts == Drafts::Shown || !edition.is_draft())
}

/// A page that is to be.
#[derive(Debug)]
pub struct Page<'s> {
    /// Where it lies.
    pub address: Address,
    /// What it shows.
    pub kind: PageKind<'s>,
}

/// What a page shows.
#[derive(Clone, Copy, Debug)]
pub enum PageKind<'s> {
    /// The choice of language.
    Languages,
    /// The index of policies in a language.
    Index(&'s Lang),
    /// The edition of a policy that counts today.
    Policy(&'s Policy, &'s Edition, &'s Text),
    /// One edition of a policy, at its own address.
    Edition(&'s Policy, &'s Edition, &'s Text),
    /// One edition of a policy in all its languages side by side, that of the text first.
    SideBySide(&'s Policy, &'s Edition, &'s Text),
    /// The facts of an edition, for other systems. The same bytes at the address of each language.
    EditionData(&'s Policy, &'s Edition),
    /// All editions of a policy, and what held on which day.
    History(&'s Policy, &'s Lang),
    /// What changed between two editions of a policy, in a language.
    Changes(&'s Policy, Pair<'s>, ChangesForm<'s>, &'s Lang),
    /// The search over the policies of a language.
    Search(&'s Lang),
    /// A file of the index that the search reads.
    SearchData(&'s Lang, Scope, Piece<'s>),
    /// The feed of a language.
    Feed(&'s Lang),
    /// The feed of one policy in a language.
    PolicyFeed(&'s Policy, &'s Lang),
    /// The map for search engines.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// What is shown when an address leads nowhere.
    NotFound,
    /// All policies and editions, for other systems.
    Policies,
    /// What describes that index.
    PoliciesSchema,
    /// The headers of the site, for a kind of host.
    Headers(Host),
}

/// Plans the pages of a site for a day.
pub fn plan(site: &Site, today: Date, drafts: Drafts) -> Plan<'_> {
    plan_with(site, &site.policies, today, drafts)
}

/// Plans the pages that are about no single policy: those that [`plan`] has besides.
pub fn plan_frame(site: &Site, today: Date, drafts: Drafts) -> Plan<'_> {
    plan_with(site, &[], today, drafts)
}

fn plan_with<'s>(site: &'s Site, policies: &'s [Policy], today: Date, drafts: Drafts) -> Plan<'s> {
    let mut pages = vec![page("", PageKind::Languages)];
    for lang in &site.languages {
        pages.push(page(&format!("{lang}/"), PageKind::Index(lang)));
        pages.push(page(&format!("{lang}/feed.xml"), PageKind::Feed(lang)));
        for policy in policies {
            plan_policy_in(site, policy, (today, drafts), lang, &mut pages);
        }
        if site.extras.search {
            plan_search(site, lang, (today, drafts), &mut pages);
        }
    }
    pages.push(page("sitemap.xml", PageKind::Sitemap));
    pages.push(page("robots.txt", PageKind::Robots));
    pages.push(page("404.html", PageKind::NotFound));
    if site.extras.data {
        pages.push(page("policies.json", PageKind::Policies));
        pages.push(page(SCHEMA_FILE, PageKind::PoliciesSchema));
    }
    let hosts = Host::ALL.into_iter();
    pages.extend(hosts.map(|host| page(host.file(), PageKind::Headers(host))));
    Plan {
        site,
        pages,
        today,
        drafts,
    }
}

/// Plans the pages about one policy alone: those that [`plan`] has of it, in the same order.
pub fn plan_policy<'s>(
    site: &'s Site,
    policy: &'s Policy,
    today: Date,
    drafts: Drafts,
) -> Plan<'s> {
    let mut pages = Vec::new();
    for lang in &site.languages {
        plan_policy_in(site, policy, (today, drafts), lang, &mut pages);
    }
    Plan {
        site,
        pages,
        today,
        drafts,
    }
}

/// Plans the pages about a policy in a language.
fn plan_policy_in<'s>(
    site: &'s Site,
    policy: &'s Policy,
    (today, drafts): (Date, Drafts),
    lang: &'s Lang,
    pages: &mut Vec<Page<'s>>,
) {
    let current = policy.on(today);
    if let Some((edition, text)) = current.and_then(|e| Some((e, e.text(lang)?))) {
        let kind = PageKind::Policy(policy, edition, text);
        pages.push(page(&format!("{lang}/{}/", policy.slug), kind));
        let feed = PageKind::PolicyFeed(policy, lang);
        pages.push(page(&format!("{lang}/{}/feed.xml", policy.slug), feed));
    }
    let extras = site.extras;
    if extras.history && published(policy, drafts).next().is_some() {
        let history = PageKind::History(policy, lang);
        pages.push(page(&format!("{lang}/{}/history/", policy.slug), history));
    }
    if !extras.editions {
        return;
    }
    for edition in published(policy, drafts) {
        let Some(text) = edition.text(lang) else {
            continue;
        };
        let path = format!("{lang}/{}/{}/", policy.slug, edition.number);
        pages.push(page(&path, PageKind::Edition(policy, edition, text)));
        if extras.parallel && edition.texts.len() > 1 {
            let parallel = PageKind::SideBySide(policy, edition, text);
            pages.push(page(&format!("{path}parallel/"), parallel));
        }
        if extras.data {
            let data = format!("{path}edition.json");
            pages.push(page(&data, PageKind::EditionData(policy, edition)));
        }
    }
    plan_changes(site, policy, drafts, lang, pages);
}

/// Neighbours are shown in all forms, other pairs as a redline alone.
fn plan_changes<'s>(
    site: &'s Site,
    policy: &'s Policy,
    drafts: Drafts,
    lang: &'s Lang,
    pages: &mut Vec<Page<'s>>,
) {
    let pairs = pairs(site, policy, drafts).into_iter();
    for pair in pairs.filter(|pair| pair.is_in(lang)) {
        for form in pair.forms(&site.languages, lang) {
            let path = format!("{lang}/{}{}", pair.path(policy), form.folder());
            pages.push(page(&path, PageKind::Changes(policy, pair, form, lang)));
        }
    }
}

/// A page below the site's root.
pub(super) fn page<'s>(path: &str, kind: PageKind<'s>) -> Page<'s> {
    Page {
        address: Address::new(path),
        kind,
    }
}

impl PageKind<'_> {
    /// All templates that pages are rendered with.
    pub const TEMPLATES: [&'static str; 16] = [
        "languages.html",
        "index.html",
        "policy.html",
        "parallel.html",
        "history.html",
        "changes.html",
        "changes-parallel.html",
        "changes-table.html",
        "search.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "not-found.html",
        "headers.txt",
        "headers-apache.txt",
        "headers-nginx.txt",
    ];

    /// The policy that it is about, if it is about one.
    pub fn policy(&self) -> Option<&Policy> {
        match self {
            Self::Policy(policy, ..)
            | Self::Edition(policy, ..)
            | Self::SideBySide(policy, ..)
            | Self::EditionData(policy, _)
            | Self::History(policy, _)
            | Self::Changes(policy, ..)
            | Self::PolicyFeed(policy, _) => Some(policy),
            Self::Languages
            | Self::Index(_)
            | Self::Search(_)
            | Self::SearchData(..)
            | Self::Feed(_)
            | Self::Sitemap
            | Self::Robots
            | Self::NotFound
            | Self::Policies
            | Self::PoliciesSchema
            | Self::Headers(_) => None,
        }
    }

    /// What it is, for people.
    pub fn describe(&self) -> String {
        match self {
            Self::Languages => "the choice of language".to_owned(),
            Self::Index(lang) => format!("the index in {lang}"),
            Self::Policy(policy, _, text) => format!("the policy {} in {}", policy.slug, text.lang),
            Self::Edition(policy, edition, text) => {
                let (slug, number) = (&policy.slug, &edition.number);
                format!("edition {number} of {slug} in {}", text.lang)
            }
            Self::SideBySide(policy, edition, text) => {
                let (slug, number) = (&policy.slug, &edition.number);
                let lang = &text.lang;
                format!("edition {number} of {slug} in {lang} beside its other languages")
            }
            Self::EditionData(policy, edition) => {
                format!("the facts of edition {} of {}", edition.number, policy.slug)
            }
            Self::History(policy, lang) => format!("the history of {} in {lang}", policy.slug),
            Self::Changes(policy, pair, form, lang) => {
                let (from, to) = (&pair.from.number, &pair.to.number);
                let slug = &policy.slug;
                let name = form.name();
                let beside = form.beside().map(|other| format!(" {other}"));
                let form = format!("{name}{}", beside.unwrap_or_default());
                format!("the changes of {slug} from {from} to {to} in {lang}, as {form}")
            }
            Self::Search(lang) => format!("the search in {lang}"),
            Self::SearchData(lang, scope, piece) => {
                format!("the file {}.js of the search in {lang}", piece.name(*scope))
            }
            Self::Feed(lang) => format!("the feed in {lang}"),
            Self::PolicyFeed(policy, lang) => format!("the feed of {} in {lang}", policy.slug),
            Self::Sitemap => "the map for search engines".to_owned(),
            Self::Robots => "the file for search engines".to_owned(),
            Self::NotFound => "the page for addresses that lead nowhere".to_owned(),
            Self::Policies => "the index for other systems".to_owned(),
            Self::PoliciesSchema => "the description of the index for other systems".to_owned(),
            Self::Headers(host) => format!("the headers in {}", host.file()),
        }
    }

    /// The template it is rendered with; data have none.
    pub fn template(&self) -> Option<&'static str> {
        Some(match self {
            Self::EditionData(..)
            | Self::SearchData(..)
            | Self::Policies
            | Self::PoliciesSchema => return None,
            Self::Languages => "languages.html",
            Self::Index(_) => "index.html",
            Self::Policy(..) | Self::Edition(..) => "policy.html",
            Self::SideBySide(..) => "parallel.html",
            Self::History(..) => "history.html",
            Self::Changes(_, _, ChangesForm::Redline, _) => "changes.html",
            Self::Changes(_, _, ChangesForm::Parallel, _) => "changes-parallel.html",
            Self::Changes(_, _, ChangesForm::Table | ChangesForm::Beside(_), _) => {
                "changes-table.html"
            }
            Self::Search(_) => "search.html",
            Self::Feed(_) | Self::PolicyFeed(..) => "feed.xml",
            Self::Sitemap => "sitemap.xml",
            Self::Robots => "robots.txt",
            Self::NotFound => "not-found.html",
            Self::Headers(host) => host.template(),
        })
    }
}
