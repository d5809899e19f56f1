//! `--language`, `--policy`, `--rule`, `--strict`: what is told, and what counts as a failure.

use serde_json::Value;

use crate::common::sample::Sample;

#[test]
fn only_what_is_asked_for_is_told_counted_and_decides() {
    let sample = Sample::faulty();
    assert_eq!(rules(&sample, &["--rule", "raw-html"], 1), ["raw-html"]);
    assert_eq!(
        rules(
            &sample,
            &["--rule", "ragged-table", "--rule", "raw-html"],
            1
        ),
        ["raw-html", "ragged-table"]
    );
    let wide = ["--language", "en", "--rule", "missing-clause"];
    assert_eq!(rules(&sample, &wide, 1), ["missing-clause"]);
    let narrow = ["--language", "en", "--rule", "raw-html"];
    assert_eq!(rules(&sample, &narrow, 0), [] as [&str; 0]);
    let run = sample.run(&["check", "--rule", "unknown-file"]).expect(0);
    assert!(run.stdout.ends_with("1 warning.\n"), "{}", run.stdout);
}

/// A fault of site.yaml is about no policy, so it is left out where one asks for a policy.
#[test]
fn what_is_about_no_policy_answers_to_none() {
    let sample = Sample::faulty();
    let all = rules(&sample, &[], 1);
    let own = rules(&sample, &["--policy", "sample-policy"], 1);
    assert_eq!(all.len(), own.len() + 1);
    assert!(all.contains(&"unknown-key".to_owned()) && !own.contains(&"unknown-key".to_owned()));
}

#[test]
fn what_there_is_not_cannot_be_asked_for() {
    let sample = Sample::small();
    for (option, value, told) in [
        ("--language", "kk", "the site has en, ru"),
        ("--policy", "privacy", "the site has sample-policy"),
        ("--rule", "number-gaps", "did you mean `number-gap`?"),
    ] {
        let run = sample.run(&["check", option, value]).expect(2);
        assert!(run.stderr.contains(told), "{}", run.stderr);
        assert_eq!(run.stdout, "");
    }
}

#[test]
fn with_strict_a_warning_is_a_failure() {
    let sample = Sample::small();
    sample.run(&["check", "--strict"]).expect(0);
    sample.write("content/sample-policy/1.0/ru.txt", "Черновик.");
    sample.run(&["check"]).expect(0);
    sample.run(&["check", "--strict"]).expect(1);
    sample
        .run(&["check", "--strict", "--language", "en"])
        .expect(0);
}

#[track_caller]
fn rules(sample: &Sample, options: &[&str], code: i32) -> Vec<String> {
    let arguments = [&["check", "--format", "json"], options].concat();
    let run = sample.run(&arguments).expect(code);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let summary = &report["summary"];
    let counted = summary["errors"].as_u64().unwrap() + summary["warnings"].as_u64().unwrap();
    assert_eq!(counted, findings.len() as u64);
    let rules = findings.iter().map(|finding| &finding["rule"]);
    rules
        .map(|rule| rule.as_str().unwrap().to_owned())
        .collect()
}
