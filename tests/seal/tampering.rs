//! Whatever is changed of a sealed edition, `check` fails and says where.

use serde_json::Value;

use super::sealing::{EDITION, EN, RU, SEAL, add_second, seal, sealed};
use crate::common::sample::Sample;

/// What is told about a site: rule, language and clause, message.
fn told(sample: &Sample) -> Vec<String> {
    let said = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let seals = |finding: &Value| {
        [
            "broken-seal",
            "sealed-text-changed",
            "sealed-facts-changed",
            "unsealed-correction",
            "unsealed-end",
            "misplaced-edition",
        ]
        .contains(&finding["rule"].as_str().unwrap())
    };
    let findings = sample.findings().into_iter().filter(seals);
    findings
        .map(|finding| {
            assert_eq!(finding["severity"], "error");
            let (rule, message) = (said(&finding["rule"]), said(&finding["message"]));
            let (lang, clause) = (said(&finding["language"]), said(&finding["clause"]));
            format!("{rule} {lang} {clause}: {message}")
        })
        .collect()
}

#[track_caller]
fn tells(sample: &Sample, expected: &[&str]) {
    assert_eq!(told(sample), expected);
    sample.build().expect(1);
}

#[test]
fn a_flipped_letter() {
    let sample = sealed();
    sample.replace(EN, "is made up", "is male up");
    tells(
        &sample,
        &[
            "sealed-text-changed en 1.1: clause 1.1 was sealed in en with “made” and says “male” now",
        ],
    );
}

#[test]
fn all_changes_are_told_not_the_first() {
    let sample = sealed();
    sample.replace(
        EN,
        "This is a sample. The company is",
        "That is a sample. The firm is",
    );
    sample.replace(RU, "Контакты", "Адреса");
    tells(
        &sample,
        &[
            "sealed-text-changed en 1.1: clause 1.1 was sealed in en with “This” and says “That” now",
            "sealed-text-changed en 1.1: clause 1.1 was sealed in en with “company” and says “firm” now",
            "sealed-text-changed ru 2: section 2 was sealed in ru with “Контакты” and says “Адреса” now",
        ],
    );
}

#[test]
fn a_dropped_line() {
    let sample = sealed();
    sample.replace(
        EN,
        "1.2. A request is answered within 3 (three) days.\n",
        "",
    );
    tells(
        &sample,
        &["sealed-text-changed en 1.2: clause 1.2 was sealed in en and is missing"],
    );
}

#[test]
fn an_added_clause_and_an_added_word() {
    let sample = sealed();
    sample.append(EN, "\n2.2. Or call.\n");
    sample.replace(RU, "Это образец.", "Это не образец.");
    tells(
        &sample,
        &[
            "sealed-text-changed en 2.2: clause 2.2 in en was not sealed",
            "sealed-text-changed ru 1.1: clause 1.1 was sealed in ru without the words “не”",
        ],
    );
}

#[test]
fn reordered_clauses() {
    let sample = sealed();
    let text = std::fs::read_to_string(sample.path(EN)).unwrap();
    let first = "1.1. This is a sample. The company is made up.\n\n";
    let second = "1.2. A request is answered within 3 (three) days.\n\n";
    sample.write(
        EN,
        text.replace(&format!("{first}{second}"), &format!("{second}{first}")),
    );
    let told = told(&sample);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("sealed-text-changed en 1."), "{told:?}");
    assert!(told[0].contains(" was sealed in en behind "), "{told:?}");
}

#[test]
fn words_in_another_form() {
    let sample = sealed();
    sample.replace(EN, "This is a sample.", "This is a **sample**.");
    tells(
        &sample,
        &[
            "sealed-text-changed en 1.1: clause 1.1 was sealed in en with the same words in another form",
        ],
    );
}

#[test]
fn the_number_of_the_order_and_the_dates() {
    let sample = sealed();
    sample.replace(EDITION, "01-П", "02-П");
    sample.replace(EDITION, "2025-03-01", "2025-03-02");
    sample.append(EDITION, "in_force: 2025-04-01\n");
    tells(
        &sample,
        &[
            "sealed-facts-changed - -: `order.number` was sealed as `01-П` and is `02-П` now",
            "sealed-facts-changed - -: `order.date` was sealed as `2025-03-01` and is `2025-03-02` now",
            "sealed-facts-changed - -: `updated` was sealed as `2025-03-01` and is `2025-03-02` now",
            "sealed-facts-changed - -: `in_force` is `2025-04-01` and was not stated when it was sealed",
        ],
    );
}

#[test]
fn what_comes_later_in_the_life_of_an_edition_may_be_added() {
    let sample = sealed();
    sample.append(
        EDITION,
        "summary: { en: The first edition., ru: Первая редакция. }\n",
    );
    tells_nothing(&sample);
}

/// Nothing is told about seals.
#[track_caller]
pub(crate) fn tells_nothing(sample: &Sample) {
    assert_eq!(told(sample), Vec::<String>::new());
}

#[test]
fn a_text_that_was_taken_away() {
    let sample = sealed();
    sample.remove(RU);
    let told = told(&sample);
    assert_eq!(
        told,
        ["sealed-text-changed ru -: the text in ru was sealed and is not there"]
    );
}

#[test]
fn the_seal_itself() {
    for (old, new) in [
        ("number: 01-П", "number: 02-П"),
        ("updated: 2025-03-01", "updated: 2025-03-02"),
        ("  en: sha256:", "  de: sha256:"),
        (
            "digest: sha256:",
            "before: sha256:0000000000000000000000000000000000000000000000000000000000000000\ndigest: sha256:",
        ),
        ("digest: sha256:", "digest: md5:"),
        ("sealed:", "scaled:"),
        ("sealed: 2026", "sealed: soon # 2026"),
        ("sealed: 2026-01-15", "sealed: 2026-01-14"),
        ("edition: '1.0'", "edition: \"1.0\""),
        ("# The sealed words", "# All words"),
    ] {
        let sample = sealed();
        sample.replace(SEAL, old, new);
        let told = told(&sample);
        assert_eq!(told.len(), 1, "{old}: {told:?}");
        assert!(told[0].starts_with("broken-seal"), "{told:?}");
        sample.build().expect(1);
    }
}

#[test]
fn a_text_and_its_digest_changed_together() {
    let sample = sealed();
    sample.replace(EN, "is made up", "is male up");
    let other = Sample::small();
    other.replace(EN, "is made up", "is male up");
    seal(&other, "1.0", 0);
    let line = |sample: &Sample| {
        let seal = std::fs::read_to_string(sample.path(SEAL)).unwrap();
        seal.lines()
            .find(|line| line.starts_with("  en:"))
            .unwrap()
            .to_owned()
    };
    sample.replace(SEAL, &line(&sample), &line(&other));
    let told = told(&sample);
    assert!(
        told[0].contains("this digest is not that of the edition's facts and texts"),
        "{told:?}"
    );
}

#[test]
fn a_witness() {
    let witness = "content/sample-policy/1.0/seal/en.txt";
    let sample = sealed();
    sample.replace(witness, "made up", "male up");
    tells(
        &sample,
        &[
            "broken-seal en -: the seal is broken: seal/en.txt does not keep the words that were sealed",
        ],
    );
    assert!(seal(&sample, "1.0", 0).contains("The witness in en was made anew."));
    tells_nothing(&sample);
    sample.remove(witness);
    tells(
        &sample,
        &[
            "broken-seal en -: the seal is broken: seal/en.txt, which keeps the sealed words, is not there",
        ],
    );
    // With the words gone, a change is still told; what it was is not known any more.
    sample.replace(EN, "made up", "male up");
    let told = told(&sample);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("the sealed words are not there either"),
        "{told:?}"
    );
}

#[test]
fn a_seal_that_was_taken_away() {
    let sample = sealed();
    sample.remove(SEAL);
    let told_now = told(&sample);
    assert_eq!(told_now.len(), 1, "{told_now:?}");
    assert!(
        told_now[0].contains("keeps the sealed words, and seal.yaml is not there"),
        "{told_now:?}"
    );
    assert!(seal(&sample, "1.0", 1).contains("what is left of an earlier seal is in the way"));
}

#[test]
fn an_edition_changed_and_sealed_anew_breaks_the_chain() {
    let sample = sealed();
    add_second(&sample);
    seal(&sample, "2.0", 0);
    sample.remove(SEAL).remove("content/sample-policy/1.0/seal");
    tells(
        &sample,
        &[
            "broken-seal - -: edition 1.0 has no seal any more, and edition 2.0 after it is chained to one",
        ],
    );
    sample.replace(EN, "made up", "male up");
    assert!(
        seal(&sample, "1.0", 1)
            .contains("edition 2.0 is sealed already and chained to another digest")
    );
    // As it was, it can be sealed again: its digest is the same.
    sample.replace(EN, "male up", "made up");
    seal(&sample, "1.0", 0);
    tells_nothing(&sample);
}

#[test]
fn an_edition_between_two_sealed_ones() {
    let sample = sealed();
    add_second(&sample);
    seal(&sample, "2.0", 0);
    for file in ["en.md", "ru.md", "edition.yaml"] {
        let text =
            std::fs::read_to_string(sample.path(&format!("content/sample-policy/1.0/{file}")))
                .unwrap();
        let text = text
            .replace("\"1.0\"", "\"1.5\"")
            .replace("01-П", "15-П")
            .replace("03-01", "04-01");
        sample.write(&format!("content/sample-policy/1.5/{file}"), text);
    }
    tells(
        &sample,
        &[
            "misplaced-edition - -: edition 1.5 counts from 2025-04-01, between the editions 1.0 and 2.0, which are sealed one after the other",
        ],
    );
}
