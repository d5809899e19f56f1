//! Sites with nothing in them.

use std::fs;

use crate::common::sample::Sample;

#[test]
fn a_site_without_policies_has_an_index_and_a_warning() {
    for folder in [true, false] {
        let sample = Sample::small();
        sample.remove("content");
        if folder {
            fs::create_dir(sample.path("content")).unwrap();
        }
        let finding = sample.finding();
        assert_eq!(
            (&finding["rule"], &finding["severity"]),
            (&"no-policies".into(), &"warning".into())
        );
        sample.build().expect(0);
        assert!(sample.page("en/index.html").contains("Legal Information"));
        assert!(!sample.site().contains_key("en/sample-policy/index.html"));
    }
}

#[test]
fn a_policy_without_editions_is_an_error() {
    let sample = Sample::small();
    sample.remove("content/sample-policy/1.0");
    assert_eq!(sample.finding()["rule"], "no-editions");
    sample.build().expect(1);
}

#[test]
fn an_empty_folder_of_an_edition_is_no_secret() {
    let sample = Sample::small();
    fs::create_dir(sample.path("content/sample-policy/1.1")).unwrap();
    let finding = sample.finding();
    assert!(
        finding.to_string().contains("content/sample-policy/1.1"),
        "{finding}"
    );
}

#[test]
fn an_empty_text_has_no_title() {
    let sample = Sample::small();
    sample.write("content/sample-policy/1.0/en.md", "");
    let rules: Vec<_> = sample
        .findings()
        .iter()
        .map(|f| f["rule"].clone())
        .collect();
    assert!(rules.contains(&"missing-title".into()), "{rules:?}");
}

#[test]
fn an_empty_site_file_asks_for_what_it_lacks() {
    let sample = Sample::small();
    sample.write("site.yaml", "");
    let findings = sample.findings();
    assert!(
        findings
            .iter()
            .all(|finding| finding["rule"] == "missing-key"),
        "{findings:#?}"
    );
    assert_eq!(findings.len(), 3);
}
