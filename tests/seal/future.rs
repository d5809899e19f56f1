//! Nothing is sealed before it was approved.

use super::sealing::{EDITION, EN, seal, sealed};
use crate::common::sample::Sample;

#[test]
fn an_order_of_a_day_to_come_is_not_sealed() {
    let sample = Sample::small();
    let day = |day| sample.run(&["seal", "sample-policy", "1.0", "--date", day]);
    let run = day("2025-02-28").expect(1);
    assert_eq!(
        run.stderr,
        "edition 1.0 of sample-policy was not sealed: its order is dated 2025-03-01, and today is \
         2025-02-28; seal it on that day or later, or correct the date.\n"
    );
    assert!(!sample.path("content/sample-policy/1.0/seal.yaml").exists());
    // An order may be of today, and its edition in force later.
    sample.append(EDITION, "in_force: 2026-03-01\n");
    day("2025-03-01").expect(0);
}

#[test]
fn a_corrigendum_of_a_day_to_come_is_not_sealed() {
    let sample = sealed();
    sample.replace(EN, "is made up", "was made up");
    sample.append(
        EDITION,
        "corrigenda:\n- date: 2026-01-16\n  reason: { en: a slip of the pen, ru: описка }\n",
    );
    let told = seal(&sample, "1.0", 1);
    assert!(
        told.contains("its corrigendum is dated 2026-01-16, and today is 2026-01-15"),
        "{told}"
    );
    sample
        .run(&["seal", "sample-policy", "1.0", "--date", "2026-01-16"])
        .expect(0);
}

#[test]
fn a_repeal_by_an_order_of_a_day_to_come_is_not_sealed() {
    let sample = sealed();
    sample.append(
        EDITION,
        "repealed:\n  date: 2026-06-01\n  order: { number: 09-П, date: 2026-05-20 }\n",
    );
    let told = seal(&sample, "1.0", 1);
    assert!(
        told.contains("the order of its repeal is dated 2026-05-20, and today is 2026-01-15"),
        "{told}"
    );
    sample
        .run(&["seal", "sample-policy", "1.0", "--date", "2026-05-20"])
        .expect(0);
}
