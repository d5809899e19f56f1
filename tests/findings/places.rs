//! Each finding says which policy, edition, language and clause it is about.

use serde_json::{Value, json};

use crate::common::sample::Sample;

const EN: &str = "content/sample-policy/1.0/en.md";

/// The finding about HTML; that the text has a paragraph more than the other is one besides.
fn html(sample: &Sample) -> Value {
    let found = sample.findings();
    let mut html = found.into_iter().filter(|f| f["rule"] == "raw-html");
    html.next().unwrap()
}

#[test]
fn a_finding_inside_a_clause_names_the_clause() {
    let sample = Sample::small();
    sample.replace(EN, "3 (three)", "<i>3</i> (three)");
    for finding in sample.findings() {
        assert_eq!(
            place(&finding),
            json!(["sample-policy", "1.0", "en", "1.2"])
        );
    }
}

#[test]
fn a_finding_directly_in_a_section_names_the_section() {
    let sample = Sample::small();
    sample.replace(EN, "2.1. Write", "<i>Here.\n\n2.1. Write");
    assert_eq!(
        place(&html(&sample)),
        json!(["sample-policy", "1.0", "en", "2"])
    );
}

#[test]
fn a_finding_above_the_first_section_names_no_clause() {
    let sample = Sample::small();
    sample.replace(EN, "# Sample Policy\n", "# Sample Policy\n\n<i>Here.\n");
    assert_eq!(
        place(&html(&sample)),
        json!(["sample-policy", "1.0", "en", null])
    );
}

#[test]
fn a_finding_about_an_edition_names_no_language() {
    let sample = Sample::small();
    sample.replace(
        "content/sample-policy/1.0/edition.yaml",
        "2025-03-01\nupdated",
        "soon\nupdated",
    );
    assert_eq!(
        place(&sample.finding()),
        json!(["sample-policy", "1.0", null, null])
    );
}

#[test]
fn a_missing_text_names_its_language() {
    let sample = Sample::small();
    sample.remove("content/sample-policy/1.0/ru.md");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "missing-language");
    assert_eq!(place(&finding), json!(["sample-policy", "1.0", "ru", null]));
    assert_eq!(
        finding["labels"][0]["file"],
        "content/sample-policy/1.0/edition.yaml"
    );
}

#[test]
fn a_file_in_an_unknown_encoding_names_its_place_too() {
    let sample = Sample::small();
    sample.write(EN, b"# Sample Policy\n\n1.1. \xCF\xF0\xE8\xE2\xE5\xF2\n");
    let findings = sample.findings();
    let finding = findings
        .iter()
        .find(|finding| finding["rule"] == "bad-utf8")
        .unwrap();
    assert_eq!(place(finding), json!(["sample-policy", "1.0", "en", null]));
    assert_eq!(finding["labels"][0]["line"], 3);
    assert_eq!(finding["labels"][0]["column"], 6);
}

fn place(finding: &Value) -> Value {
    let facts = ["policy", "edition", "language", "clause"];
    facts.iter().map(|fact| finding[fact].clone()).collect()
}
