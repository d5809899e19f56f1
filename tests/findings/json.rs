//! `--format json`: one object whose keys are a promise to programs.

use serde_json::{Value, json};

use crate::common::expected::expect;
use crate::common::sample::Sample;
use crate::common::schema::fits;
use crate::common::tarmaq::DAY;

const CHECK: [&str; 5] = ["check", "--format", "json", "--date", DAY];

#[test]
fn the_findings_about_a_faulty_site() {
    let run = Sample::faulty().run(&CHECK).expect(1);
    expect("findings/expected/findings.json", &run.stdout);
}

#[test]
fn every_key_is_always_there_and_no_other() {
    let report: Value = serde_json::from_str(&Sample::faulty().run(&CHECK).stdout).unwrap();
    let promised = ["accepted", "compared", "findings", "schema", "summary"];
    assert_eq!(keys(&report), promised);
    assert_eq!(keys(&report["summary"]), ["accepted", "errors", "warnings"]);
    for finding in report["findings"].as_array().unwrap() {
        let promised = [
            "clause", "edition", "help", "labels", "language", "message", "policy", "rule",
            "severity",
        ];
        assert_eq!(keys(finding), promised);
        for label in finding["labels"].as_array().unwrap() {
            let promised = [
                "column",
                "end_column",
                "end_line",
                "file",
                "line",
                "message",
                "text",
            ];
            assert_eq!(keys(label), promised);
        }
    }
}

/// `tarmaq explain --schema` prints the description that programs are promised.
#[test]
fn the_output_is_as_it_is_described() {
    let schema = Sample::nothing().run(&["explain", "--schema"]).expect(0);
    let accepting = Sample::accepting();
    for (sample, accepted) in [
        (Sample::small(), 0),
        (Sample::faulty(), 0),
        (accepting, 1),
        (Sample::full(), 0),
    ] {
        let report: Value = serde_json::from_str(&sample.run(&CHECK).stdout).unwrap();
        fits(&schema.stdout, &report);
        assert_eq!(report["summary"]["accepted"], accepted);
    }
}

#[test]
fn absent_facts_are_null() {
    let findings = Sample::faulty().findings();
    let finding = findings
        .iter()
        .find(|finding| finding["rule"] == "unknown-key")
        .unwrap();
    for fact in ["policy", "edition", "language", "clause"] {
        assert_eq!(finding[fact], Value::Null, "{fact}");
    }
}

#[test]
fn a_label_names_the_words_by_line_and_character() {
    let findings = Sample::faulty().findings();
    let finding = findings
        .iter()
        .find(|finding| finding["rule"] == "raw-html")
        .unwrap();
    let label = json!({
        "file": "content/sample-policy/1.0/ru.md",
        "line": 5,
        "column": 151,
        "end_line": 5,
        "end_column": 154,
        "text": "<b>",
        "message": "HTML",
    });
    assert_eq!(finding["labels"], json!([label]));
}

#[test]
fn a_clean_site_gives_an_empty_list() {
    let run = Sample::small().run(&CHECK).expect(0);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let expected = json!({
        "schema": 1,
        "findings": [],
        "accepted": [],
        "compared": {
            "policies": ["sample-policy"],
            "languages": ["en", "ru"],
            "editions": 1,
            "clauses": 6,
        },
        "summary": { "errors": 0, "warnings": 0, "accepted": 0 },
    });
    assert_eq!(report, expected);
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}
