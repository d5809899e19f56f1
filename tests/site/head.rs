//! What a page tells browsers, search engines and those who share a link to it.

use scraper::Html;

use crate::built::{Built, all};
use crate::common::page::{attribute, attributes, one, text};

#[test]
fn each_page_says_its_language_its_title_and_what_it_is_about() {
    for site in all() {
        for (path, page) in site.pages() {
            let lang = attribute(&page, "html", "lang");
            let first = path.split('/').next().unwrap();
            let expected = match site.languages.contains(&first) {
                true => first,
                false => site.languages[0],
            };
            assert_eq!(lang, expected, "{path}");
            assert_eq!(attribute(&page, "html", "dir"), "ltr", "{path}");
            assert!(!text(one(&page, "title")).is_empty(), "{path}");
            assert_eq!(attributes(&page, "h1", "id").len(), 0);
            assert!(
                !attribute(&page, "meta[name=description]", "content").is_empty(),
                "{path}"
            );
            assert!(
                !attribute(&page, "meta[name=viewport]", "content").is_empty(),
                "{path}"
            );
        }
    }
}

#[test]
fn each_page_names_its_one_address_and_those_of_its_translations() {
    for site in all() {
        for (path, page) in site.pages_at(|path| path != "404.html") {
            assert_eq!(
                attribute(&page, "link[rel=canonical]", "href"),
                site.canonical(path)
            );
            let (lang, rest) = path.split_once('/').unwrap_or(("", path));
            for other in site.languages {
                let url = site.canonical(&site.counterpart(path, other));
                assert_eq!(alternate(&page, other), url, "{path}");
            }
            let default = match (lang, rest) {
                ("", _) | (_, "index.html") => String::new(),
                _ => site.counterpart(path, site.languages[0]),
            };
            assert_eq!(
                alternate(&page, "x-default"),
                site.canonical(&default),
                "{path}"
            );
        }
    }
}

#[test]
fn the_feeds_of_its_policy_and_its_language_are_named_on_each_page() {
    for site in all() {
        for (path, page) in site.pages_at(|path| path.contains('/')) {
            let parts: Vec<&str> = path.split('/').collect();
            let up = "../".repeat(parts.len() - 2);
            let mut expected = vec![format!("{up}feed.xml")];
            // The search is about all policies.
            if parts.len() > 2 && parts[1] != "search" {
                expected.insert(0, format!("{}feed.xml", "../".repeat(parts.len() - 3)));
            }
            let feeds = attributes(&page, "head link[type='application/atom+xml']", "href");
            assert_eq!(feeds, expected, "{path}");
        }
    }
}

#[test]
fn a_shared_link_has_a_title_and_a_description() {
    for site in all() {
        for (path, page) in site.pages_at(|path| path != "404.html") {
            let og =
                |name: &str| attribute(&page, &format!("meta[property='og:{name}']"), "content");
            assert_eq!(og("title"), text(one(&page, "title")), "{path}");
            assert_eq!(og("url"), site.canonical(path), "{path}");
            assert_eq!(
                og("description"),
                attribute(&page, "meta[name=description]", "content")
            );
            let article = page
                .select(&scraper::Selector::parse("article").unwrap())
                .count()
                == 1;
            assert_eq!(
                og("type"),
                if article { "article" } else { "website" },
                "{path}"
            );
            assert!(og("locale").contains('_'), "{path}");
            let name = attributes(&page, "meta[property='og:site_name']", "content");
            assert_eq!(name.len(), usize::from(path.contains('/')), "{path}");
        }
    }
}

#[test]
fn the_404_page_asks_not_to_be_found() {
    for site in all() {
        let page = not_found(&site);
        assert_eq!(attribute(&page, "meta[name=robots]", "content"), "noindex");
        assert!(attributes(&page, "link[rel=canonical]", "href").is_empty());
    }
}

#[test]
fn the_404_page_speaks_all_languages() {
    for site in all() {
        let page = not_found(&site);
        assert_eq!(attributes(&page, ".missing", "lang"), site.languages);
    }
}

fn not_found(site: &Built) -> Html {
    Html::parse_document(site.text("404.html"))
}

fn alternate(page: &Html, lang: &str) -> String {
    attribute(
        page,
        &format!("head link[rel=alternate][hreflang='{lang}']"),
        "href",
    )
}
