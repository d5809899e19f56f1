//! What an edition's page says of it.

use scraper::Html;

use crate::built::{Built, all, history};
use crate::common::page::{attributes, one, select, text};
use crate::common::sample::Sample;

/// What is said above the text of a page of the history site.
fn said(path: &str) -> Vec<String> {
    notices(&page(&history(), path))
}

fn page(site: &Built, path: &str) -> Html {
    Html::parse_document(site.text(&format!("{path}/index.html")))
}

fn notices(page: &Html) -> Vec<String> {
    select(page, ".notice").into_iter().map(text).collect()
}

fn state(page: &Html) -> String {
    text(one(page, ".standing .state"))
}

#[test]
fn the_policys_address_shows_the_edition_in_force_and_announces_the_next() {
    let page = page(&history(), "ru/refund-policy");
    assert_eq!(
        one(&page, "article").value().attr("data-edition"),
        Some("1.5")
    );
    assert_eq!(state(&page), "Действует");
    assert_eq!(
        notices(&page),
        ["Утверждена новая редакция: Редакция 2.0Вступает в силу1 января 2027 года"]
    );
}

#[test]
fn an_upcoming_edition_says_from_when_it_holds_and_what_holds_until_then() {
    assert_eq!(
        said("en/refund-policy/2.0"),
        [
            "This edition has been approved but is not in force yet.In force from1 January 2027\
          Edition in force: Edition 1.5"
        ]
    );
    let page = page(&history(), "en/refund-policy/2.0");
    assert_eq!(
        attributes(&page, ".notice .go a", "href"),
        ["../index.html"]
    );
}

#[test]
fn a_superseded_edition_says_when_it_held_and_what_followed() {
    assert_eq!(
        said("kk/refund-policy/1.3"),
        [
            "Бұл редакция қолданыста емес: оның орнына жаңа редакция қабылданған.\
          Қолданысқа енгізілген күні2025 жылғы 15 сәуірҚолданыстағы соңғы күні2025 жылғы 30 қыркүйек\
          Келесі редакция1.4-редакцияҚолданыстағы редакция: 1.5-редакция"
        ]
    );
}

#[test]
fn a_repealed_policy_says_so_at_its_own_address() {
    let site = history();
    for path in ["en/bonus-programme", "en/bonus-programme/1.2"] {
        let page = page(&site, path);
        assert_eq!(state(&page), "Repealed");
        assert_eq!(
            notices(&page),
            ["This edition has been repealed and is no longer in force.\
              Came into force1 June 2025No longer in force from1 July 2026\
              Repealed byOrder No. 19-О/Д dated 15 June 2026"]
        );
    }
}

#[test]
fn a_draft_says_so_above_its_text_and_across_it() {
    let page = page(&history(), "en/refund-policy/2.1");
    assert_eq!(
        notices(&page),
        [
            "This is a draft: no order has approved it, and it has no legal force.\
          Edition in force: Edition 1.5"
        ]
    );
    assert_eq!(attributes(&page, ".sheet", "data-watermark"), ["Draft"]);
}

#[test]
fn what_holds_bears_no_watermark() {
    for site in all() {
        for (path, page) in site.pages_at(|path| !path.contains("/2.1/")) {
            assert!(select(&page, "[data-watermark]").is_empty(), "{path}");
        }
    }
}

#[test]
fn a_corrected_text_tells_of_its_corrections() {
    for path in ["en/refund-policy", "en/refund-policy/1.5"] {
        let page = page(&history(), path);
        assert_eq!(attributes(&page, ".standing a", "href")[0], "#Corrections");
        assert_eq!(
            text(one(&page, "#Corrections")),
            "Corrections of the text20 March 2026In section 2, the missing closing quotation mark \
             after the words “Register of Refunds” is restored."
        );
    }
}

/// Beside the article stands what the page says, inside it the approved text alone.
#[test]
fn notices_stand_outside_the_approved_text() {
    for site in all() {
        for (path, page) in site.pages() {
            let inside = select(
                &page,
                "article .notice, article .standing, article .corrections",
            );
            assert!(inside.is_empty(), "{path}");
        }
    }
}

#[test]
fn a_date_is_told_to_machines_and_people_alike() {
    for (path, page) in history().pages() {
        for time in select(&page, "time") {
            let date = time.value().attr("datetime").unwrap();
            assert!(date.parse::<jiff::civil::Date>().is_ok(), "{path}: {date}");
            assert!(text(time).contains(&date[..4]), "{path}: {date}");
        }
    }
}

const FIRST: &str = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10";

/// What the page of the policy says on a day, its only edition being of the first order with more
/// facts.
fn on(day: &str, facts: &str) -> (String, Vec<String>) {
    let facts = format!("{FIRST}; {facts}");
    let sample = Sample::editions(&[("terms", &[("1.0", &facts)])]);
    sample.run(&["build", "--date", day]).expect(0);
    let page = Html::parse_document(&sample.page("en/terms/index.html"));
    (state(&page), notices(&page))
}

#[test]
fn an_edition_whose_time_is_over_says_so() {
    let facts = "until: 2025-12-31";
    let limited = "This edition is in force for a limited time.\
                   Came into force10 January 2025Last day in force31 December 2025";
    assert_eq!(
        on("2025-12-31", facts),
        ("In force".into(), vec![limited.into()])
    );
    let over = "This edition is no longer in force: its time is over.\
                Came into force10 January 2025Last day in force31 December 2025";
    assert_eq!(
        on("2026-01-01", facts),
        ("Expired".into(), vec![over.into()])
    );
}

#[test]
fn a_coming_repeal_is_announced() {
    let limited = "This edition is in force for a limited time.\
                   Came into force10 January 2025No longer in force from1 March 2026";
    let (state, notices) = on("2026-02-28", "repealed: { date: 2026-03-01 }");
    assert_eq!(
        (state.as_str(), notices),
        ("In force", vec![limited.to_owned()])
    );
    let (state, _) = on("2026-03-01", "repealed: { date: 2026-03-01 }");
    assert_eq!(state, "Repealed");
}

#[test]
fn before_the_first_edition_the_policys_address_shows_it_as_upcoming() {
    let upcoming =
        "This edition has been approved but is not in force yet.In force from1 March 2026";
    let said = on("2026-02-28", "in_force: 2026-03-01");
    assert_eq!(said, ("Not in force yet".into(), vec![upcoming.into()]));
}

#[test]
fn the_index_says_what_is_repealed_and_announces_what_is_coming() {
    let site = history();
    let index = page(&site, "en");
    let policies: Vec<String> = select(&index, ".policies li")
        .into_iter()
        .map(text)
        .collect();
    assert!(
        policies[0].contains(
            "A new edition has been approved: Edition 2.0. In force from: 1 January 2027"
        )
    );
    assert!(
        policies[1]
            .contains("RepealedCame into force1 June 2025No longer in force from1 July 2026")
    );
    assert!(!policies[2].contains("force"), "{}", policies[2]);
    let more = |at: usize| policies[at].ends_with("All editions");
    assert_eq!([more(0), more(1), more(2)], [true, true, false]);
}
