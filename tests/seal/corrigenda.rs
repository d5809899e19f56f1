//! A sealed text is corrected in the open, or not at all.

use serde_json::Value;

use super::sealing::{EDITION, EN, SEAL, add_second, seal, sealed};
use super::tampering::tells_nothing;
use crate::common::sample::Sample;

const CORRIGENDUM: &str =
    "corrigenda:\n- date: 2026-01-10\n  reason:\n    en: a slip of the pen\n    ru: описка\n";

/// A sealed edition with a slip corrected, and the corrigendum recorded.
fn corrected() -> Sample {
    let sample = sealed();
    sample.replace(EN, "is made up", "was made up");
    sample.append(EDITION, CORRIGENDUM);
    sample
}

#[test]
fn without_a_corrigendum_a_change_is_refused() {
    let sample = sealed();
    sample.replace(EN, "is made up", "was made up");
    let told = seal(&sample, "1.0", 1);
    assert!(told.contains("error[sealed-text-changed]"), "{told}");
    assert!(
        told.contains("its texts were changed without a corrigendum"),
        "{told}"
    );
}

#[test]
fn a_corrigendum_is_sealed_with_the_words_that_stood_there_before() {
    let sample = corrected();
    let rules: Vec<Value> = sample
        .findings()
        .into_iter()
        .map(|f| f["rule"].clone())
        .collect();
    assert_eq!(rules, ["unsealed-correction", "sealed-text-changed"]);
    let told = seal(&sample, "1.0", 0);
    assert!(
        told.contains(
            "a correction of edition 1.0 of sample-policy is sealed now:\n  en 1.1 corrected\n"
        ),
        "{told}"
    );
    assert_eq!(sample.findings(), Vec::<Value>::new());
    let seal_file = std::fs::read_to_string(sample.path(SEAL)).unwrap();
    assert!(
        seal_file.contains("clause 1.1. This is a sample. The company is made up."),
        "{seal_file}"
    );
    assert!(seal(&sample, "1.0", 0).contains("is sealed and unchanged"));
}

#[test]
fn a_sealed_corrigendum_stays_as_it_is() {
    for (old, new) in [
        ("a slip of the pen", "a slip of the tongue"),
        ("2026-01-10", "2026-01-11"),
        (CORRIGENDUM, ""),
    ] {
        let sample = corrected();
        seal(&sample, "1.0", 0);
        sample.replace(EDITION, old, new);
        let finding = sample.finding();
        assert_eq!(finding["rule"], "unsealed-correction", "{old}");
        seal(&sample, "1.0", 1);
    }
}

#[test]
fn the_words_of_a_sealed_corrigendum_stay_as_they_are() {
    let sample = corrected();
    seal(&sample, "1.0", 0);
    sample.replace(SEAL, "The company is made up.", "The company was made up.");
    let finding = sample.finding_of("broken-seal");
    let message = "the seal is broken: this digest is not that of the corrigendum of 2026-01-10";
    assert_eq!(finding["message"], message);
}

#[test]
fn a_corrigendum_that_corrects_nothing_is_not_sealed() {
    let sample = sealed();
    sample.append(EDITION, CORRIGENDUM);
    assert!(seal(&sample, "1.0", 1).contains("the corrigendum of 2026-01-10 corrects nothing"));
}

/// A slip of the pen stands in one language: neither is it a change forgotten in the others, nor is
/// what the next edition says.
#[test]
fn a_slip_in_one_language_is_corrected_in_that_language() {
    let sample = sealed();
    add_second(&sample);
    seal(&sample, "2.0", 0);
    for number in ["1.0", "2.0"] {
        let folder = format!("content/sample-policy/{number}");
        let en = format!("{folder}/en.md");
        let text = std::fs::read_to_string(sample.path(&en)).unwrap();
        sample.write(&en, text.replace("The company", "Our company"));
        assert_ne!(sample.findings(), Vec::<Value>::new());
        sample.append(&format!("{folder}/edition.yaml"), CORRIGENDUM);
        seal(&sample, number, 0);
        assert_eq!(sample.findings(), Vec::<Value>::new());
    }
}

#[test]
fn a_corrigendum_needs_a_seal() {
    let sample = sealed();
    add_second(&sample);
    sample.append("content/sample-policy/2.0/edition.yaml", CORRIGENDUM);
    sample.finding_of("unsealed-correction");
    seal(&sample, "2.0", 1);
    // Where nothing is sealed at all, a correction is just told of, and still not sealed as one.
    let sample = Sample::small();
    sample.append(EDITION, CORRIGENDUM);
    assert_eq!(sample.findings(), Vec::<Value>::new());
    assert!(seal(&sample, "1.0", 1).contains("was never sealed"));
}

#[test]
fn a_corrected_edition_stays_what_the_next_one_is_chained_to() {
    let sample = sealed();
    add_second(&sample);
    seal(&sample, "2.0", 0);
    sample.replace(EN, "is made up", "was made up");
    sample.append(EDITION, CORRIGENDUM);
    seal(&sample, "1.0", 0);
    tells_nothing(&sample);
}
