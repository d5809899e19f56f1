//! Where the words of the policies lead: every reference and every term of each page, to be read by a
//! person who knows the texts.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use scraper::{ElementRef, Html};

use crate::built::{Built, all, both, history};
use crate::common::expected::expect;
use crate::common::page::{select, text};

#[test]
fn the_links_of_the_policies() {
    let [_, real] = both();
    for policy in ["privacy-policy", "personal-data-destruction-policy"] {
        list(&real, policy);
    }
    for policy in ["refund-policy", "bonus-programme", "cookie-notice"] {
        list(&history(), policy);
    }
}

/// Compares the links of a policy's pages with those that were read and found right.
fn list(site: &Built, policy: &str) {
    for lang in site.languages {
        let page = site.text(&format!("{lang}/{policy}/index.html"));
        let page = Html::parse_document(page);
        let links = select(&page, "article dfn, article a.ref, article a.term");
        let mut lines = String::new();
        for link in links {
            let place = address(link);
            let words = text(link);
            let _ = match link.attr("href") {
                Some(href) => {
                    let class = link.attr("class").unwrap();
                    writeln!(lines, "{place}: {class} “{words}” → {href}")
                }
                None => writeln!(lines, "{place}: “{words}” is defined{}", id(link)),
            };
        }
        expect(&format!("site/expected/links/{policy}.{lang}.txt"), &lines);
    }
}

/// The number of the clause or section that an element stands in.
fn address(element: ElementRef<'_>) -> String {
    let mut around = element.ancestors().filter_map(ElementRef::wrap);
    let address = around.find_map(|element| element.attr("id"));
    address.unwrap_or("title").to_owned()
}

fn id(element: ElementRef<'_>) -> String {
    let id = element.attr("id");
    id.map(|id| format!(" at #{id}")).unwrap_or_default()
}

/// A script finds the definition of a term by its address: the block around the address, or the first
/// one below it.
#[test]
fn each_term_leads_to_a_block_that_defines_it() {
    let mut followed = 0;
    for site in all() {
        for (path, page) in site.pages_at(|path| !path.contains("/changes/")) {
            let blocks: BTreeMap<&str, ElementRef<'_>> = select(&page, "article [id]")
                .into_iter()
                .filter_map(|target| Some((target.attr("id")?, definition(target)?)))
                .collect();
            for link in select(&page, "article a.term") {
                let href = link.attr("href").unwrap();
                let block = blocks.get(href.trim_start_matches('#'));
                let block = block.unwrap_or_else(|| panic!("{path}: {href} defines nothing"));
                assert!(
                    !link.ancestors().any(|own| own == **block),
                    "{path}: {href}"
                );
                followed += 1;
            }
        }
    }
    assert!(followed > 200, "{followed}");
}

/// The block around an element, or else the first one in it, that defines a term.
fn definition(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    let mut blocks = around.chain(element.descendent_elements());
    blocks.find(|own| own.attr("data-definition").is_some())
}

/// No link stands in a link, a heading, a form, code or the name of a term.
#[test]
fn links_stand_in_running_text_alone() {
    for site in all() {
        for (path, page) in site.pages() {
            let no =
                "a a, :is(h1, h2, h3, h4, h5, h6, th, code) :is(.ref, .term), .form .term, dfn a";
            assert!(select(&page, no).is_empty(), "{path}");
        }
    }
}

#[test]
fn pages_of_changes_have_no_such_links() {
    let history = history();
    let pages = history.pages_at(|path| path.contains("/changes/"));
    for (path, page) in pages {
        let links = select(&page, "dfn, .term, .ref, [data-definition]");
        assert!(links.is_empty(), "{path}");
    }
}
