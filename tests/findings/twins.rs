//! What stands in two policies of a site is translated one way, and all policies keep to the
//! glossary.

use serde_json::{Value, json};

use crate::common::sample::Sample;

const EDITION: &str =
    "edition: \"1.0\"\norder:\n  number: 02-П\n  date: 2025-04-01\nupdated: 2025-04-01\n";

/// The sample site with a second policy, the last one on the index.
fn two_policies(ru: &str, en: &str) -> Sample {
    let sample = Sample::small();
    sample
        .write("content/second-policy/policy.yaml", "position: 9\n")
        .write("content/second-policy/1.0/edition.yaml", EDITION)
        .write("content/second-policy/1.0/ru.md", ru)
        .write("content/second-policy/1.0/en.md", en);
    sample
}

fn words(finding: &Value) -> Vec<[String; 2]> {
    let labels = finding["labels"].as_array().unwrap();
    let words = labels
        .iter()
        .map(|label| ["file", "message"].map(|key| label[key].as_str().unwrap().to_owned()));
    words.collect()
}

#[test]
fn the_later_policy_is_the_odd_one() {
    let sample = two_policies(
        "# Вторая политика\n\n1.1. Компания вымышлена.\n",
        "# Second Policy\n\n1.1. The company is imaginary.\n",
    );
    let finding = sample.finding();
    assert_eq!(finding["rule"], "twin-mismatch");
    assert_eq!(
        finding["message"],
        "clause 1.1 says “imaginary” in en where clause 1.1 of sample-policy says “made up” for \
         the same ru words"
    );
    let place = ["policy", "edition", "language", "clause"].map(|key| finding[key].clone());
    assert_eq!(json!(place), json!(["second-policy", "1.0", "en", "1.1"]));
    let expected = [
        ["second-policy/1.0/en.md", "in en"],
        [
            "sample-policy/1.0/en.md",
            "in en, clause 1.1 of sample-policy",
        ],
        ["second-policy/1.0/ru.md", "the same in ru"],
        [
            "sample-policy/1.0/ru.md",
            "the same in ru, clause 1.1 of sample-policy",
        ],
    ];
    let expected = expected.map(|[file, about]| [format!("content/{file}"), about.to_owned()]);
    assert_eq!(words(&finding), expected);
}

#[test]
fn an_edition_that_is_no_longer_the_latest_is_not_compared() {
    let sample = two_policies(
        "# Вторая политика\n\n1.1. Компания вымышлена.\n",
        "# Second Policy\n\n1.1. The company is imaginary.\n",
    );
    sample
        .write(
            "content/second-policy/2.0/edition.yaml",
            EDITION.replace("1.0", "2.0").replace("2025-04", "2025-05"),
        )
        .write(
            "content/second-policy/2.0/ru.md",
            "# Вторая политика\n\n1.1. Компания вымышлена.\n",
        )
        .write(
            "content/second-policy/2.0/en.md",
            "# Second Policy\n\n1.1. The company is made up.\n",
        );
    let rules: Vec<_> = sample
        .findings()
        .iter()
        .map(|finding| finding["rule"].clone())
        .collect();
    assert!(!rules.contains(&json!("twin-mismatch")), "{rules:?}");
}

#[test]
fn the_glossary_of_the_site_is_read() {
    let sample = Sample::small();
    sample.write(
        "content/glossary.yaml",
        "concepts:\n  company:\n    forms:\n      en: [business~]\n    forbidden:\n      en: [company]\n",
    );
    let finding = sample.finding();
    assert_eq!(finding["rule"], "forbidden-variant");
    assert_eq!(
        finding["message"],
        "clause 1.1 says “company” in en where the term is “business…”"
    );
}

#[test]
fn a_fault_in_the_glossary_is_told_with_its_place() {
    let sample = Sample::small();
    sample.write(
        "content/glossary.yaml",
        "concepts:\n  company:\n    forms:\n      kk: [компания~]\n",
    );
    let finding = sample.finding();
    assert_eq!(finding["rule"], "unknown-key");
    let label = &finding["labels"][0];
    assert_eq!(label["file"], "content/glossary.yaml");
    assert_eq!((&label["line"], &label["column"]), (&json!(4), &json!(7)));
}

#[test]
fn a_clause_of_another_policy_is_not_looked_for_in_this_one() {
    let sample = two_policies(
        "# Вторая политика\n\n1.1. Согласно пункту 7.5 Второй политики.\n\n\
         1.2. Согласно пункту 7.5 документа «Политика-образец».\n",
        "# Second Policy\n\n1.1. Under clause 7.5 of the Second Policy.\n\n\
         1.2. Under clause 7.5 of the Sample Policy.\n",
    );
    let findings = sample.findings();
    let broken = findings
        .iter()
        .filter(|finding| finding["rule"] == "broken-reference");
    let clauses: Vec<&Value> = broken.map(|finding| &finding["clause"]).collect();
    assert_eq!(clauses, ["1.1", "1.1"]);
}
