//! The editions of a policy one after the other: their numbers, dates and orders.

use crate::common::sample::Sample;

/// What is told, each with its rule and place: `rule policy edition: message`.
fn told(policies: &[(&str, &[(&str, &str)])]) -> Vec<String> {
    let findings = Sample::editions(policies).findings();
    let lines = findings.iter().map(|finding| {
        let said = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let (rule, message) = (said("rule"), said("message"));
        let place = ["policy", "edition"].map(|key| finding[key].as_str().unwrap_or("?"));
        format!("{rule} {} {}: {message}", place[0], place[1])
    });
    lines.collect()
}

const FIRST: (&str, &str) = (
    "1.0",
    "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10",
);

#[test]
fn a_history_in_order_is_not_told() {
    let findings = told(&[(
        "terms",
        &[
            FIRST,
            (
                "1.9",
                "order: { number: 2, date: 2025-03-01 }; updated: 2025-03-01; in_force: 2025-04-01",
            ),
            (
                "1.10",
                "order: { number: 3, date: 2026-03-01 }; updated: 2026-03-01; until: 2026-12-31",
            ),
            (
                "2.0",
                "order: { number: 4, date: 2026-12-01 }; updated: 2026-12-01; in_force: 2027-01-01",
            ),
            ("2.1", "accepted: []"),
        ],
    )]);
    assert_eq!(findings, [""; 0]);
}

#[test]
fn numbers_follow_dates() {
    let findings = told(&[(
        "terms",
        &[
            (
                "1.3",
                "order:\n  number: 1\n  date: 2025-01-10; updated: 2025-01-10",
            ),
            (
                "1.2",
                "order:\n  number: 2\n  date: 2025-03-01; updated: 2025-03-01",
            ),
        ],
    )]);
    assert_eq!(
        findings,
        [
            "editions-out-of-order terms 1.2: edition 1.2 counts from 2025-03-01, later than edition \
             1.3, which counts from 2025-01-10"
        ]
    );
}

#[test]
fn orders_follow_each_other_too() {
    let findings = told(&[(
        "terms",
        &[
            (
                "1.2",
                "order: { number: 1, date: 2025-02-10 }; updated: 2025-02-10",
            ),
            (
                "1.3",
                "order: { number: 2, date: 2025-02-01 }; updated: 2025-02-10; in_force: 2025-04-01",
            ),
        ],
    )]);
    assert_eq!(
        findings,
        [
            "editions-out-of-order terms 1.3: edition 1.3 was approved on 2025-02-01, before edition \
             1.2, which was approved on 2025-02-10"
        ]
    );
}

#[test]
fn a_draft_comes_last() {
    let findings = told(&[("terms", &[FIRST, ("0.9", "accepted: []")])]);
    assert_eq!(
        findings,
        [
            "editions-out-of-order terms 0.9: edition 0.9 has no order, and edition 1.0 after it has \
             one"
        ]
    );
}

#[test]
fn two_editions_do_not_hold_on_one_day() {
    let second = "order: { number: 2, date: 2025-01-10 }; updated: 2025-01-10";
    let findings = told(&[("terms", &[FIRST, ("1.1", second)])]);
    assert_eq!(
        findings,
        ["overlapping-editions terms 1.1: editions 1.0 and 1.1 both count from 2025-01-10"]
    );
    let first = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10; until: 2025-03-31";
    let second =
        "order: { number: 2, date: 2025-03-01 }; updated: 2025-03-01; in_force: 2025-03-15";
    let findings = told(&[("terms", &[("1.0", first), ("1.1", second)])]);
    assert_eq!(
        findings,
        [
            "overlapping-editions terms 1.1: editions 1.0 and 1.1 are both in force from 2025-03-15 \
             to 2025-03-31"
        ]
    );
}

#[test]
fn between_two_editions_there_is_no_gap() {
    let first = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10; \
                 repealed: { date: 2025-03-01 }";
    let second = "order: { number: 2, date: 2025-03-02 }; updated: 2025-03-02";
    let findings = told(&[("terms", &[("1.0", first), ("1.1", second)])]);
    assert_eq!(
        findings,
        [
            "gap-between-editions terms 1.1: no edition is in force from 2025-03-01 to 2025-03-01, \
             between 1.0 and 1.1"
        ]
    );
}

#[test]
fn an_edition_does_not_end_before_it_begins() {
    let facts = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10; until: 2024-12-31; \
                 repealed: { date: 2025-01-09 }";
    let findings = told(&[("terms", &[("1.0", facts)])]);
    assert_eq!(
        findings,
        [
            "impossible-period terms 1.0: edition 1.0 counts from 2025-01-10, and its last day is \
             2024-12-31",
            "impossible-period terms 1.0: edition 1.0 counts from 2025-01-10, and is repealed from \
             2025-01-09",
        ]
    );
}

#[test]
fn an_edition_is_not_in_force_before_its_order() {
    let facts = "order: { number: 1, date: 2025-01-10 }; updated: 2025-01-10; in_force: 2024-01-15";
    let findings = told(&[("terms", &[("1.0", facts)])]);
    assert_eq!(
        findings,
        [
            "backdated-edition terms 1.0: edition 1.0 is in force from 2024-01-15, and its order is \
             of 2025-01-10"
        ]
    );
}

/// One order may approve several policies, on one day.
#[test]
fn an_order_has_one_date_and_one_edition_a_policy() {
    let second = "order: { number: 1, date: 2025-03-01 }; updated: 2025-03-01";
    let findings = told(&[
        ("rules", &[FIRST]),
        ("terms", &[FIRST, ("1.1", second)]),
        ("tariffs", &[("1.0", second)]),
    ]);
    assert_eq!(
        findings,
        [
            "reused-order-number tariffs 1.0: order 1 is of 2025-03-01 here, and of 2025-01-10 for \
             rules",
            "reused-order-number terms 1.1: order 1 approves two editions of this policy, 1.0 and 1.1",
        ]
    );
}

/// The words in question are those of the dates, wherever they stand.
#[test]
fn dates_are_shown_where_they_were_read() {
    let facts =
        "order:\n  number: 1\n  date: 2025-01-10; updated: 2025-01-10; in_force: 2024-01-15";
    let finding = Sample::editions(&[("terms", &[("1.0", facts)])]).finding();
    let labels = finding["labels"].as_array().unwrap();
    let words: Vec<_> = labels.iter().map(|label| &label["text"]).collect();
    assert_eq!(words, ["2024-01-15", "2025-01-10"]);
}

/// Each pair of `redlines` makes a page, whichever of its editions is named first.
#[test]
fn pairs_of_editions_that_make_no_page() {
    let second = "order: { number: 2, date: 2025-03-01 }; updated: 2025-03-01";
    let third = "order: { number: 3, date: 2025-05-01 }; updated: 2025-05-01";
    let sample = Sample::editions(&[("terms", &[FIRST, ("1.1", second), ("1.2", third)])]);
    let told = |pairs: &[(&str, &str)]| {
        let pairs = pairs.iter();
        let pairs = pairs.map(|(from, to)| format!("- {{ from: \"{from}\", to: \"{to}\" }}\n"));
        let pairs: String = pairs.collect();
        sample.write("content/terms/policy.yaml", format!("redlines:\n{pairs}"));
        let findings = sample.findings();
        let lines = findings.iter().map(|finding| {
            assert_eq!(finding["rule"], "invalid-value");
            let line = &finding["labels"][0]["line"];
            format!("{line}: {}", finding["message"].as_str().unwrap())
        });
        lines.collect::<Vec<_>>()
    };
    assert_eq!(told(&[("1.0", "1.2")]), [""; 0]);
    assert_eq!(told(&[("1.2", "1.0")]), [""; 0]);
    let unusable = "this value cannot be used";
    assert_eq!(
        told(&[("1.0", "1.7"), ("1.1", "1.1"), ("1.8", "1.8")]),
        [
            format!("2: {unusable}: the policy has no edition `1.7`"),
            format!("3: {unusable}: edition `1.1` is to be compared with itself"),
            format!("4: {unusable}: edition `1.8` is to be compared with itself"),
        ]
    );
    assert_eq!(
        told(&[("1.0", "1.2"), ("1.2", "1.0")]),
        [format!("3: {unusable}: the same pair stands above")]
    );
}
