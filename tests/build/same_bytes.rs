//! Same input, same bytes.

use crate::common::sample::{Sample, files};
use crate::common::tarmaq::{command, finished};
use crate::common::{real, tarmaq};

#[test]
fn a_second_build_gives_the_same_bytes() {
    let sample = Sample::full();
    sample.build().expect(0);
    let first = sample.site();
    sample.build().expect(0);
    assert_eq!(first, sample.site());
    sample.remove("public").build().expect(0);
    assert_eq!(first, sample.site());
}

#[test]
fn one_thread_and_eight_give_the_same_bytes() {
    let room = tempfile::tempdir().unwrap();
    let build = |threads: &str| {
        let output = room.path().join(threads);
        let arguments = [
            "build",
            "--date",
            tarmaq::DAY,
            "--output",
            output.to_str().unwrap(),
        ];
        let mut command = command(real::root(), &arguments);
        finished(command.env("RAYON_NUM_THREADS", threads).output().unwrap()).expect(0);
        files(&output)
    };
    let alone = build("1");
    assert!(alone.len() > 20);
    for _ in 0..4 {
        assert_eq!(alone, build("8"));
    }
}

#[test]
fn findings_come_in_the_same_order_at_any_number_of_threads() {
    let sample = Sample::faulty();
    let check = |threads: &str| {
        let mut command = command(&sample.path(""), &["check", "--date", tarmaq::DAY]);
        finished(command.env("RAYON_NUM_THREADS", threads).output().unwrap()).stdout
    };
    assert_eq!(check("1"), check("8"));
}

#[test]
fn the_same_site_in_another_folder_gives_the_same_bytes() {
    let (here, there) = (Sample::full(), Sample::full());
    here.build().expect(0);
    there.build().expect(0);
    assert_eq!(here.site(), there.site());
}

/// Edition 2.0 of the sample's notice comes into force on 1 July 2025.
#[test]
fn the_day_decides_which_edition_a_policy_shows() {
    let sample = Sample::full();
    let clauses = |sample: &Sample| sample.page("en/notice/index.html").matches("id=1.").count();
    sample.run(&["build", "--date", "2025-06-30"]).expect(0);
    assert_eq!(clauses(&sample), 1);
    assert!(
        sample
            .page("en/notice/2.0/index.html")
            .contains("approved but is not in force yet")
    );
    sample.run(&["build", "--date", "2025-07-01"]).expect(0);
    assert_eq!(clauses(&sample), 2);
    assert!(
        sample
            .page("en/notice/1.0/index.html")
            .contains("a new edition has taken its place")
    );
}

#[test]
fn the_day_is_taken_from_source_date_epoch_unless_it_is_named() {
    let sample = Sample::full();
    let build = |arguments: &[&str], epoch: &str| {
        let mut command = command(&sample.path(""), arguments);
        finished(command.env("SOURCE_DATE_EPOCH", epoch).output().unwrap())
    };
    let clauses = |sample: &Sample| sample.page("en/notice/index.html").matches("id=1.").count();
    let last_second_of_june = "1751327999";
    build(&["build"], last_second_of_june).expect(0);
    assert_eq!(clauses(&sample), 1);
    build(&["build"], "1751328000").expect(0);
    assert_eq!(clauses(&sample), 2);
    build(&["build", "--date", "2025-06-30"], "1751328000").expect(0);
    assert_eq!(clauses(&sample), 1);
    let run = build(&["build"], "yesterday").expect(2);
    assert!(run.stderr.contains("SOURCE_DATE_EPOCH") && run.stderr.contains("yesterday"));
}

#[test]
fn a_date_that_is_none_is_refused() {
    for date in ["2025-02-30", "tomorrow", "10.12.2025", "2025-1-1"] {
        let run = Sample::small().run(&["build", "--date", date]).expect(2);
        assert!(run.stderr.contains("year-month-day"), "{}", run.stderr);
    }
}
