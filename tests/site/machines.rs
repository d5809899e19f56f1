//! The map for search engines, and what they may read.

use scraper::Html;

use crate::built::{all, both};
use crate::common::page::attributes;
use crate::xml::parse;

#[test]
fn the_map_names_each_page_that_may_be_found_with_its_translations() {
    for site in all() {
        let map = parse(site.text("sitemap.xml"));
        assert_eq!(map.name, "urlset");
        let mut listed: Vec<String> = map
            .all("url")
            .map(|url| site.file(url.text_of("loc")))
            .collect();
        listed.sort();
        let canonical = |path: &str, page: &Html| {
            attributes(page, "link[rel=canonical]", "href") == [site.url(path)]
                && attributes(page, "meta[name=robots]", "content").is_empty()
        };
        let pages = site.pages().filter(|(path, page)| canonical(path, page));
        let pages: Vec<String> = pages.map(|(path, _)| path.to_owned()).collect();
        assert_eq!(listed, pages);
        for url in map.all("url") {
            let langs: Vec<_> = url
                .all("xhtml:link")
                .filter_map(|l| l.attribute("hreflang"))
                .collect();
            let expected: Vec<_> = site
                .languages
                .iter()
                .copied()
                .chain(["x-default"])
                .collect();
            assert_eq!(langs, expected);
            for link in url.all("xhtml:link") {
                assert_eq!(link.attribute("rel"), Some("alternate"));
                let href = link.attribute("href").unwrap();
                assert!(site.files.contains_key(&site.file(href)), "{href}");
            }
        }
    }
}

#[test]
fn the_map_says_when_a_policy_was_last_changed() {
    let [sample, _] = both();
    let map = parse(sample.text("sitemap.xml"));
    let url = map
        .all("url")
        .find(|url| url.text_of("loc").ends_with("/en/handbook/"));
    assert_eq!(url.unwrap().text_of("lastmod"), "2025-03-05");
}

#[test]
fn the_map_says_when_another_edition_came_into_force() {
    let [sample, _] = both();
    let map = parse(sample.text("sitemap.xml"));
    for page in ["/en/notice/", "/en/notice/history/"] {
        let url = map
            .all("url")
            .find(|url| url.text_of("loc").ends_with(page));
        assert_eq!(url.unwrap().text_of("lastmod"), "2025-07-01", "{page}");
    }
}

#[test]
fn robots_may_read_everything_and_are_shown_the_map() {
    for site in all() {
        let expected = format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n",
            site.base_url
        );
        assert_eq!(site.text("robots.txt"), expected);
    }
}
