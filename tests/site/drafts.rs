//! Editions that no order has approved.

use scraper::Html;

use crate::common::page::attributes;
use crate::common::sample::Sample;

const APPROVED: &str = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10";

#[test]
fn drafts_are_published_only_when_asked_for() {
    let facts = [("1.0", APPROVED), ("2.0", "accepted: []")];
    let sample = Sample::editions(&[("plan", &[("0.1", "accepted: []")]), ("terms", &facts)]);
    sample.build().expect(0);
    let hidden = sample.site();
    let about_drafts = |path: &&String| path.contains("/2.0/") || path.contains("/plan/");
    assert_eq!(hidden.keys().find(about_drafts), None);
    for (path, bytes) in &hidden {
        let text = String::from_utf8_lossy(bytes);
        let told = path.ends_with("html") && (text.contains("2.0/") || text.contains("plan/"));
        assert!(!told, "{path}");
    }

    sample
        .run(&["build", "--date", "2026-01-15", "--drafts"])
        .expect(0);
    let shown = sample.site();
    for path in ["terms/2.0/", "plan/0.1/", "plan/history/"] {
        let page = String::from_utf8(shown[&format!("en/{path}index.html")].clone()).unwrap();
        let page = Html::parse_document(&page);
        assert_eq!(
            attributes(&page, "meta[name=robots]", "content"),
            ["noindex, nofollow"],
            "{path}"
        );
    }
    // A policy that has nothing but drafts has no page of its own, no feed, and no place on the index.
    for path in ["en/plan/index.html", "en/plan/feed.xml"] {
        assert!(!shown.contains_key(path), "{path}");
    }
    for path in ["en/index.html", "sitemap.xml", "en/feed.xml"] {
        let text = String::from_utf8_lossy(&shown[path]).into_owned();
        assert!(!text.contains("plan"), "{path}");
    }
}
