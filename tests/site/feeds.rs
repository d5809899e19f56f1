//! Feeds of a language and of a policy (RFC 4287).

use crate::built::{Built, all, both, history};
use crate::common::sample::Sample;
use crate::xml::{Element, parse};

#[test]
fn the_feed_tells_of_each_edition_newest_first() {
    let [sample, _] = both();
    let feed = parse(sample.text("en/feed.xml"));
    let lines = [
        "Edition 2.0, approved by Order No.03-П dated 1 June 2025. Came into force: 1 July 2025.",
        "Edition 1.0, approved by Order No.01-П dated 1 March 2025. Came into force: 1 March 2025.",
        "Edition 1.0, approved by Order No.02-П dated 1 February 2025. Came into force: 1 February 2025.",
    ];
    assert_eq!(
        told(&feed),
        [
            (
                "Sample Notice: Edition 2.0",
                lines[0],
                "2025-06-01T00:00:00Z"
            ),
            (
                "Sample Handbook: Edition 1.0",
                lines[1],
                "2025-03-05T00:00:00Z"
            ),
            (
                "Sample Notice: Edition 1.0",
                lines[2],
                "2025-02-01T00:00:00Z"
            ),
        ]
    );
}

#[test]
fn the_feed_of_a_policy_tells_of_its_own_approved_editions() {
    let site = history();
    let feed = parse(site.text("en/refund-policy/feed.xml"));
    let titles = told(&feed).into_iter().map(|(title, ..)| title);
    let numbers = ["2.0", "1.5", "1.4", "1.3", "1.2", "1.1", "1.0"];
    let expected = numbers.map(|number| format!("Refund Policy: Edition {number}"));
    assert_eq!(titles.collect::<Vec<_>>(), expected);
    assert_eq!(feed.text_of("title"), "Refund Policy — Legal Information");
}

#[test]
fn an_edition_that_is_upcoming_says_what_changes_and_when() {
    let site = history();
    let feed = parse(site.text("en/refund-policy/feed.xml"));
    let (_, summary, updated) = told(&feed)[0];
    assert_eq!(
        summary,
        "Section 6 on the cancellation of a payment and Annex No. 2 are added; the period for \
         considering a request and the commission are reduced. Edition 2.0, approved by Order No. \
         21-О/Д dated 12 October 2026. In force from: 1 January 2027."
    );
    assert_eq!(updated, "2026-10-12T00:00:00Z");
}

/// The entry keeps its id, so that a feed reader shows it again instead of another one.
#[test]
fn a_corrigendum_updates_the_entry_of_its_edition() {
    let site = history();
    let feed = parse(site.text("en/refund-policy/feed.xml"));
    let (title, summary, updated) = told(&feed)[1];
    assert_eq!(title, "Refund Policy: Edition 1.5");
    assert!(
        summary.ends_with(
            "Corrections of the text: 20 March 2026: In section 2, the missing closing quotation \
             mark after the words “Register of Refunds” is restored."
        ),
        "{summary}"
    );
    assert_eq!(updated, "2026-03-20T00:00:00Z");
}

#[test]
fn a_repeal_updates_the_entry_of_its_edition() {
    let site = history();
    let feed = parse(site.text("en/bonus-programme/feed.xml"));
    let (_, summary, updated) = told(&feed)[0];
    let end = "No longer in force from: 1 July 2026 (Order No. 19-О/Д dated 15 June 2026).";
    assert!(summary.ends_with(end), "{summary}");
    assert_eq!(updated, "2026-06-15T00:00:00Z");
}

/// RFC 4287, 4.2.6: an id never changes; 4.2.15: what is published later is dated later.
#[test]
fn what_becomes_of_an_edition_changes_its_day_and_not_its_id() {
    let sample = Sample::editions(&[(
        "terms",
        &[(
            "1.0",
            "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10",
        )],
    )]);
    let feed = |day: &str| {
        sample.run(&["build", "--date", day]).expect(0);
        let feed = parse(&sample.page("en/feed.xml"));
        let entry = feed.all("entry").next().unwrap();
        let days = [
            feed.text_of("updated"),
            entry.text_of("updated"),
            entry.text_of("published"),
        ];
        (
            entry.text_of("id").to_owned(),
            days.map(|day| day[..10].to_owned()),
        )
    };
    let edition = "content/terms/1.0/edition.yaml";
    let (id, days) = feed("2025-02-01");
    assert_eq!(days, ["2025-01-10"; 3]);
    let corrigendum = "corrigenda:\n- date: 2025-03-01\n  reason: { en: a slip, ru: описка }\n";
    sample.append(edition, corrigendum);
    let corrected = ["2025-03-01", "2025-03-01", "2025-01-10"].map(str::to_owned);
    assert_eq!(feed("2025-03-02"), (id.clone(), corrected));
    let repeal = "repealed:\n  date: 2025-06-01\n  order: { number: 9, date: 2025-05-20 }\n";
    sample.append(edition, repeal);
    let repealed = ["2025-05-20", "2025-05-20", "2025-01-10"].map(str::to_owned);
    assert_eq!(feed("2025-05-20"), (id.clone(), repealed.clone()));
    assert_eq!(feed("2025-07-01"), (id, repealed));
}

/// A correction and an end are seen from the day they are sealed.
#[test]
fn what_is_sealed_later_is_dated_with_the_day_it_was_sealed() {
    let sample = Sample::small();
    let edition = "content/sample-policy/1.0/edition.yaml";
    let run = |command: &[&str], day: &str| {
        let arguments: Vec<&str> = command.iter().copied().chain(["--date", day]).collect();
        sample.run(&arguments).expect(0);
    };
    run(&["seal", "sample-policy", "1.0"], "2025-03-01");
    sample.append(edition, "repealed:\n  date: 2025-09-01\n");
    run(&["seal", "sample-policy", "1.0"], "2025-08-20");
    run(&["build"], "2025-08-25");
    let feed = parse(&sample.page("en/feed.xml"));
    assert_eq!(feed.text_of("updated"), "2025-08-20T00:00:00Z");
}

#[test]
fn an_entry_is_never_published_after_its_last_change() {
    let sample = Sample::editions(&[(
        "terms",
        &[(
            "1.0",
            "order: { number: 1, date: 2025-03-10 }; updated: 2025-01-10",
        )],
    )]);
    sample.run(&["build", "--date", "2025-02-01"]).expect(0);
    let feed = parse(&sample.page("en/feed.xml"));
    let entry = feed.all("entry").next().unwrap();
    let days = ["updated", "published"].map(|key| entry.text_of(key));
    assert_eq!(days, ["2025-03-10T00:00:00Z"; 2]);
}

#[test]
fn nothing_is_dated_behind_the_day_of_the_build() {
    let order = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10";
    let end = "repealed: { date: 2025-06-01 }";
    let first = format!("{order}; {end}");
    let sample = Sample::editions(&[("terms", &[("1.0", &first)])]);
    for (day, updated) in [
        ("2025-05-31", "2025-01-10T00:00:00Z"),
        ("2025-06-01", "2025-06-01T00:00:00Z"),
    ] {
        sample.run(&["build", "--date", day]).expect(0);
        let feed = parse(&sample.page("en/feed.xml"));
        assert_eq!(feed.text_of("updated"), updated);
    }
}

/// RFC 4287, 4.1.1 and 4.1.2.
#[test]
fn a_feed_and_its_entries_have_what_the_standard_asks_for() {
    let mut entries = 0;
    for site in all() {
        for (path, lang, feed) in feeds(&site) {
            assert_eq!(feed.name, "feed");
            assert_eq!(feed.attribute("xmlns"), Some("http://www.w3.org/2005/Atom"));
            assert_eq!(feed.attribute("xml:lang"), Some(lang));
            assert_eq!(feed.text_of("id"), format!("{}/{path}", site.base_url));
            assert_eq!(link(&feed, "self"), feed.text_of("id"));
            assert!(
                site.files
                    .contains_key(&site.file(link(&feed, "alternate")))
            );
            assert!(!feed.text_of("title").is_empty());
            let author: Vec<_> = feed.all("author").collect();
            assert!(!author[0].text_of("name").is_empty());
            let newest = feed
                .all("entry")
                .map(|entry| entry.text_of("updated"))
                .max();
            assert_eq!(newest, Some(feed.text_of("updated")));
            for entry in feed.all("entry") {
                entries += 1;
                let id = entry.text_of("id");
                assert!(site.files.contains_key(&site.file(id)), "{id}");
                assert_eq!(link(entry, "alternate"), id);
                assert!(!entry.text_of("title").is_empty());
                for moment in ["updated", "published"] {
                    assert!(is_moment(entry.text_of(moment)), "{id}");
                }
                let summary = entry.all("summary").next().unwrap();
                assert_eq!(summary.attribute("type"), Some("text"));
                assert!(!summary.text.trim().is_empty() && summary.children.is_empty());
            }
        }
    }
    assert!(entries > 60, "{entries}");
}

#[test]
fn no_two_entries_of_a_feed_have_one_id() {
    for site in all() {
        for (path, _, feed) in feeds(&site) {
            let mut ids: Vec<_> = feed.all("entry").map(|entry| entry.text_of("id")).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{path}");
        }
    }
}

#[test]
fn a_draft_is_in_no_feed() {
    let site = history();
    assert!(site.files.contains_key("en/refund-policy/2.1/index.html"));
    for (path, ..) in feeds(&site) {
        assert!(!site.text(&path).contains("/2.1/"), "{path}");
    }
}

/// The feeds of a site with their paths and languages.
fn feeds(site: &Built) -> Vec<(String, &str, Element)> {
    let paths = site.files.keys().filter(|path| path.ends_with("feed.xml"));
    let feeds: Vec<_> = paths
        .map(|path| {
            let lang = path.split('/').next().unwrap();
            (path.clone(), lang, parse(site.text(path)))
        })
        .collect();
    assert!(feeds.len() > site.languages.len());
    feeds
}

fn told(feed: &Element) -> Vec<(&str, &str, &str)> {
    feed.all("entry")
        .map(|entry| {
            (
                entry.text_of("title"),
                entry.text_of("summary"),
                entry.text_of("updated"),
            )
        })
        .collect()
}

/// The one link of an element with a relation.
fn link<'e>(element: &'e Element, relation: &str) -> &'e str {
    let links: Vec<_> = element
        .all("link")
        .filter(|link| link.attribute("rel") == Some(relation))
        .collect();
    assert_eq!(links.len(), 1, "{relation}");
    links[0].attribute("href").unwrap()
}

/// A date and time of RFC 3339.
fn is_moment(text: &str) -> bool {
    let rest = text.strip_suffix("T00:00:00Z");
    rest.is_some_and(|date| date.parse::<jiff::civil::Date>().is_ok())
}
