//! `tarmaq new edition`: a draft with the texts of the newest edition.

use crate::common::sample::Sample;

#[test]
fn the_texts_are_copied_and_the_next_number_proposed() {
    let sample = Sample::small();
    // The copy is that of the bytes, line ends and all.
    let text = "# Sample Policy\r\n\r\n## 1. General\r\n\r\n1.1. One.\r\n\r\n1.2. Two.\r\n";
    sample.write("content/sample-policy/1.0/en.md", text);
    let run = sample.run(&["new", "edition", "sample-policy"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "Made content/sample-policy/1.1 with the texts of edition 1.0:\n\
         \x20 content/sample-policy/1.1/en.md\n\
         \x20 content/sample-policy/1.1/ru.md\n\
         \x20 content/sample-policy/1.1/edition.yaml\n\
         It is a draft until `order` is filled in in its edition.yaml.\n"
    );
    for name in ["ru.md", "en.md"] {
        let bytes = |edition: &str| {
            let path = format!("content/sample-policy/{edition}/{name}");
            std::fs::read(sample.path(&path)).unwrap()
        };
        assert_eq!(bytes("1.1"), bytes("1.0"), "{name}");
    }
}

#[test]
fn the_draft_checks_like_the_edition_it_was_copied_from() {
    let sample = Sample::accepting();
    let before = sample.findings();
    assert_eq!(sample.run(&["new", "edition", "sample-policy"]).code, 0);
    let after = sample.findings();
    let rules = |findings: &[serde_json::Value]| {
        let rules = findings
            .iter()
            .map(|f| f["rule"].as_str().unwrap().to_owned());
        rules.collect::<Vec<_>>()
    };
    // The same gap, accepted in one language, stands in both editions now.
    assert_eq!(rules(&before).len() * 2, rules(&after).len());
}

#[test]
fn an_edition_that_is_there_is_not_touched() {
    let sample = Sample::small();
    let before = crate::common::sample::files(&sample.path("content"));
    let run = sample.run(&["new", "edition", "sample-policy", "1.0"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("it is there already"), "{}", run.stderr);
    assert_eq!(
        crate::common::sample::files(&sample.path("content")),
        before
    );
}

#[test]
fn the_next_number_is_higher_than_the_last() {
    let sample = Sample::small();
    sample
        .run(&["new", "edition", "sample-policy", "1.9"])
        .expect(0);
    sample
        .run(&["new", "edition", "sample-policy", "1.10"])
        .expect(0);
    for number in ["0.9", "1.8", "1.010"] {
        let run = sample
            .run(&["new", "edition", "sample-policy", number])
            .expect(2);
        assert_eq!(
            run.stderr,
            format!(
                "error: could not use the number `{number}`: sample-policy has an edition 1.10, and \
                 the next one needs a higher number; without a number, `tarmaq new edition \
                 sample-policy` makes edition 1.11\n"
            )
        );
        assert!(
            !sample
                .path(&format!("content/sample-policy/{number}"))
                .exists()
        );
    }
}

#[test]
fn what_cannot_be_made_is_told() {
    let sample = Sample::small();
    let run = sample.run(&["new", "edition", "other-policy"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.stderr,
        "error: could not find the policy `other-policy`: the site has sample-policy\n"
    );
    let run = sample.run(&["new", "edition", "sample-policy", "../1.1"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("because it stands in addresses"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_draft_is_published_when_it_is_asked_for() {
    let sample = Sample::small();
    sample.run(&["new", "edition", "sample-policy"]);
    assert_eq!(sample.build().code, 0);
    assert!(!sample.path("public/en/sample-policy/1.1").exists());
    let run = sample.run(&["build", "--date", "2026-01-01", "--drafts"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        sample
            .page("en/sample-policy/1.1/index.html")
            .contains("Edition 1.1 (draft)")
    );
    assert!(
        !sample
            .page("en/sample-policy/index.html")
            .contains("(draft)")
    );
}
