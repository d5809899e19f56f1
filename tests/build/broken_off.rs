//! A build that does not come to its end leaves the last good site as it was.

use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use crate::common::sample::Sample;
use crate::common::tarmaq::{DAY, command};

#[test]
fn a_build_with_errors_leaves_the_site_as_it_was() {
    let sample = Sample::small();
    sample.build().expect(0);
    let site = sample.site();
    sample.replace("content/sample-policy/1.0/en.md", "1.2. A", "1.3. A");
    let run = sample.build().expect(1);
    assert!(
        run.stderr
            .ends_with("Nothing was written; the site is as it was.\n")
    );
    assert_eq!(run.stdout, "");
    assert_eq!(site, sample.site());
    assert_eq!(sample.top(), ["content", "public", "site.yaml"]);
}

#[test]
fn a_first_build_with_errors_makes_no_folder() {
    let sample = Sample::faulty();
    sample.build().expect(1);
    assert_eq!(sample.top(), ["content", "site.yaml"]);
}

/// Killed at any moment, a build leaves the old site or the new one, whole; what it had written
/// besides is cleared by the next.
#[test]
fn a_killed_build_leaves_a_whole_site() {
    let sample = Sample::small();
    sample.build().expect(0);
    let old = sample.site();
    let text = "content/sample-policy/1.0/en.md";
    sample.replace(text, "is a sample", "was a sample");
    sample.build().expect(0);
    let new = sample.site();
    assert_ne!(old, new);
    for round in 0..40 {
        match round % 2 {
            0 => sample.replace(text, "was a sample", "is a sample"),
            _ => sample.replace(text, "is a sample", "was a sample"),
        };
        let mut command = command(&sample.path(""), &["build", "--date", DAY]);
        let mut build = command.stdout(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_micros(700 * round));
        build.kill().unwrap();
        build.wait().unwrap();
        let left = sample.site();
        assert!(left == old || left == new, "round {round}");
    }
    sample.build().expect(0);
    assert_eq!(sample.top(), ["content", "public", "site.yaml"]);
}

#[test]
fn the_leftovers_of_a_killed_build_are_cleared_and_nothing_else() {
    let sample = Sample::small();
    sample.write(".public.tarmaq-abcdef/en/index.html", "half a page");
    sample.write(".public-of-mine/note.txt", "mine");
    sample.build().expect(0);
    assert_eq!(
        sample.top(),
        [".public-of-mine", "content", "public", "site.yaml"]
    );
}

/// Where the system cannot exchange two folders, the old site is moved aside for a moment. A build
/// killed in it leaves no site at its place; the next one puts it back before anything else.
#[test]
fn a_site_that_was_moved_aside_is_put_back() {
    let sample = Sample::small();
    sample.build().expect(0);
    let site = sample.site();
    std::fs::rename(
        sample.path("public"),
        sample.path(".public.tarmaq-abcdef-old"),
    )
    .unwrap();
    sample.write("static/public", "");
    sample.write("static/large/note.txt", "new");
    sample.build().expect(0);
    assert_eq!(sample.top(), ["content", "public", "site.yaml", "static"]);
    assert!(site.keys().all(|path| sample.site().contains_key(path)));
}

/// What is wrong is found when pages are being made already: neither they nor their folders stay.
#[test]
fn a_build_with_errors_that_are_found_late_makes_no_folder_either() {
    let sample = Sample::history();
    let before = sample.top();
    let text = "content/refund-policy/2.1/en.md";
    sample.replace(
        text,
        "3.1.2. the goods",
        "3.1.2. for 5 (five) days the goods",
    );
    let kept = sample.path("kept/deep");
    let output = sample.path("new/deep/site");
    let [kept, output] = [&kept, &output].map(|path| path.to_str().unwrap());
    let run = ["build", "--date", DAY, "--cache", kept, "--output", output];
    let run = sample.run(&run).expect(1);
    assert!(run.stderr.contains("duration-mismatch"), "{}", run.stderr);
    assert_eq!(sample.top(), before);
}
