//! The exit code tells a program how it went.

use std::io::Read as _;
use std::process::Stdio;

use crate::common::sample::Sample;
use crate::common::tarmaq::command;

#[test]
fn zero_is_clean_one_is_errors_two_is_could_not_run() {
    Sample::small().run(&["check"]).expect(0);
    Sample::small().run(&["build"]).expect(0);
    Sample::faulty().run(&["check"]).expect(1);
    Sample::faulty().run(&["build"]).expect(1);
    Sample::nothing().run(&["check"]).expect(2);
    Sample::nothing().run(&["build"]).expect(2);
    Sample::small().run(&["check", "--format", "pdf"]).expect(2);
    Sample::small().run(&["fly"]).expect(2);
}

#[test]
fn warnings_alone_are_no_failure() {
    let sample = Sample::small();
    sample.write(
        "content/sample-policy/1.0/ru.txt",
        "A file that nobody reads.",
    );
    let run = sample.run(&["check"]).expect(0);
    assert!(run.stdout.ends_with("1 warning.\n"), "{}", run.stdout);
    let run = sample.run(&["build"]).expect(0);
    assert!(run.stderr.ends_with("1 warning.\n"), "{}", run.stderr);
    assert!(sample.path("public/index.html").is_file());
}

#[test]
fn with_strict_warnings_are_a_failure_and_nothing_is_written() {
    let sample = Sample::small();
    sample.write(
        "content/sample-policy/1.0/ru.txt",
        "A file that nobody reads.",
    );
    let run = sample.run(&["build", "--strict"]).expect(1);
    let told = "1 warning.\nNothing was written; the site is as it was.\n";
    assert!(run.stderr.ends_with(told), "{}", run.stderr);
    assert!(!sample.path("public").exists());
    sample.remove("content/sample-policy/1.0/ru.txt");
    sample.run(&["build", "--strict"]).expect(0);
    assert!(sample.path("public/index.html").is_file());
}

/// `tarmaq check | head -1`, where `head` is gone before all is written.
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let sample = Sample::faulty();
    let mut faults = String::from("# T\n\n");
    for _ in 0..2000 {
        faults.push_str("A <b>word</b>.\n\n");
    }
    sample.write("content/sample-policy/1.0/en.md", faults);
    let mut command = command(&sample.path(""), &["check"]);
    let mut check = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    check.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let ended = check.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}

#[cfg(target_os = "linux")]
#[test]
fn findings_that_cannot_be_printed_are_no_success() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let sample = Sample::small();
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_tarmaq"))
        .args(["check", "--root"])
        .arg(sample.path(""))
        .stdout(full)
        .stderr(Stdio::null())
        .status();
    assert_eq!(status.unwrap().code(), Some(2));
}
