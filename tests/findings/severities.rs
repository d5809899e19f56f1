//! `rules` in `site.yaml`: how grave the findings of single rules are taken.

use serde_json::Value;

use crate::common::sample::Sample;

#[test]
fn an_error_can_be_taken_as_a_warning() {
    let sample = Sample::small();
    leave_a_gap(&sample);
    sample.run(&["check"]).expect(1);
    set(&sample, "number-gap: warning");
    let findings = sample.findings();
    let found: Vec<_> = findings.iter().map(told).collect();
    assert_eq!(found, [["number-gap", "warning"]; 2]);
    let run = sample.run(&["check"]).expect(0);
    assert!(run.stdout.ends_with("2 warnings.\n"), "{}", run.stdout);
    sample.build().expect(0);
}

#[test]
fn a_rule_can_be_switched_off() {
    let sample = Sample::small();
    leave_a_gap(&sample);
    set(&sample, "number-gap: off");
    assert_eq!(sample.findings(), [] as [Value; 0]);
}

/// A file that nobody reads is told while the folders are read, before any text is looked at.
#[test]
fn a_warning_can_be_taken_as_an_error_or_switched_off_whatever_meets_it() {
    let sample = Sample::small();
    sample.write("content/sample-policy/1.0/ru.txt", "Черновик.");
    assert_eq!(told(&sample.finding()), ["unknown-file", "warning"]);
    set(&sample, "unknown-file: error");
    assert_eq!(told(&sample.finding()), ["unknown-file", "error"]);
    sample.build().expect(1);
    sample.replace("site.yaml", "unknown-file: error", "unknown-file: off");
    assert_eq!(sample.findings(), [] as [Value; 0]);
}

/// A site whose texts were not read as they were meant is not built, whatever it says.
#[test]
fn errors_of_reading_stay_errors() {
    let sample = Sample::small();
    sample.replace("content/sample-policy/1.0/en.md", "a sample", "a <b>sample");
    set(&sample, "raw-html: off");
    let findings = sample.findings();
    let found: Vec<_> = findings.iter().map(told).collect();
    assert_eq!(found, [["invalid-value", "error"], ["raw-html", "error"]]);
}

/// Both languages leave the same number out.
fn leave_a_gap(sample: &Sample) {
    for text in ["en.md", "ru.md"] {
        let path = format!("content/sample-policy/1.0/{text}");
        sample.replace(&path, "1.2. ", "1.3. ");
    }
}

fn set(sample: &Sample, line: &str) {
    sample.append("site.yaml", &format!("rules:\n  {line}\n"));
}

fn told(finding: &Value) -> [&str; 2] {
    [&finding["rule"], &finding["severity"]].map(|value| value.as_str().unwrap())
}
