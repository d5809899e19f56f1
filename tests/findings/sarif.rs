//! `--format sarif`: what the standard asks for (SARIF 2.1.0, the required properties).

use serde_json::{Value, json};

use crate::common::sample::Sample;
use crate::common::schema::fits;
use crate::common::tarmaq::DAY;

#[test]
fn the_report_has_what_the_standard_asks_for() {
    let report = report(&Sample::faulty(), 1);
    assert_eq!(report["version"], "2.1.0");
    assert!(
        report["$schema"]
            .as_str()
            .unwrap()
            .ends_with("sarif-2.1.0.json")
    );
    let runs = report["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 1);
    let driver = &runs[0]["tool"]["driver"];
    assert_eq!(driver["name"], "tarmaq");
    assert_eq!(driver["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(runs[0]["columnKind"], "unicodeCodePoints");
}

/// The schema that belongs to the standard.
#[test]
fn the_report_is_as_the_standard_describes_it() {
    let schema = include_str!("../fixtures/sarif-2.1.0.schema.json");
    fits(schema, &report(&Sample::faulty(), 1));
    fits(schema, &report(&Sample::small(), 0));
    let accepting = Sample::accepting();
    let accepting = report(&accepting, 1);
    let results = accepting["runs"][0]["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result["suppressions"].is_array())
    );
    fits(schema, &accepting);
}

#[test]
fn each_rule_is_described_once_and_each_result_refers_to_it() {
    let report = report(&Sample::faulty(), 1);
    let run = &report["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let mut ids: Vec<&str> = rules
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    for rule in rules {
        assert!(
            !rule["shortDescription"]["text"]
                .as_str()
                .unwrap()
                .is_empty()
        );
        assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
    }
    for result in run["results"].as_array().unwrap() {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[at]["id"], result["ruleId"]);
    }
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn each_result_has_a_message_a_level_a_location_and_a_fingerprint_of_its_own() {
    let report = report(&Sample::faulty(), 1);
    let results = report["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), Sample::faulty().findings().len());
    let mut fingerprints = Vec::new();
    for result in results {
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        for location in locations(result) {
            let physical = &location["physicalLocation"];
            let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
            assert!(
                uri.is_ascii() && !uri.starts_with('/') && !uri.contains(' '),
                "{uri}"
            );
            let region = &physical["region"];
            let number = |name: &str| region[name].as_u64().unwrap();
            let (start, end) = (number("startLine"), number("endLine"));
            assert!(start >= 1 && number("startColumn") >= 1 && end >= start);
            assert!(end > start || number("endColumn") >= number("startColumn"));
        }
        fingerprints.push(
            result["partialFingerprints"]["tarmaq/v1"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    }
    fingerprints.sort();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), results.len());
}

#[test]
fn the_other_language_is_a_related_location() {
    let report = report(&Sample::faulty(), 1);
    let results = report["runs"][0]["results"].as_array().unwrap();
    let missing = results
        .iter()
        .find(|result| result["ruleId"] == "missing-clause")
        .unwrap();
    let related = missing["relatedLocations"].as_array().unwrap();
    let uri = &related[0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "content/sample-policy/1.0/ru.md");
    assert_eq!(related[0]["id"], 1);
    let message = missing["message"]["text"].as_str().unwrap();
    assert!(message.contains("\n[clause 1.3 in ru](1)\n"), "{message}");
}

/// A baseline must not lose a finding because a line was added above it.
#[test]
fn a_fingerprint_survives_when_lines_move() {
    let (sample, moved) = (Sample::faulty(), Sample::faulty());
    let text = "content/sample-policy/1.0/ru.md";
    moved.replace(text, "## 1. Общие", "<!-- Заметка. -->\n\n## 1. Общие");
    let fingerprints = |sample: &Sample| -> Vec<Value> {
        let report = report(sample, 1);
        let results = report["runs"][0]["results"].as_array().unwrap().clone();
        results
            .into_iter()
            .map(|mut result| result["partialFingerprints"].take())
            .collect()
    };
    assert_eq!(fingerprints(&sample), fingerprints(&moved));
}

/// Otherwise a host would take the second for the first, and show one of them.
#[test]
fn two_findings_of_the_same_words_differ() {
    let sample = Sample::small();
    let text = "content/sample-policy/1.0/en.md";
    sample.replace(text, "a sample", "<b>a sample, <b>a sample");
    let report = report(&sample, 1);
    let results = report["runs"][0]["results"].as_array().unwrap();
    let fingerprints = results.iter().map(|result| {
        let fingerprint = &result["partialFingerprints"]["tarmaq/v1"];
        fingerprint.as_str().unwrap()
    });
    let fingerprints: Vec<_> = fingerprints.collect();
    assert_eq!(fingerprints.len(), 2);
    assert_eq!(fingerprints[1], format!("{}:2", fingerprints[0]));
}

#[test]
fn each_rule_names_its_family() {
    let report = report(&Sample::faulty(), 1);
    let rules = report["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "raw-html").unwrap();
    let expected = json!({ "tags": ["markup"], "problem.severity": "error" });
    assert_eq!(rule["properties"], expected);
}

#[test]
fn a_clean_site_gives_a_report_without_results() {
    let report = report(&Sample::small(), 0);
    assert_eq!(report["runs"][0]["results"], Value::Array(Vec::new()));
}

fn report(sample: &Sample, code: i32) -> Value {
    let run = sample
        .run(&["check", "--format", "sarif", "--date", DAY])
        .expect(code);
    serde_json::from_str(&run.stdout).unwrap()
}

fn locations(result: &Value) -> impl Iterator<Item = &Value> {
    let own = result["locations"].as_array().unwrap();
    assert_eq!(own.len(), 1);
    let related = result["relatedLocations"].as_array().into_iter().flatten();
    own.iter().chain(related)
}
