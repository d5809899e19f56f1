//! What the checker finds and what it lets pass, measured on the real texts.
//!
//! One defect at a time is put into one language of the approved texts, at every place where it can
//! be put; the share that is found, in the right clause, is the recall of its kind. The table of
//! recalls is `recall.md` beside this file; kinds that must be found always are asserted to be.
//! Harmless edits must give no error.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// The table of recalls is told to who runs the tests.
#![allow(clippy::print_stdout)]

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
