//! The end of an edition: sealed with it, or when it comes.

use serde_json::Value;

use super::sealing::{EDITION, SEAL, add_second, seal, sealed};
use crate::common::sample::Sample;

const UNTIL: &str = "until: 2026-12-31\n";
const REPEAL: &str = "repealed:\n  date: 2026-06-01\n  order: { number: 09-П, date: 2026-01-12 }\n";

fn read(sample: &Sample) -> String {
    std::fs::read_to_string(sample.path(SEAL)).unwrap()
}

/// The one finding: its rule and its message.
#[track_caller]
fn tells(sample: &Sample, rule: &str, message: &str) {
    let finding = sample.finding();
    assert_eq!(finding["rule"], rule);
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["message"], message);
}

#[test]
fn an_end_known_when_the_edition_is_sealed_is_sealed_with_it() {
    let sample = Sample::small();
    sample.append(EDITION, UNTIL);
    seal(&sample, "1.0", 0);
    assert!(read(&sample).contains("\nuntil: 2026-12-31\n"));
    sample.replace(EDITION, "2026-12-31", "2027-12-31");
    tells(
        &sample,
        "sealed-facts-changed",
        "`until` was sealed as `2026-12-31` and is `2027-12-31` now",
    );
    seal(&sample, "1.0", 1);
    sample.replace(EDITION, "until: 2027-12-31\n", "");
    tells(
        &sample,
        "sealed-facts-changed",
        "`until` was sealed as `2026-12-31` and is not stated now",
    );
}

#[test]
fn an_end_that_comes_later_is_sealed_later() {
    let sample = sealed();
    let digest = digest(&sample);
    sample.append(EDITION, UNTIL);
    tells(
        &sample,
        "unsealed-end",
        "edition 1.0 is sealed, and its last day, 2026-12-31, is not",
    );
    let told = seal(&sample, "1.0", 0);
    assert!(
        told.starts_with(
            "the end of edition 1.0 of sample-policy is sealed now:\n  the last day is 2026-12-31\n"
        ),
        "{told}"
    );
    assert_eq!(sample.findings(), Vec::<Value>::new());
    // Before its last day an edition can be repealed.
    sample.append(EDITION, REPEAL);
    tells(
        &sample,
        "unsealed-end",
        "edition 1.0 is sealed, and its repeal from 2026-06-01 is not",
    );
    let told = seal(&sample, "1.0", 0);
    assert!(
        told.contains("  repealed from 2026-06-01\n  repealed by order 09-П of 2026-01-12\n"),
        "{told}"
    );
    assert_eq!(sample.findings(), Vec::<Value>::new());
    assert!(seal(&sample, "1.0", 0).contains("is sealed and unchanged"));
    // What people accepted is the same text, whatever ended.
    assert_eq!(self::digest(&sample), digest);
}

/// The digest of the edition that is published.
fn digest(sample: &Sample) -> String {
    let told = seal(sample, "1.0", 0);
    told.lines().last().unwrap().to_owned()
}

#[test]
fn a_sealed_end_stays_as_it_is() {
    for (old, new, message) in [
        (
            "date: 2026-06-01",
            "date: 2026-06-02",
            "`repealed.date` was sealed as `2026-06-01` and is `2026-06-02` now",
        ),
        (
            "number: 09-П",
            "number: 10-П",
            "`repealed.order.number` was sealed as `09-П` and is `10-П` now",
        ),
        (
            "date: 2026-01-12",
            "date: 2026-01-13",
            "`repealed.order.date` was sealed as `2026-01-12` and is `2026-01-13` now",
        ),
        (
            UNTIL,
            "",
            "`until` was sealed as `2026-12-31` and is not stated now",
        ),
    ] {
        let sample = sealed();
        sample.append(EDITION, UNTIL);
        sample.append(EDITION, REPEAL);
        seal(&sample, "1.0", 0);
        sample.replace(EDITION, old, new);
        tells(&sample, "sealed-facts-changed", message);
    }
}

#[test]
fn the_order_of_a_repeal_may_be_known_later_than_the_repeal() {
    let sample = sealed();
    sample.append(EDITION, "repealed:\n  date: 2026-06-01\n");
    seal(&sample, "1.0", 0);
    sample.append(EDITION, "  order: { number: 09-П, date: 2026-01-12 }\n");
    tells(
        &sample,
        "unsealed-end",
        "edition 1.0 is sealed, and the order of its repeal, 09-П, is not",
    );
    seal(&sample, "1.0", 0);
    assert_eq!(sample.findings(), Vec::<Value>::new());
}

#[test]
fn an_end_and_a_correction_are_sealed_at_once() {
    let sample = sealed();
    sample.replace(super::sealing::EN, "is made up", "was made up");
    sample.append(EDITION, UNTIL);
    sample.append(
        EDITION,
        "corrigenda:\n- date: 2026-01-10\n  reason: { en: a slip of the pen, ru: описка }\n",
    );
    let told = seal(&sample, "1.0", 0);
    assert!(
        told.starts_with(
            "a correction and the end of edition 1.0 of sample-policy is sealed now:\n  \
             en 1.1 corrected\n  the last day is 2026-12-31\n"
        ),
        "{told}"
    );
    assert_eq!(sample.findings(), Vec::<Value>::new());
}

/// Taking an end back needs three files to be changed alike, and the edition after it knows of it.
#[test]
fn the_next_edition_is_chained_to_the_end_of_the_one_before() {
    let sample = sealed();
    let first = read(&sample);
    sample.append(EDITION, "until: 2025-05-31\n");
    seal(&sample, "1.0", 0);
    add_second(&sample);
    let second = "content/sample-policy/2.0/edition.yaml";
    sample.replace(second, "until: 2025-05-31\n", "");
    seal(&sample, "2.0", 0);
    assert_eq!(sample.findings(), Vec::<Value>::new());
    sample.write(SEAL, first);
    sample.replace(EDITION, "until: 2025-05-31\n", "");
    tells(
        &sample,
        "broken-seal",
        "the end of edition 1.0 that edition 2.0 is chained to is not in its seal any more",
    );
    assert_eq!(sample.finding()["edition"], "1.0");
}

#[test]
fn an_end_may_come_after_the_next_edition_was_sealed() {
    let sample = sealed();
    add_second(&sample);
    seal(&sample, "2.0", 0);
    sample.append(EDITION, "until: 2025-05-31\n");
    tells(
        &sample,
        "unsealed-end",
        "edition 1.0 is sealed, and its last day, 2025-05-31, is not",
    );
    seal(&sample, "1.0", 0);
    assert_eq!(sample.findings(), Vec::<Value>::new());
}
