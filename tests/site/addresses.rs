//! The address space is a promise.

use crate::built::{Built, all, both};

#[test]
fn each_page_has_the_address_that_was_promised() {
    let [_, site] = both();
    let mut promised = vec!["index.html", "sitemap.xml", "robots.txt", "404.html"]
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    for lang in site.languages {
        promised.push(format!("{lang}/index.html"));
        promised.push(format!("{lang}/feed.xml"));
        for policy in ["privacy-policy", "personal-data-destruction-policy"] {
            promised.push(format!("{lang}/{policy}/index.html"));
            promised.push(format!("{lang}/{policy}/1.1/index.html"));
            promised.push(format!("{lang}/{policy}/1.1/parallel/index.html"));
            promised.push(format!("{lang}/{policy}/history/index.html"));
            promised.push(format!("{lang}/{policy}/feed.xml"));
        }
    }
    for path in promised {
        assert!(site.files.contains_key(&path), "{path}");
    }
}

#[test]
fn clauses_sections_and_annexes_are_found_by_their_numbers() {
    let [_, site] = both();
    let page = |policy: &str| ids(&site, &format!("en/{policy}/index.html"));
    let privacy = page("privacy-policy");
    for id in ["4.4", "6", "12.1"] {
        assert!(privacy.contains(&id.to_owned()), "{id}");
    }
    let destruction = page("personal-data-destruction-policy");
    for id in ["5.1.2", "annex-1", "9.1"] {
        assert!(destruction.contains(&id.to_owned()), "{id}");
    }
}

#[test]
fn anchors_are_the_same_in_all_languages() {
    for site in all() {
        let (first, others) = site.languages.split_first().unwrap();
        let start = format!("{first}/");
        let own = site.files.keys().filter(|path| path.starts_with(&start));
        // Of clauses that were merged, one language may keep another than the others.
        let own = own.filter(|path| path.ends_with(".html") && !path.contains("/changes/"));
        for path in own {
            for lang in others {
                let other = path.replacen(&start, &format!("{lang}/"), 1);
                assert_eq!(ids(&site, path), ids(&site, &other), "{path}");
            }
        }
    }
}

#[test]
fn an_id_is_given_once_on_a_page() {
    for site in all() {
        for path in site.paths() {
            let mut ids = ids(&site, path);
            let count = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), count, "{path}");
        }
    }
}

fn ids(site: &Built, path: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(site.text(path));
    crate::common::page::attributes(&page, "[id]", "id")
}
