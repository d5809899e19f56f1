//! Minification takes out what no browser needs, and no word.

use std::collections::BTreeMap;

use scraper::Html;
use tarmaq::check::{Context, Parallel, PolicyTitles};
use tarmaq::driver::compared;
use tarmaq::links::{Links, links};
use tarmaq::load::{Loaded, load};
use tarmaq::render::Engine;
use tarmaq::site::{
    Counts, Drafts, Linking, PageKind, View, changes_view, history_view, plan, search_view, view,
};
use tarmaq::source::FileId;

use crate::common::page::{one, select};
use crate::common::real;
use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;
use crate::common::words::{Markers, words};

#[test]
fn a_minified_page_says_what_the_template_made() {
    let sample = Sample::full();
    for root in [sample.path(""), real::root().to_owned()] {
        let (drafts, pages) = (
            pages(&root, |engine| engine.unminified()),
            pages(&root, |engine| engine),
        );
        let mut shorter = 0;
        for ((path, draft), (_, page)) in drafts.iter().zip(&pages) {
            shorter += draft.len() - page.len();
            let (draft, page) = (Html::parse_document(draft), Html::parse_document(page));
            assert_eq!(body(&draft), body(&page), "{path}");
            assert_eq!(code(&draft), code(&page), "{path}");
        }
        assert!(shorter > 1000, "{shorter}");
    }
}

#[test]
fn the_code_of_the_sample_stands_to_the_letter() {
    let sample = Sample::full();
    let pages = pages(&sample.path(""), |engine| engine);
    let (_, page) = pages
        .iter()
        .find(|(path, _)| path == "en/handbook/index.html")
        .unwrap();
    let json = "{\n  \"name\":  \"Sample\",\n  \"tags\": [\"a\", \"<b>\"]\n}\n";
    let text = "  two spaces before,\n\nand an empty line & a tab:\there\n";
    assert_eq!(code(&Html::parse_document(page)), [json, text]);
}

/// The pages of a site by path, as an engine makes them.
fn pages(root: &std::path::Path, set: impl Fn(Engine) -> Engine) -> Vec<(String, String)> {
    let loaded = load(root).unwrap();
    let plan = plan(&loaded.site, DAY.parse().unwrap(), Drafts::Hidden);
    let links = links_of(&loaded);
    let engine = set(Engine::new(&loaded.theme, &loaded.sources, loaded.site_file).unwrap());
    let html = plan.pages.iter().filter(|page| {
        page.kind
            .template()
            .is_some_and(|name| name.ends_with(".html"))
    });
    html.map(|page| {
        let article = match page.kind {
            PageKind::Policy(policy, edition, text) | PageKind::Edition(policy, edition, text) => {
                let language = &loaded.languages[&text.lang];
                let linking = Linking::of(&links[&text.file], &plan, &text.lang);
                let article = engine.article(&policy.slug, edition, text, language, &linking);
                Some(article.unwrap().on(&page.address).into_owned())
            }
            _ => None,
        };
        let languages = &loaded.languages;
        let view = match &page.kind {
            PageKind::Changes(policy, pair, ..) => {
                let compared = compared(policy, pair, plan.site, languages, plan.today);
                changes_view(&plan, page, languages, &[], &compared).unwrap()
            }
            PageKind::History(..) => {
                let counts = Counts::default();
                history_view(&plan, page, languages, &[], &counts).unwrap()
            }
            PageKind::Search(_) => search_view(&plan, page, languages, &[], "").unwrap(),
            _ => view(&plan, page, languages, &[]).unwrap(),
        };
        let template = page.kind.template().unwrap();
        let article = match (&page.kind, &view) {
            (PageKind::SideBySide(policy, edition, text), View::SideBySide(own)) => {
                let cells = engine.cells(&policy.slug, edition, languages).unwrap();
                let language = &languages[&text.lang];
                Some(engine.rows(own, language, &cells, "").unwrap())
            }
            _ => article,
        };
        let html = engine.page(template, &view, article.as_deref(), "");
        (page.address.file(), html.unwrap())
    })
    .collect()
}

/// Where the words of each text of a site lead.
fn links_of(loaded: &Loaded) -> BTreeMap<FileId, Links> {
    let context = Context {
        languages: &loaded.languages,
        glossary: &loaded.glossary,
        titles: &PolicyTitles::of(&loaded.site.policies),
        policies: &loaded.site.policies,
    };
    let editions = loaded.site.policies.iter().flat_map(|policy| {
        let editions = policy.editions.iter();
        editions.map(|edition| Parallel::read(policy, edition, context.languages))
    });
    editions.flat_map(|own| links(&own, &context)).collect()
}

fn body(page: &Html) -> Vec<String> {
    let title = words(one(page, "title"), Markers::None).into_iter();
    title
        .chain(words(one(page, "body"), Markers::None))
        .collect()
}

fn code(page: &Html) -> Vec<String> {
    select(page, "pre")
        .iter()
        .map(|pre| pre.text().collect())
        .collect()
}
