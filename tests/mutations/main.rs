//! What the checker finds and what it lets pass, measured on the real texts.
//!
//! One defect at a time is put into one language of the approved texts, at every place where it can
//! be put; the share that is found, in the right clause, is the recall of its kind. The table of
//! recalls is `recall.md` beside this file; kinds that must be found always are asserted to be.
//! Harmless edits must give no error.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// The table of recalls is told to who runs the tests.
#![allow(clippy::print_stdout)]

mod change_parity;
mod edition;
#[path = "../common/expected.rs"]
mod expected;
mod harmless;
mod kinds;
mod places;
mod recall;

use edition::Edition;
use recall::Recall;

/// Puts each kind of defect into each language of both policies.
#[test]
fn defects_are_found() {
    let editions = Edition::real();
    let kinds = kinds::ALL.iter();
    let recalls: Vec<Recall> = kinds.map(|kind| recall::measure(&editions, kind)).collect();
    recall::expect(&recalls, "mutations/recall.md");
    for recall in &recalls {
        assert!(
            recall.tried > 0,
            "“{}” could be put nowhere",
            recall.kind.name
        );
        let missed = recall.missed.len();
        assert!(
            !recall.kind.always || missed == 0,
            "“{}” must always be found; missed {missed} of {}:\n{}",
            recall.kind.name,
            recall.tried,
            recall.missed.join("\n")
        );
    }
}

/// Edits that change nothing a lawyer would object to give no error.
#[test]
fn harmless_edits_give_no_error() {
    let editions = Edition::real();
    let mut tried = 0;
    let mut alarms = Vec::new();
    for (name, edits) in harmless::ALL {
        let (count, found) = recall::false_alarms(&editions, name, *edits);
        assert!(count > 0, "“{name}” could be made nowhere");
        tried += count;
        alarms.extend(found);
    }
    assert!(
        alarms.is_empty(),
        "{} false alarms in {tried} harmless edits:\n{}",
        alarms.len(),
        alarms.join("\n")
    );
}

/// Each change of the sample history, undone in one language, is told in its clause.
#[test]
fn a_change_in_one_language_is_found() {
    let (tried, missed) = change_parity::undone(&change_parity::sample());
    println!(
        "{tried} changes undone in one language, {} missed",
        missed.len()
    );
    assert!(tried > 90, "{tried}");
    assert!(
        missed.is_empty(),
        "missed {} of {tried}:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

/// What is only typed in another way is no change, in whichever language.
#[test]
fn cosmetic_changes_are_never_one_sided() {
    let (tried, alarms) = change_parity::cosmetic(&change_parity::sample());
    assert!(tried > 100, "{tried}");
    assert!(
        alarms.is_empty(),
        "{} alarms:\n{}",
        alarms.len(),
        alarms.join("\n")
    );
}
