//! Faults of YAML files: told in plain words, all of them, at the place where each stands.

use serde_json::Value;

use crate::common::sample::Sample;

const EDITION: &str = "content/sample-policy/1.0/edition.yaml";

#[test]
fn all_faults_of_a_file_are_told_in_one_run() {
    let sample = Sample::small();
    let faulty = "base_url: sample\n\
                  languages: [en, ru, zz9!] # three\n\
                  titel: x\n\
                  title:\n  en: Legal\n\
                  owner:\n  name: Sample\n  fax: 5\n";
    sample.write("site.yaml", faulty);
    let told: Vec<_> = sample.findings().iter().map(shown).collect();
    assert_eq!(
        told,
        [
            "site.yaml:1:11 sample: expected an address on the web, such as https://example.kz",
            "site.yaml:2:21 zz9!: expected the code of a language, such as kk",
            "site.yaml:3:1 titel: nobody reads the key `titel`",
            "site.yaml:7:9 Sample: expected lines such as `key: value`, indented, below the key",
            "site.yaml:8:3 fax: nobody reads the key `fax`",
        ]
    );
}

/// What was opened and never closed is shown where it was opened, not where the file ends.
#[test]
fn a_file_that_cannot_be_read_gives_one_finding_in_plain_words() {
    let reading = "this file cannot be read: ";
    for (text, told) in [
        (
            "edition: \"1.0\norder:\n",
            "1:10 \"1.0: a quotation mark is opened and never closed",
        ),
        (
            "order:\n  number: [1\nupdated: x\n",
            "2:11 [1: a bracket is opened and never closed",
        ),
        (
            "edition: 1.0\nedition: 1.1\n",
            "2:1 edition: the key `edition` stands twice",
        ),
        (
            "order:\n  number: №: 1\n",
            "2:12 : a colon stands inside a value, or the line is indented too far",
        ),
        (
            "order:\n  number: *x\n",
            "2:11 *x: a value that begins with `*` needs quotes around it",
        ),
    ] {
        let sample = Sample::small();
        sample.write(EDITION, text);
        let expected = told.split_once(": ").unwrap();
        let shown = shown(&sample.finding());
        let shown = shown.strip_prefix(&format!("{EDITION}:")).unwrap();
        let shown = shown.replace(reading, "");
        assert!(
            shown.starts_with(expected.0) && shown.ends_with(expected.1),
            "{shown}"
        );
    }
}

#[test]
fn a_tab_is_named_as_what_it_is() {
    let sample = Sample::small();
    sample.write(EDITION, "edition: \"1.0\"\norder:\n\tnumber: 1\n");
    let finding = sample.finding();
    assert!(
        finding["message"].as_str().unwrap().contains("a tab"),
        "{finding}"
    );
    assert_eq!(finding["labels"][0]["line"], 3);
}

#[test]
fn an_empty_file_lacks_everything() {
    let sample = Sample::small();
    sample.write(EDITION, "");
    let findings = sample.findings();
    assert!(
        findings
            .iter()
            .all(|finding| finding["rule"] == "missing-key")
    );
    assert_eq!(findings.len(), 4);
}

/// Otherwise each text would be reported as missing or as unknown.
#[test]
fn when_the_languages_cannot_be_read_the_texts_are_checked_all_the_same() {
    let sample = Sample::small();
    sample.write("site.yaml", "base_url: \"https://sample.example\n");
    sample.replace(
        "content/sample-policy/1.0/ru.md",
        "1.2. Ответ",
        "1.3. Ответ",
    );
    let findings = sample.findings();
    let told = |rule: &str| findings.iter().filter(|f| f["rule"] == rule).count();
    assert_eq!(told("malformed-yaml"), 1);
    assert_eq!(told("missing-clause"), 2);
    assert_eq!(told("missing-language") + told("unknown-file"), 0);
}

/// "file:line:column words: what is said".
fn shown(finding: &Value) -> String {
    let label = &finding["labels"][0];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let message = text(&finding["message"]).replace("this value cannot be used: ", "");
    let (line, column) = (&label["line"], &label["column"]);
    format!(
        "{}:{line}:{column} {}: {message}",
        text(&label["file"]),
        text(&label["text"])
    )
}
