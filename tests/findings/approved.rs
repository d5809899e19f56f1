//! What is found in the approved texts of this repository: nothing that is not accepted, and each
//! accepted defect in its clause, with its words.

use std::fmt::Write as _;

use serde_json::Value;

use crate::common::expected::expect;
use crate::common::real::root;
use crate::common::tarmaq::{DAY, run};

#[test]
fn the_defects_of_the_approved_texts() {
    let out = run(root(), &["check", "--format", "json", "--date", DAY]).expect(0);
    let report: Value = serde_json::from_str(&out.stdout).unwrap();
    assert_eq!(report["findings"], Value::Array(Vec::new()));
    let mut lines = String::new();
    for finding in report["accepted"].as_array().unwrap() {
        let said = |key: &str| finding[key].as_str().unwrap_or("–");
        let words = finding["labels"][0]["text"].as_str().unwrap();
        let (policy, language, clause) = (said("policy"), said("language"), said("clause"));
        let _ = writeln!(
            lines,
            "{policy} {language} {clause}: {} “{words}”",
            said("rule")
        );
    }
    expect("findings/expected/approved.txt", &lines);
}
