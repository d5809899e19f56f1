//! The page of all editions, and what held on which day.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use scraper::Html;
use tarmaq::load::load;
use tarmaq::model::Policy;

use crate::built::history;
use crate::common::page::{attribute, attributes, one, select, text};
use crate::common::sample::Sample;

fn page(path: &str) -> Html {
    Html::parse_document(history().text(&format!("{path}/history/index.html")))
}

#[test]
fn editions_stand_newest_first() {
    let page = page("en/refund-policy");
    let headings: Vec<String> = select(&page, ".timeline h3")
        .into_iter()
        .map(text)
        .collect();
    assert_eq!(
        headings,
        [
            "Edition 2.1 Draft",
            "Edition 2.0 Not in force yet",
            "Edition 1.5 In force",
            "Edition 1.4 Superseded",
            "Edition 1.3 Superseded",
            "Edition 1.2 Superseded",
            "Edition 1.1 Superseded",
            "Edition 1.0 Superseded",
        ]
    );
}

#[test]
fn an_edition_is_told_with_its_order_its_days_and_what_it_changed() {
    let page = page("en/refund-policy");
    let entry = |number: &str| text(one(&page, &format!("[id='edition-{number}']")));
    assert_eq!(
        entry("1.4"),
        "Edition 1.4 Superseded Order No. 14-О/Д dated 15 September 2025 \
         Came into force1 October 2025Last day in force1 March 2026 \
         Refunds to electronic money are removed and refunds by bank transfer added; what a request \
         specifies is made more precise. Changes since edition 1.3 \
         Changed: 5 Comparative table Changes in all languages side by side"
    );
    assert!(entry("1.5").ends_with("the words “Register of Refunds” is restored."));
}

#[test]
fn a_repeal_is_told_with_its_order() {
    let page = page("ru/bonus-programme");
    let last = text(one(&page, "[id='edition-1.2']"));
    let end = "Вступила в силу1 июня 2025 годаУтратила силу1 июля 2026 года\
               ОснованиеПриказ № 19-О/Д от 15.06.2026 года";
    assert!(last.contains(end), "{last}");
}

/// The rows of a table of periods, without the heads.
fn rows(page: &Html) -> Vec<(String, String)> {
    let rows = select(page, ".periods tbody tr").into_iter();
    rows.map(|row| {
        let id = row.value().attr("id").unwrap().to_owned();
        let cells: Vec<String> = row.child_elements().map(text).collect();
        (id, cells.join(" | "))
    })
    .collect()
}

#[test]
fn the_table_says_what_held_on_every_day() {
    let expected = [
        ("from-2026-07-01", "1 July 2026 | — | No edition in force"),
        (
            "from-2025-06-01",
            "1 June 2025 | 30 June 2026 | Edition 1.2",
        ),
        (
            "from-2024-06-10",
            "10 June 2024 | 31 May 2025 | Edition 1.1",
        ),
        (
            "from-2024-02-01",
            "1 February 2024 | 9 June 2024 | Edition 1.0",
        ),
        (
            "until-2024-01-31",
            "— | 31 January 2024 | No edition in force",
        ),
    ];
    let expected = expected.map(|(id, row)| (id.to_owned(), row.to_owned()));
    assert_eq!(rows(&page("en/bonus-programme")), expected);
}

#[test]
fn the_table_says_what_holds_today_and_what_will_hold() {
    let rows = rows(&page("en/refund-policy"));
    assert_eq!(rows[0].1, "1 January 2027 | not set | Edition 2.0");
    assert_eq!(
        rows[1].1,
        "2 March 2026 | 31 December 2026 | Edition 1.5 In force"
    );
}

/// Gaps, ends that are stated, a succession on one day, an end before the beginning.
const ODD: [(&str, &str); 6] = [
    (
        "1.0",
        "order: { number: 1, date: 2025-01-10 }; until: 2025-01-20",
    ),
    ("1.1", "order: { number: 2, date: 2025-01-25 }"),
    ("1.2", "order: { number: 3, date: 2025-02-01 }"),
    (
        "1.3",
        "order: { number: 4, date: 2025-02-01 }; until: 2025-03-31",
    ),
    (
        "1.4",
        "order: { number: 5, date: 2025-02-10 }; until: 2025-02-01",
    ),
    (
        "1.5",
        "order: { number: 6, date: 2025-02-20 }; repealed: { date: 2025-03-01 }",
    ),
];

fn odd() -> Policy {
    let sample = Sample::editions(&[("terms", &ODD)]);
    let mut site = load(&sample.path("")).unwrap().site;
    site.policies.remove(0)
}

#[test]
fn periods_with_gaps_and_with_editions_that_never_held() {
    let policy = odd();
    let told: Vec<String> = policy
        .timeline()
        .iter()
        .map(|stretch| {
            let day = |day: Option<Date>| day.map_or("…".to_owned(), |day| day.to_string());
            let edition = stretch.edition.map_or("none", |edition| &edition.number);
            format!("{} – {}: {edition}", day(stretch.from), day(stretch.to))
        })
        .collect();
    assert_eq!(
        told,
        [
            "… – 2025-01-09: none",
            "2025-01-10 – 2025-01-20: 1.0",
            "2025-01-21 – 2025-01-24: none",
            "2025-01-25 – 2025-01-31: 1.1",
            "2025-02-01 – 2025-02-09: 1.3",
            "2025-02-10 – 2025-02-19: none",
            "2025-02-20 – 2025-02-28: 1.5",
            "2025-03-01 – …: none",
        ]
    );
}

/// The table and the policy's own address cannot say two things of one day.
#[test]
fn each_day_is_in_one_period_which_names_the_edition_in_force_on_it() {
    let sample = Sample::history();
    let mut policies = load(&sample.path("")).unwrap().site.policies;
    policies.push(odd());
    for policy in policies {
        let periods = policy.timeline();
        let mut day = date(2023, 12, 1);
        while day < date(2027, 3, 1) {
            let holding: Vec<_> = periods.iter().filter(|period| period.holds(day)).collect();
            assert_eq!(holding.len(), 1, "{} {day}", policy.slug);
            let number = |edition: &tarmaq::model::Edition| edition.number.clone();
            assert_eq!(
                holding[0].edition.map(number),
                policy.in_force(day).map(number),
                "{} {day}",
                policy.slug
            );
            day = day.checked_add(1.day()).unwrap();
        }
    }
}

/// The table answers; the field, which needs a script, is not there without it.
#[test]
fn the_field_for_a_date_is_hidden_until_the_script_shows_it() {
    let page = page("en/refund-policy");
    assert_eq!(attribute(&page, ".find-date", "hidden"), "");
    assert_eq!(attribute(&page, ".find-date label", "for"), "Date");
    assert_eq!(attribute(&page, ".find-date input", "id"), "Date");
    let from = attributes(&page, ".periods tbody tr", "data-from");
    let ids = attributes(&page, ".periods tbody tr", "id");
    assert_eq!((from.len(), ids.len()), (7, 8));
    assert!(
        from.iter()
            .zip(&ids)
            .all(|(from, id)| *id == format!("from-{from}"))
    );
}

#[test]
fn all_editions_are_one_tap_away_from_each_page_of_a_policy() {
    for (path, page) in history().pages() {
        if page_shows_a_text(&page) {
            let links = attributes(&page, ".standing a", "href");
            let up = "../".repeat(path.matches('/').count() - 2);
            assert_eq!(
                links.last(),
                Some(&format!("{up}history/index.html")),
                "{path}"
            );
        }
    }
}

fn page_shows_a_text(page: &Html) -> bool {
    !select(page, "article[data-edition]").is_empty()
}
