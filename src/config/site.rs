use serde::Deserialize;

use super::ask::{Ask, PerLanguage};
use super::pages::PagesFile;
use super::place::find_key;
use super::rules::{RulesFile, levels};
use super::value::{LangCode, Web, Words};
use super::yaml::Reading;
use crate::diagnostic::Finding;
use crate::model::{Lang, Owner, Site};
use crate::source::{FileId, SourceFile, Span};

/// `site.yaml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    base_url: Option<Web>,
    languages: Option<Vec<LangCode>>,
    theme: Option<Words>,
    pages: Option<PagesFile>,
    rules: Option<RulesFile>,
    title: PerLanguage,
    owner: Option<OwnerFile>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnerFile {
    name: PerLanguage,
    address: PerLanguage,
    phone: PerLanguage,
    email: PerLanguage,
}

/// The site that the file describes, without policies, and the findings. What is missing has a
/// value to go on with, so that the rest of the site is still checked; only the languages stay
/// empty.
pub fn site(id: FileId, file: &SourceFile, reading: Reading<SiteFile>) -> (Site, Vec<Finding>) {
    let mut site = reading.value;
    let mut ask = Ask {
        id,
        file,
        faulty: reading.faulty,
        findings: reading.findings,
    };
    ask.present(
        "base_url",
        "base_url: https://example.kz",
        site.base_url.is_some(),
    );
    ask.present(
        "languages",
        "languages: [kk, ru, en]",
        site.languages.as_ref().is_some_and(|l| !l.is_empty()),
    );
    ask.present("title", "title:", site.title.is_some());
    let mut languages: Vec<Lang> = Vec::new();
    for LangCode(lang) in site.languages.unwrap_or_default() {
        if !languages.contains(&lang) {
            languages.push(lang);
        }
    }
    let title = ask.complete(&["title"], site.title.take(), &languages);
    let mut owner = site.owner.unwrap_or_default();
    let owner = Owner {
        name: ask.complete(&["owner", "name"], owner.name.take(), &languages),
        address: ask.complete(&["owner", "address"], owner.address.take(), &languages),
        phone: ask.complete(&["owner", "phone"], owner.phone.take(), &languages),
        email: ask.complete(&["owner", "email"], owner.email.take(), &languages),
    };
    let rules = levels(id, file, site.rules.unwrap_or_default(), &mut ask.findings);
    let site = Site {
        base_url: site
            .base_url
            .map_or_else(|| "https://example.org".to_owned(), |web| web.0),
        languages,
        theme: site
            .theme
            .map_or_else(|| "default".to_owned(), |words| words.0),
        extras: site.pages.unwrap_or_default().extras(),
        rules,
        title,
        owner,
        policies: Vec::new(),
    };
    (site, ask.findings)
}

/// Where the file names its theme.
pub(crate) fn theme_span(file: &SourceFile) -> Span {
    find_key(file, &["theme"])
}

/// Where the file names its languages.
pub(crate) fn languages_span(file: &SourceFile) -> Span {
    find_key(file, &["languages"])
}
