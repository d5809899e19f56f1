//! What is told of a seal is what is wrong, at the edition where it is wrong, and of no other.

use serde_json::Value;

use super::sealing::{EDITION, EN, SEAL, add_second, seal, sealed};
use crate::common::sample::Sample;

const SECOND: &str = "content/sample-policy/2.0/edition.yaml";

/// Editions 1.0 and 2.0, both sealed.
fn both() -> Sample {
    let sample = sealed();
    add_second(&sample);
    seal(&sample, "2.0", 0);
    sample
}

/// Copies the folder of an edition, seal and all, and changes pieces of its `edition.yaml`.
fn copy(sample: &Sample, from: &str, to: &str, changes: &[(&str, &str)]) {
    for (path, bytes) in crate::common::sample::files(&sample.path(&format!("content/{from}"))) {
        sample.write(&format!("content/{to}/{path}"), bytes);
    }
    for (old, new) in changes {
        sample.replace(&format!("content/{to}/edition.yaml"), old, new);
    }
}

/// All that is told: `rule policy edition: message`, and below it where, and how to mend it.
#[track_caller]
fn tells(sample: &Sample, expected: &[&str]) {
    let said = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let findings = sample.findings();
    let told = findings.iter().map(|finding| {
        let [rule, policy, edition, message] =
            ["rule", "policy", "edition", "message"].map(|key| said(&finding[key]));
        let shown = said(&finding["labels"][0]["file"]);
        let line = finding["labels"][0]["line"].to_string();
        let help = said(&finding["help"]);
        format!("{rule} {policy} {edition}: {message}\n  {shown}:{line}\n  {help}")
    });
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

const NEW: [(&str, &str); 3] = [
    ("\"1.0\"", "\"2.0\""),
    ("01-П", "02-П"),
    ("2025-03-01", "2025-06-01"),
];

#[test]
fn a_folder_copied_with_its_seal() {
    let sample = sealed();
    copy(&sample, "sample-policy/1.0", "sample-policy/2.0", &NEW);
    tells(
        &sample,
        &[
            "broken-seal sample-policy 2.0: the seal that lies with edition 2.0 is that of edition 1.0\n  \
             content/sample-policy/2.0/seal.yaml:4\n  \
             it was copied with the folder: delete seal.yaml and the folder `seal` from content/sample-policy/2.0",
        ],
    );
    let told = seal(&sample, "2.0", 1);
    assert!(
        told.contains("what is left of an earlier seal is in the way"),
        "{told}"
    );
    sample
        .remove("content/sample-policy/2.0/seal.yaml")
        .remove("content/sample-policy/2.0/seal");
    seal(&sample, "2.0", 0);
    tells(&sample, &[]);
}

#[test]
fn a_folder_copied_with_its_seal_and_not_edited_yet() {
    let sample = both();
    copy(&sample, "sample-policy/1.0", "sample-policy/2.1", &[]);
    let findings = sample.findings();
    let accused = findings.iter().map(|finding| finding["edition"].as_str());
    assert_eq!(
        accused.collect::<Vec<_>>(),
        vec![Some("2.1"); findings.len()]
    );
    assert!(
        findings
            .iter()
            .any(|finding| finding["rule"] == "broken-seal")
    );
}

#[test]
fn a_folder_copied_to_another_policy() {
    let sample = sealed();
    copy(&sample, "sample-policy/1.0", "other-policy/1.0", &[]);
    // The same words, approved by the same order: they are as they were sealed.
    let broken = |sample: &Sample| {
        let findings = sample.findings().into_iter();
        let mut findings = findings.filter(|finding| finding["rule"] == "broken-seal");
        findings.next()
    };
    assert_eq!(broken(&sample), None);
    sample.replace("content/other-policy/1.0/en.md", "made up", "there");
    let finding = broken(&sample).unwrap();
    assert_eq!(finding["policy"], "other-policy");
    assert_eq!(
        finding["message"],
        "the seal that lies with edition 1.0 is that of another policy"
    );
    let findings = sample.findings();
    let rules = findings.iter().map(|finding| &finding["rule"]);
    assert!(
        !rules.clone().any(|rule| rule == "sealed-text-changed"),
        "{findings:#?}"
    );
}

#[test]
fn a_folder_that_was_called_another_name() {
    let sample = both();
    copy(
        &sample,
        "sample-policy/1.0",
        "sample-policy/1.1",
        &[("\"1.0\"", "\"1.1\"")],
    );
    sample.remove("content/sample-policy/1.0");
    tells(
        &sample,
        &[
            "broken-seal sample-policy 1.1: the seal that lies with edition 1.1 is that of edition 1.0\n  \
             content/sample-policy/1.1/seal.yaml:4\n  \
             call the folder and the edition 1.0 again; if this is a copy of an edition that is not \
             here, delete seal.yaml and the folder `seal` from content/sample-policy/1.1",
        ],
    );
}

/// The date would put the edition before the first; the seals know better.
#[test]
fn a_wrong_order_date_of_a_sealed_edition() {
    let sample = both();
    sample.replace(SECOND, "date: 2025-06-01", "date: 2024-06-01");
    tells(
        &sample,
        &[
            "sealed-facts-changed sample-policy 2.0: `order.date` was sealed as `2025-06-01` and is \
             `2024-06-01` now\n  \
             content/sample-policy/2.0/edition.yaml:4\n  \
             write `2025-06-01` again; a new order makes a new edition",
        ],
    );
}

#[test]
fn a_wrong_order_date_of_an_edition_that_is_not_sealed_yet() {
    let sample = sealed();
    add_second(&sample);
    sample.replace(SECOND, "date: 2025-06-01", "date: 2024-06-01");
    tells(
        &sample,
        &[
            "misplaced-edition sample-policy 2.0: edition 2.0 counts from 2024-06-01, before edition \
             1.0, which is sealed as the first\n  \
             content/sample-policy/2.0/edition.yaml:4\n  \
             correct the day; no edition can be put before one that is sealed",
        ],
    );
    let told = seal(&sample, "2.0", 1);
    assert!(
        told.contains("an edition after it is sealed already"),
        "{told}"
    );
}

#[test]
fn an_edition_put_between_two_sealed_ones() {
    let sample = both();
    let between = [("\"1.0\"", "\"1.5\""), ("01-П", "15-П"), ("03-01", "04-01")];
    copy(&sample, "sample-policy/1.0", "sample-policy/1.5", &between);
    sample
        .remove("content/sample-policy/1.5/seal.yaml")
        .remove("content/sample-policy/1.5/seal");
    tells(
        &sample,
        &[
            "misplaced-edition sample-policy 1.5: edition 1.5 counts from 2025-04-01, between the \
             editions 1.0 and 2.0, which are sealed one after the other\n  \
             content/sample-policy/1.5/edition.yaml:4\n  \
             correct the day; no edition can be put before one that is sealed",
        ],
    );
}

#[test]
fn a_seal_that_cannot_be_read() {
    let sample = both();
    sample.write(SEAL, "sealed: [\n");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "broken-seal");
    assert_eq!(finding["edition"], "1.0");
    let message = finding["message"].as_str().unwrap();
    assert!(
        message.starts_with("the seal is broken: it cannot be read"),
        "{message}"
    );
}

#[test]
fn a_date_that_cannot_be_read() {
    let sample = both();
    sample.replace(SECOND, "date: 2025-06-01", "date: 1 June 2025");
    sample.replace(SECOND, "updated: 2025-06-01", "updated: soon");
    let findings = sample.findings();
    let rules = findings
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap());
    assert_eq!(rules.collect::<Vec<_>>(), ["invalid-value"; 2]);
}

#[test]
fn a_seal_that_was_taken_away() {
    let sample = both();
    sample.remove(SEAL);
    tells(
        &sample,
        &[
            "broken-seal sample-policy 1.0: the seal is broken: content/sample-policy/1.0/seal keeps \
             the sealed words, and seal.yaml is not there\n  \
             content/sample-policy/1.0/edition.yaml:1\n  \
             restore seal.yaml from the version history; delete the folder `seal` if it was copied \
             here from another edition",
        ],
    );
    sample.remove("content/sample-policy/1.0/seal");
    tells(
        &sample,
        &[
            "broken-seal sample-policy 1.0: edition 1.0 has no seal any more, and edition 2.0 after it \
             is chained to one\n  \
             content/sample-policy/1.0/edition.yaml:1\n  \
             restore its seal.yaml and the folder `seal` from the version history; if this edition is \
             new, correct its date",
        ],
    );
}

#[test]
fn an_edition_that_was_taken_away() {
    let sample = both();
    sample.remove("content/sample-policy/1.0");
    tells(
        &sample,
        &[
            "broken-seal sample-policy 2.0: the edition before edition 2.0, which it is chained to, is \
             not there\n  \
             content/sample-policy/2.0/seal.yaml:12\n  \
             restore what was there from the version history",
        ],
    );
}

/// Somebody put the seal of the second edition aside, changed the words of the first, sealed them
/// anew, and put the seal of the second back.
#[test]
fn an_edition_that_was_sealed_anew() {
    let sample = both();
    let second = "content/sample-policy/2.0/seal.yaml";
    let aside = std::fs::read(sample.path(second)).unwrap();
    sample
        .remove(SEAL)
        .remove("content/sample-policy/1.0/seal")
        .remove(second);
    sample.replace(EN, "made up", "real");
    let run = ["seal", "sample-policy", "1.0", "--date", "2026-01-16"];
    sample.run(&run).expect(0);
    sample.write(second, aside);
    let finding = sample.finding_of("broken-seal");
    assert_eq!(finding["edition"], "1.0");
    assert_eq!(
        finding["message"],
        "edition 1.0 was sealed anew on 2026-01-16, after edition 2.0 had been chained to its seal of \
         before"
    );
}

/// Two people sealed an edition each, and both came together.
#[test]
fn two_editions_sealed_apart_from_each_other() {
    let sample = both();
    let other = sealed();
    add_second(&other);
    for (old, new) in [("\"2.0\"", "\"2.1\""), ("02-П", "03-П"), ("06-01", "07-01")] {
        other.replace(SECOND, old, new);
    }
    copy(&other, "sample-policy/2.0", "sample-policy/2.1", &[]);
    other.remove("content/sample-policy/2.0");
    seal(&other, "2.1", 0);
    for (path, bytes) in crate::common::sample::files(&other.path("content/sample-policy/2.1")) {
        sample.write(&format!("content/sample-policy/2.1/{path}"), bytes);
    }
    let finding = sample.finding();
    assert_eq!(finding["edition"], "2.1");
    assert_eq!(
        finding["message"],
        "edition 2.1 is chained to edition 1.0, and edition 2.0, which is sealed too, stands between \
         them"
    );
}

/// An order number or a date that was changed is told once, not as a fault of the histories too.
#[test]
fn what_follows_from_a_changed_fact_is_not_told() {
    let sample = both();
    sample.replace(EDITION, "01-П", "02-П");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "sealed-facts-changed");
    assert_eq!(finding["edition"], "1.0");
}
