//! What search engines are told of editions.

use scraper::Html;

use crate::built::history;
use crate::common::page::attributes;

/// Of the addresses that say the same, one is to be found; what does not hold is not.
#[test]
fn search_engines_are_asked_to_show_what_holds() {
    let site = history();
    let asked = |path: &str| {
        let page = Html::parse_document(site.text(&format!("{path}/index.html")));
        let robots = attributes(&page, "meta[name=robots]", "content").join("; ");
        let canonical = attributes(&page, "link[rel=canonical]", "href").join("; ");
        (
            robots,
            canonical.replace("https://ulgi-pay.example.com/legal/", ""),
        )
    };
    for (path, robots, canonical) in [
        ("en/refund-policy", "", "en/refund-policy/"),
        ("en/refund-policy/1.5", "", "en/refund-policy/"),
        ("en/refund-policy/history", "", "en/refund-policy/history/"),
        (
            "en/refund-policy/1.4",
            "noindex, follow",
            "en/refund-policy/1.4/",
        ),
        (
            "en/refund-policy/2.0",
            "noindex, follow",
            "en/refund-policy/2.0/",
        ),
        (
            "en/refund-policy/2.1",
            "noindex, nofollow",
            "en/refund-policy/2.1/",
        ),
        ("en/bonus-programme", "", "en/bonus-programme/"),
        ("en/bonus-programme/1.2", "", "en/bonus-programme/"),
    ] {
        assert_eq!(
            asked(path),
            (robots.to_owned(), canonical.to_owned()),
            "{path}"
        );
    }
}
