//! Every link inside the site leads somewhere, and the site opens from any folder.

use std::collections::{BTreeMap, BTreeSet};

use crate::built::{Built, all};
use crate::common::page::{attributes, one, select};
use crate::common::sample::Sample;

#[test]
fn every_link_leads_to_a_file_and_every_anchor_to_an_id() {
    for site in all() {
        let followed = follow_all(&site);
        assert!(followed > 200, "{followed}");
    }
}

/// Follows all links inside of a site; gives their number.
pub(crate) fn follow_all(site: &Built) -> usize {
    let mut ids = BTreeMap::new();
    let mut links = BTreeMap::new();
    for (path, page) in site.pages() {
        ids.insert(path, BTreeSet::from_iter(attributes(&page, "[id]", "id")));
        links.insert(path, attributes(&page, "[href]", "href"));
    }
    // It is shown at any address.
    links.remove("404.html");
    let mut followed = 0;
    for (path, links) in links {
        for link in links {
            if link.contains(':') {
                continue;
            }
            followed += 1;
            let (target, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = match target {
                "" => path.to_owned(),
                target => resolve(path, target),
            };
            assert!(
                site.files.contains_key(&target),
                "{path}: {link} leads to no file"
            );
            let leads = anchor.is_empty() || ids[target.as_str()].contains(anchor);
            assert!(leads, "{path}: {link} leads to no id");
        }
    }
    followed
}

/// On paper nobody can follow a link: an address that its words do not say is told behind them.
#[test]
fn an_address_that_the_words_do_not_say_is_marked_for_paper() {
    let sample = Sample::small();
    let texts = [
        ("en", "This is a sample.", "See [the office]"),
        ("ru", "Это образец.", "См. [офис]"),
    ];
    for (lang, words, link) in texts {
        let path = format!("content/sample-policy/1.0/{lang}.md");
        let links = "(https://office.example/en/), https://office.example/, [1.2](#1.2).";
        sample.replace(&path, words, &format!("{link}{links}"));
    }
    sample.build().expect(0);
    let page = sample.page("en/sample-policy/index.html");
    let page = scraper::Html::parse_document(&page);
    let named = attributes(&page, "article a.named", "href");
    assert_eq!(named, ["https://office.example/en/"]);
}

/// Links that begin with a slash or name a folder would break when the site is opened from disk.
#[test]
fn links_inside_the_site_are_relative_and_name_files() {
    for site in all() {
        for (path, page) in site.pages_at(|path| path != "404.html") {
            for link in attributes(&page, "[href], [src]", "href") {
                let inside = !link.contains(':');
                assert!(!inside || !link.starts_with('/'), "{path}: {link}");
                assert!(!inside || !link.ends_with('/'), "{path}: {link}");
            }
            let absolute = attributes(&page, "body a", "href");
            let own = absolute.iter().find(|link| link.starts_with(site.base_url));
            let approved = attributes(&page, "article a", "href");
            assert!(
                own.is_none_or(|own| approved.contains(own)),
                "{path}: {own:?}"
            );
        }
    }
}

/// It is shown at any address, so only links from the root of the host work.
#[test]
fn the_links_of_the_404_page_begin_at_the_root_of_the_host() {
    for site in all() {
        let host = "https://".len() + site.base_url["https://".len()..].find('/').unwrap_or(99);
        let root = site.base_url.get(host..).unwrap_or_default();
        let page = scraper::Html::parse_document(site.text("404.html"));
        let links = attributes(&page, "a[href]:not(.skip), link[rel=stylesheet]", "href");
        assert!(links.len() > site.languages.len(), "{links:?}");
        for link in links {
            let path = link.strip_prefix(&format!("{root}/"));
            let path = path.unwrap_or_else(|| panic!("{link}"));
            let file = match path.ends_with('/') {
                true => format!("{path}index.html"),
                false => path.to_owned(),
            };
            assert!(site.files.contains_key(&file), "{link}");
        }
    }
}

#[test]
fn the_language_switch_leads_to_the_same_page() {
    for site in all() {
        for lang in site.languages {
            let own = |path: &str| path.starts_with(&format!("{lang}/"));
            for (path, page) in site.pages_at(own) {
                let switch = one(&page, ".language-switch");
                let links = select(&page, ".language-switch a");
                assert_eq!(links.len(), site.languages.len(), "{path}");
                for (link, other) in links.iter().zip(site.languages) {
                    let same = site.counterpart(path, other);
                    let href = link.value().attr("href").unwrap();
                    assert_eq!(resolve(path, href), same);
                    assert_eq!(link.value().attr("lang"), Some(*other));
                    let current = link.value().attr("aria-current").is_some();
                    assert_eq!(current, lang == other, "{}", switch.html());
                }
            }
        }
    }
}

#[test]
fn a_page_needs_no_script_and_nothing_from_elsewhere() {
    for site in all() {
        for (path, page) in site.pages() {
            assert!(
                select(&page, "iframe, img, style, [onclick]").is_empty(),
                "{path}"
            );
            // Conveniences: the history and the texts read as well without. Facts are no script.
            let scripts = select(&page, "script:not([type='application/ld+json'])");
            let kind = attributes(&page, "body", "data-page").remove(0);
            let has_some = !["languages", "index", "not-found", "changes-table"].contains(&&*kind);
            assert_eq!(!scripts.is_empty(), has_some, "{path}");
            for script in scripts {
                let source = resolve(path, script.value().attr("src").unwrap());
                assert!(site.files.contains_key(&source), "{path}: {source}");
                assert_eq!(script.inner_html(), "");
                assert!(script.value().attr("defer").is_some());
            }
            for sheet in attributes(&page, "link[rel=stylesheet]", "href") {
                assert!(!sheet.contains(':'), "{path}: {sheet}");
            }
        }
    }
}

/// The file that a relative link leads to.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{from}: {link} leaves the site"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
