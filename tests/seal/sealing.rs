//! `tarmaq seal` seals an edition once, and only one that is in order.

use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;

pub(crate) const EDITION: &str = "content/sample-policy/1.0/edition.yaml";
pub(crate) const EN: &str = "content/sample-policy/1.0/en.md";
pub(crate) const RU: &str = "content/sample-policy/1.0/ru.md";
pub(crate) const SEAL: &str = "content/sample-policy/1.0/seal.yaml";

/// The smallest site, with its edition sealed.
pub(crate) fn sealed() -> Sample {
    let sample = Sample::small();
    seal(&sample, "1.0", 0);
    sample
}

/// Seals an edition of the sample policy; gives what was printed.
#[track_caller]
pub(crate) fn seal(sample: &Sample, edition: &str, code: i32) -> String {
    let run = sample
        .run(&["seal", "sample-policy", edition, "--date", DAY])
        .expect(code);
    run.stdout + &run.stderr
}

/// Adds edition 2.0, in which an answer takes five days.
pub(crate) fn add_second(sample: &Sample) {
    let folder = "content/sample-policy";
    for file in ["en.md", "ru.md", "edition.yaml"] {
        let text = std::fs::read_to_string(sample.path(&format!("{folder}/1.0/{file}"))).unwrap();
        let text = text
            .replace("3 (three)", "5 (five)")
            .replace("3 (трех)", "5 (пяти)")
            .replace("\"1.0\"", "\"2.0\"")
            .replace("01-П", "02-П")
            .replace("2025-03-01", "2025-06-01");
        sample.write(&format!("{folder}/2.0/{file}"), text);
    }
}

#[test]
fn an_edition_is_sealed_once() {
    let sample = Sample::small();
    let told = seal(&sample, "1.0", 0);
    assert!(
        told.contains("is sealed now: 2 languages, 10 clauses\nsha256:"),
        "{told}"
    );
    let files = sample.path("content/sample-policy/1.0");
    let names = crate::common::sample::names(&files);
    assert_eq!(
        names,
        ["edition.yaml", "en.md", "ru.md", "seal", "seal.yaml"]
    );
    assert_eq!(sample.findings(), Vec::<serde_json::Value>::new());
    let before = crate::common::sample::files(&files);
    let again = seal(&sample, "1.0", 0);
    assert!(
        again.contains("is sealed and unchanged: 2 languages, 10 clauses\nsha256:"),
        "{again}"
    );
    assert_eq!(crate::common::sample::files(&files), before);
}

#[test]
fn how_files_are_saved_and_wrapped_is_not_sealed() {
    let sample = sealed();
    let text = std::fs::read_to_string(sample.path(EN)).unwrap();
    let wrapped = text
        .replace("A request is", "A request\nis")
        .replace('\n', "\r\n");
    sample.write(EN, format!("\u{FEFF}{wrapped}"));
    let witness = "content/sample-policy/1.0/seal/en.txt";
    let text = std::fs::read_to_string(sample.path(witness)).unwrap();
    sample.write(witness, text.replace('\n', "\r\n"));
    assert_eq!(sample.findings(), Vec::<serde_json::Value>::new());
}

#[test]
fn a_draft_is_not_sealed() {
    let sample = Sample::small();
    sample.write(EDITION, "edition: \"1.0\"\n");
    let told = seal(&sample, "1.0", 1);
    assert!(
        told.contains("was not sealed: it is a draft: no order has approved it yet"),
        "{told}"
    );
    assert!(!sample.path(SEAL).exists());
}

#[test]
fn an_edition_with_errors_is_not_sealed() {
    let sample = Sample::small();
    sample.replace(EN, "3 (three)", "5 (five)");
    let told = seal(&sample, "1.0", 1);
    assert!(told.contains("error["), "{told}");
    assert!(told.contains("was not sealed: the edition has errors, and would be sealed with them"));
    assert!(!sample.path(SEAL).exists());
}

#[test]
fn editions_are_sealed_in_their_order() {
    let sample = Sample::small();
    add_second(&sample);
    let told = seal(&sample, "2.0", 1);
    assert!(told.contains(
        "the edition before it is not sealed; run `tarmaq seal sample-policy 1.0` first"
    ));
    seal(&sample, "1.0", 0);
    seal(&sample, "2.0", 0);
    let seal = std::fs::read_to_string(sample.path("content/sample-policy/2.0/seal.yaml")).unwrap();
    assert!(seal.contains("\nbefore: sha256:"), "{seal}");
    assert_eq!(sample.findings(), Vec::<serde_json::Value>::new());
}

#[test]
fn an_edition_that_another_one_followed_should_be_sealed_too() {
    let sample = sealed();
    add_second(&sample);
    let third = "content/sample-policy/3.0";
    for file in ["en.md", "ru.md", "edition.yaml"] {
        let text =
            std::fs::read_to_string(sample.path(&format!("content/sample-policy/2.0/{file}")))
                .unwrap();
        let text = text
            .replace("\"2.0\"", "\"3.0\"")
            .replace("02-П", "03-П")
            .replace("06-01", "07-01");
        sample.write(&format!("{third}/{file}"), text);
    }
    let findings = sample.findings();
    let told = findings.iter().map(|finding| {
        assert_eq!(finding["rule"], "unsealed-edition");
        assert_eq!(finding["severity"], "warning");
        finding["message"].as_str().unwrap()
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "edition 2.0 is not sealed, although edition 3.0 follows it",
            "edition 3.0 is not sealed, although an order has approved it",
        ]
    );
}

#[test]
fn what_is_not_there_cannot_be_sealed() {
    let sample = Sample::small();
    for arguments in [
        ["seal", "other-policy", "1.0"],
        ["seal", "sample-policy", "9.0"],
    ] {
        let run = sample.run(&arguments).expect(2);
        assert!(run.stderr.contains("could not find the"), "{}", run.stderr);
    }
}
