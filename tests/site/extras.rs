//! Kinds of pages that `site.yaml` switches off: they are not there, and nothing leads to them.

use std::collections::BTreeMap;

use crate::built::{Built, LATER};
use crate::common::sample::Sample;
use crate::links::follow_all;

/// Builds the site whose policies live through editions with some kinds of pages switched off; gives its
/// files.
fn without(kinds: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let sample = Sample::history();
    let switches = kinds.iter().map(|kind| format!("  {kind}: no\n"));
    sample.append(
        "site.yaml",
        &format!("pages:\n{}", switches.collect::<String>()),
    );
    sample
        .run(&["build", "--date", LATER, "--drafts"])
        .expect(0);
    sample.site()
}

/// Follows all links; gives how many files there are.
fn whole(files: BTreeMap<String, Vec<u8>>) -> usize {
    // It is looked at as all sites are, which are kept.
    let files: &'static BTreeMap<_, _> = Box::leak(Box::new(files));
    let site = Built {
        base_url: "https://ulgi-pay.example.com/legal",
        languages: &["kk", "ru", "en"],
        files,
    };
    follow_all(&site);
    files.len()
}

fn some(files: &BTreeMap<String, Vec<u8>>, piece: &str) -> bool {
    files.keys().any(|path| path.contains(piece))
}

#[test]
fn a_site_without_histories() {
    let files = without(&["history"]);
    assert!(!some(&files, "/history/"));
    assert!(some(&files, "/refund-policy/2.0/changes/index.html"));
    whole(files);
}

#[test]
fn a_site_without_pages_of_changes() {
    let files = without(&["changes"]);
    assert!(!some(&files, "/changes/"));
    assert!(some(&files, "/refund-policy/history/index.html"));
    whole(files);
}

#[test]
fn a_site_without_languages_side_by_side() {
    let files = without(&["parallel"]);
    assert!(!some(&files, "/2.0/parallel/"));
    assert!(some(&files, "/2.0/changes/parallel/"));
    whole(files);
}

#[test]
fn a_site_without_a_search() {
    let files = without(&["search"]);
    assert!(!some(&files, "/search/"));
    whole(files);
}

#[test]
fn a_site_without_data_for_other_systems() {
    let files = without(&["data"]);
    assert!(!some(&files, ".json"));
    whole(files);
}

/// What lies below the editions' addresses, and what tells of them, goes with them; each policy has one
/// page and one feed a language.
#[test]
fn a_site_of_policies_alone() {
    let files = without(&["editions", "search"]);
    let pages: Vec<&str> = files
        .keys()
        .filter_map(|path| path.strip_prefix("en/"))
        .collect();
    let expected = [
        "bonus-programme/feed.xml",
        "bonus-programme/index.html",
        "cookie-notice/feed.xml",
        "cookie-notice/index.html",
        "feed.xml",
        "index.html",
        "refund-policy/feed.xml",
        "refund-policy/index.html",
    ];
    assert_eq!(pages, expected);
    whole(files);
}

#[test]
fn a_switch_is_yes_or_no() {
    let sample = Sample::small();
    sample.append("site.yaml", "pages:\n  search: maybe\n");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "invalid-value");
    let message = finding["message"].as_str().unwrap();
    assert!(message.ends_with("expected `yes` or `no`"), "{message}");
}

#[test]
fn a_kind_that_there_is_not_is_told() {
    let sample = Sample::small();
    sample.append("site.yaml", "pages:\n  serch: no\n");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "unknown-key");
}
