//! `tarmaq new policy`: a folder with a text to begin with in each language.

use crate::common::sample::Sample;

#[test]
fn a_new_policy_checks_clean_and_is_a_draft() {
    let sample = Sample::small();
    let run = sample.run(&["new", "policy", "refund-policy"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(sample.findings(), Vec::<serde_json::Value>::new());
    let text = std::fs::read_to_string(sample.path("content/refund-policy/1.0/ru.md")).unwrap();
    assert_eq!(
        text,
        "# Название политики\n\n## 1. Название раздела\n\n1.1. Напишите здесь первый пункт.\n"
    );
    assert_eq!(sample.build().code, 0);
    assert!(!sample.path("public/en/refund-policy").exists());
    assert!(!sample.page("en/index.html").contains("Title of the policy"));
}

#[test]
fn a_name_that_cannot_be_an_address_is_refused() {
    let sample = Sample::small();
    for name in ["Refund", "возврат", "a/b", "-x", ""] {
        let run = sample.run(&["new", "policy", "--", name]);
        assert_eq!(run.code, 2, "{name}: {}", run.stdout);
    }
    assert_eq!(sample.run(&["new", "policy", "sample-policy"]).code, 2);
    assert_eq!(
        crate::common::sample::names(&sample.path("content")),
        ["sample-policy"]
    );
}
