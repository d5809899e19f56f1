//! `accepted` in `edition.yaml`: defects of an approved text that stay until the next order.

use serde_json::{Value, json};

use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;

const EDITION: &str = "content/sample-policy/1.0/edition.yaml";
const EN: &str = "content/sample-policy/1.0/en.md";
const RU: &str = "content/sample-policy/1.0/ru.md";

/// Clause 1.2 is called 1.3 in both languages, so that each leaves 1.2 out.
fn gaps() -> Sample {
    let sample = Sample::small();
    for text in [EN, RU] {
        sample.replace(text, "1.2. ", "1.3. ");
    }
    sample
}

fn accept(sample: &Sample, entries: &str) {
    sample.append(EDITION, &format!("accepted:\n{entries}"));
}

const EN_GAP: &str = "  - rule: number-gap\n    language: en\n    clause: \"1.3\"\n    \
                      words: 1.3.\n    reason: approved so\n";

fn report(sample: &Sample, code: i32) -> Value {
    let run = sample.run(&["check", "--format", "json", "--date", DAY]);
    serde_json::from_str(&run.expect(code).stdout).unwrap()
}

#[test]
fn an_accepted_finding_is_kept_with_its_reason_and_is_no_error() {
    let sample = gaps();
    accept(&sample, EN_GAP);
    accept_also(&sample, &EN_GAP.replace("en", "ru"));
    let report = report(&sample, 0);
    assert_eq!(report["findings"], json!([]));
    let counts = json!({ "errors": 0, "warnings": 0, "accepted": 2 });
    assert_eq!(report["summary"], counts);
    let accepted = &report["accepted"][0];
    assert_eq!(accepted["rule"], "number-gap");
    assert_eq!(accepted["language"], "en");
    assert_eq!(accepted["clause"], "1.3");
    assert_eq!(accepted["reason"], "approved so");
    assert_eq!(accepted["labels"][0]["text"], "1.3.");
}

#[test]
fn it_is_accepted_in_one_language_only() {
    let sample = gaps();
    accept(&sample, EN_GAP);
    let report = report(&sample, 1);
    assert_eq!(languages(&report["findings"]), ["ru"]);
    assert_eq!(languages(&report["accepted"]), ["en"]);
}

#[test]
fn every_output_tells_how_many_were_accepted() {
    let sample = gaps();
    accept(&sample, EN_GAP);
    let human = sample.run(&["check"]).expect(1).stdout;
    let end = "sample-policy  en             0         0         1\n\
               sample-policy  ru             1         0         0\n\
               \n\
               1 error; 1 finding accepted.\n";
    assert!(human.ends_with(end), "{human}");
    let github = sample
        .run(&["check", "--format", "github"])
        .expect(1)
        .stdout;
    assert!(
        github.ends_with("\n1 error; 1 finding accepted\n"),
        "{github}"
    );
    accept_also(&sample, &EN_GAP.replace("en", "ru"));
    let human = sample.run(&["check"]).expect(0).stdout;
    let end =
        "\n\n1 policy, 1 edition, 2 languages, 6 clauses compared; no findings; 2 accepted.\n";
    assert!(human.ends_with(end), "{human}");
    let built = sample.build().expect(0).stdout;
    assert!(built.contains(" pages, written to "), "{built}");
    assert!(built.ends_with("No findings; 2 accepted.\n"), "{built}");
}

/// GitHub and editors show suppressed results as dismissed, with the reason.
#[test]
fn in_sarif_it_is_a_suppressed_result() {
    let sample = gaps();
    accept(&sample, EN_GAP);
    let run = sample.run(&["check", "--format", "sarif"]).expect(1);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let results = report["runs"][0]["results"].as_array().unwrap();
    let suppressions: Vec<_> = results.iter().map(|r| &r["suppressions"]).collect();
    let expected = json!([{
        "kind": "external",
        "status": "accepted",
        "justification": "approved so",
    }]);
    assert_eq!(suppressions, [&Value::Null, &expected]);
}

#[test]
fn other_words_are_not_accepted_and_the_acceptance_is_told() {
    let sample = gaps();
    accept(&sample, &EN_GAP.replace("words: 1.3.", "words: 1.4."));
    let report = report(&sample, 1);
    let findings = report["findings"].as_array().unwrap();
    let rules: Vec<_> = findings
        .iter()
        .map(|f| f["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["stale-acceptance", "number-gap", "number-gap"]);
    let stale = &findings[0];
    assert_eq!(stale["severity"], "error");
    assert_eq!(stale["language"], "en");
    assert_eq!(stale["clause"], "1.3");
    assert_eq!(stale["labels"][0]["file"], EDITION);
    assert_eq!(stale["labels"][0]["text"], "1.4.");
    let help = stale["help"].as_str().unwrap();
    assert!(
        help.contains("the words in question are now `1.3.`"),
        "{help}"
    );
}

#[test]
fn a_defect_that_was_mended_needs_no_acceptance() {
    let sample = Sample::small();
    accept(&sample, EN_GAP);
    let stale = sample.finding();
    assert_eq!(stale["rule"], "stale-acceptance");
    let help = stale["help"].as_str().unwrap();
    assert!(help.starts_with("delete the acceptance"), "{help}");
}

/// Nothing answers to the acceptance; when the Russian clause is gone, that is told alone.
#[test]
fn what_another_error_may_hide_is_told_when_that_is_mended() {
    let sample = Sample::small();
    accept(
        &sample,
        "  - rule: stray-space\n    language: en\n    clause: \"1.2\"\n    words: a  b\n    \
         reason: approved so\n",
    );
    let rules = |report: &Value| -> Vec<String> {
        let findings = report["findings"].as_array().unwrap();
        let rules = findings.iter().map(|f| f["rule"].as_str().unwrap());
        rules.map(str::to_owned).collect()
    };
    assert_eq!(rules(&report(&sample, 1)), ["stale-acceptance"]);
    sample.replace(RU, "1.2. ", "");
    let hidden = report(&sample, 1);
    let hidden = rules(&hidden);
    assert!(hidden.contains(&"missing-clause".to_owned()), "{hidden:?}");
    assert!(
        !hidden.contains(&"stale-acceptance".to_owned()),
        "{hidden:?}"
    );
}

#[test]
fn each_clause_of_a_list_has_to_have_its_finding() {
    let sample = gaps();
    let clauses = |list: &str| EN_GAP.replace("clause: \"1.3\"", &format!("clause: {list}"));
    accept(&sample, &clauses("[1.3, 2.1, 2.2]"));
    let report = report(&sample, 1);
    assert_eq!(languages(&report["accepted"]), ["en"]);
    let findings = report["findings"].as_array().unwrap();
    let stale = findings.iter().filter(|f| f["rule"] == "stale-acceptance");
    let clauses: Vec<_> = stale.map(|f| f["clause"].as_str().unwrap()).collect();
    assert_eq!(clauses, ["2.1", "2.2"]);
}

#[test]
fn without_a_clause_only_what_is_in_none_is_accepted() {
    let sample = gaps();
    accept(&sample, &EN_GAP.replace("    clause: \"1.3\"\n", ""));
    let report = report(&sample, 1);
    assert_eq!(report["accepted"], json!([]));
    let stale = &report["findings"][0];
    assert_eq!(stale["rule"], "stale-acceptance");
    assert_eq!(stale["clause"], Value::Null);
}

/// White space between the words says nothing, also where the file folds them.
#[test]
fn words_are_compared_without_their_white_space() {
    let sample = Sample::small();
    let table = |one: &str, two: &str| {
        format!("\n```table\n- - A\n  - B\n- - - {one}\n    - {two}\n  - 5\n```\n")
    };
    sample.append(EN, &table("Card", "and  its holder"));
    sample.append(RU, &table("Карта", "Держатель"));
    let check = ["check", "--format", "json", "--rule", "wrapped-item"];
    let findings = sample.run(&check).expect(0).findings();
    assert_eq!(findings[0]["labels"][0]["text"], "- and  its holder");
    accept(
        &sample,
        "  - rule: wrapped-item\n    language: en\n    clause: \"2.1\"\n    words: >-\n      \
         - and\n      its holder\n    reason: approved so\n",
    );
    let report: Value = serde_json::from_str(&sample.run(&check).stdout).unwrap();
    assert_eq!(report["findings"], json!([]));
    assert_eq!(languages(&report["accepted"]), ["en"]);
}

/// A warning that was met while the file was read is accepted as any other. Its words are white
/// space alone.
#[test]
fn spaces_that_nobody_sees_can_be_accepted() {
    let sample = Sample::small();
    sample.replace(EN, "a sample. The", "a sample.  \nThe");
    let check = ["check", "--format", "json", "--rule", "invisible-break"];
    assert_eq!(sample.run(&check).expect(0).findings().len(), 1);
    accept(
        &sample,
        "  - rule: invisible-break\n    language: en\n    clause: \"1.1\"\n    words: \"  \"\n    \
         reason: approved so\n",
    );
    let report: Value = serde_json::from_str(&sample.run(&check).stdout).unwrap();
    assert_eq!(report["findings"], json!([]));
    assert_eq!(languages(&report["accepted"]), ["en"]);
}

/// What was not looked for cannot be missed.
#[test]
fn acceptances_of_a_rule_that_is_off_and_of_a_text_that_is_not_there_are_not_stale() {
    let sample = Sample::small();
    accept(&sample, EN_GAP);
    sample.append("site.yaml", "rules: { number-gap: off }\n");
    assert_eq!(sample.findings(), [] as [Value; 0]);
    sample.replace("site.yaml", "rules: { number-gap: off }\n", "");
    sample.remove(EN);
    assert_eq!(sample.finding()["rule"], "missing-language");
}

/// Adds entries below those that are there.
fn accept_also(sample: &Sample, entries: &str) {
    sample.append(EDITION, entries);
}

fn languages(findings: &Value) -> Vec<&str> {
    let findings = findings.as_array().unwrap().iter();
    findings.map(|f| f["language"].as_str().unwrap()).collect()
}
