//! Feeds, the map for search engines, and what they may read.

use crate::built::{Built, both};
use crate::xml::{Element, parse};

#[test]
fn the_feed_tells_of_each_edition_newest_first() {
    let [sample, _] = both();
    let feed = feed(&sample, "en");
    let told: Vec<_> = feed
        .all("entry")
        .map(|entry| {
            (
                entry.text_of("title"),
                entry.text_of("summary"),
                entry.text_of("updated"),
            )
        })
        .collect();
    let lines = [
        "Edition 2.0, approved by Order No.03-П dated 1 June 2025",
        "Edition 1.0, approved by Order No.01-П dated 1 March 2025",
        "Edition 1.0, approved by Order No.02-П dated 1 February 2025",
    ];
    assert_eq!(
        told,
        [
            ("Sample Notice", lines[0], "2025-06-01T00:00:00Z"),
            ("Sample Handbook", lines[1], "2025-03-05T00:00:00Z"),
            ("Sample Notice", lines[2], "2025-02-01T00:00:00Z"),
        ]
    );
}

/// RFC 4287, 4.1.1 and 4.1.2.
#[test]
fn a_feed_and_its_entries_have_what_the_standard_asks_for() {
    for site in both() {
        for lang in site.languages {
            let feed = feed(&site, lang);
            assert_eq!(feed.name, "feed");
            assert_eq!(feed.attribute("xmlns"), Some("http://www.w3.org/2005/Atom"));
            assert_eq!(feed.attribute("xml:lang"), Some(*lang));
            assert_eq!(
                feed.text_of("id"),
                format!("{}/{lang}/feed.xml", site.base_url)
            );
            assert!(!feed.text_of("title").is_empty());
            let author: Vec<_> = feed.all("author").collect();
            assert!(!author[0].text_of("name").is_empty());
            let newest = feed
                .all("entry")
                .map(|entry| entry.text_of("updated"))
                .max();
            assert_eq!(newest, Some(feed.text_of("updated")));
            let own = feed
                .all("link")
                .find(|link| link.attribute("rel") == Some("self"));
            assert_eq!(own.unwrap().attribute("href"), Some(feed.text_of("id")));
            let mut ids: Vec<_> = feed.all("entry").map(|entry| entry.text_of("id")).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count);
            for id in ids {
                assert!(site.files.contains_key(&file(&site, id)), "{id}");
            }
        }
    }
}

#[test]
fn the_map_names_each_page_with_its_translations() {
    for site in both() {
        let map = parse(site.text("sitemap.xml"));
        assert_eq!(map.name, "urlset");
        let mut listed: Vec<String> = map
            .all("url")
            .map(|url| file(&site, url.text_of("loc")))
            .collect();
        listed.sort();
        let pages = site.pages().map(|(path, _)| path.to_owned());
        let pages: Vec<String> = pages.filter(|path| path != "404.html").collect();
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
                assert!(site.files.contains_key(&file(&site, href)), "{href}");
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
fn robots_may_read_everything_and_are_shown_the_map() {
    for site in both() {
        let expected = format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n",
            site.base_url
        );
        assert_eq!(site.text("robots.txt"), expected);
    }
}

fn feed(site: &Built, lang: &str) -> Element {
    parse(site.text(&format!("{lang}/feed.xml")))
}

fn file(site: &Built, url: &str) -> String {
    let path = url
        .strip_prefix(site.base_url)
        .and_then(|path| path.strip_prefix('/'));
    let path = path.unwrap_or_else(|| panic!("{url}"));
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_owned(),
    }
}
