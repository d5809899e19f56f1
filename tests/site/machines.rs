//! The map for search engines, and what they may read.

use scraper::Html;
use serde_json::Value;

use crate::built::{all, both};
use crate::common::page::attributes;
use crate::common::schema::fits;
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

#[test]
fn the_index_for_other_systems_names_each_edition_and_fits_its_description() {
    for site in all() {
        let index: Value = serde_json::from_str(site.text("policies.json")).unwrap();
        fits(tarmaq::site::POLICIES_SCHEMA, &index);
        fits(site.text("policies.schema.json"), &index);
        let policies = index["policies"].as_array().unwrap();
        let editions = policies
            .iter()
            .flat_map(|p| p["editions"].as_array().unwrap());
        let pages = editions.flat_map(|e| e["pages"].as_array().unwrap());
        let mut named: Vec<String> = Vec::new();
        for page in pages {
            let file = site.file(page["url"].as_str().unwrap());
            assert!(
                site.files
                    .contains_key(&site.file(page["facts"].as_str().unwrap()))
            );
            named.push(file);
        }
        named.sort();
        let is_edition = |page: &Html| attributes(page, "body", "data-page") == ["edition"];
        let pages = site.pages().filter(|(_, page)| is_edition(page));
        let pages: Vec<String> = pages.map(|(path, _)| path.to_owned()).collect();
        assert_eq!(named, pages);
    }
}

/// A policy is a document of a company: none of the words for legislation is used of it.
#[test]
fn search_engines_are_told_facts_of_a_policy() {
    let [sample, _] = both();
    let page = Html::parse_document(sample.text("en/handbook/index.html"));
    let data = page
        .select(&scraper::Selector::parse("script[type]").unwrap())
        .next()
        .unwrap();
    let data: Value = serde_json::from_str(&data.text().collect::<String>()).unwrap();
    assert_eq!(data["@type"], "WebPage");
    let document = &data["mainEntity"];
    assert_eq!(document["@type"], "DigitalDocument");
    assert_eq!(document["name"], "Sample Handbook");
    assert_eq!(document["version"], "1.0");
    assert_eq!(document["datePublished"], "2025-03-01");
    assert_eq!(document["publisher"]["name"], "“Sample & Co” LLP");
    assert_eq!(document["workTranslation"][0]["inLanguage"], "ru");
    for (path, text) in sample
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let text = String::from_utf8_lossy(text);
        assert!(!text.contains("Legislation"), "{path}");
    }
}

/// The page says it, and so do the files that hosts read their headers from.
#[test]
fn nothing_is_loaded_from_elsewhere_and_nothing_runs_inside_of_a_page() {
    let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                  font-src 'self'; base-uri 'none'; form-action 'self'";
    for site in all() {
        for (path, page) in site.pages() {
            let said = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
            assert_eq!(said, [policy], "{path}");
            for own in [
                "[style]",
                "style",
                "script:not([src]):not([type='application/ld+json'])",
            ] {
                let own = scraper::Selector::parse(own).unwrap();
                assert_eq!(page.select(&own).count(), 0, "{path}");
            }
        }
        for file in ["_headers", ".htaccess", "headers.nginx.conf"] {
            let text = site.text(file);
            assert!(
                text.contains(&format!("{policy}; frame-ancestors 'none'")),
                "{text}"
            );
        }
    }
}

#[test]
fn hosts_are_told_which_files_never_change() {
    let [sample, _] = both();
    let headers = sample.text("_headers");
    let lasting: Vec<&str> = headers
        .lines()
        .filter_map(|line| line.strip_prefix("/legal/assets/"))
        .collect();
    assert!(!lasting.is_empty());
    for name in lasting {
        let bytes = &sample.files[&format!("assets/{name}")];
        assert_eq!(
            tarmaq::site::is_named_after(name, bytes),
            Some(true),
            "{name}"
        );
    }
}
