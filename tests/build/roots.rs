//! Which folder is the site's.

use std::fs;

use crate::common::sample::Sample;
use crate::common::tarmaq::run;

#[test]
fn a_site_is_found_from_a_folder_below() {
    let sample = Sample::small();
    let below = sample.path("content/sample-policy/1.0");
    run(&below, &["build", "--date", "2026-01-15"]).expect(0);
    assert!(sample.path("public/index.html").is_file());
}

#[test]
fn without_a_site_it_cannot_run() {
    let nothing = Sample::nothing();
    for command in ["build", "check"] {
        let run = nothing.run(&[command]).expect(2);
        assert!(run.stderr.contains("site.yaml"), "{}", run.stderr);
        assert!(run.stderr.contains("--root"), "{}", run.stderr);
        assert_eq!(run.stdout, "");
    }
}

#[test]
fn a_wrong_root_is_told() {
    let nothing = Sample::nothing();
    let run = nothing.run(&["check", "--root", "gone"]).expect(2);
    assert!(
        run.stderr.contains("`gone`: there is no such folder"),
        "{}",
        run.stderr
    );
    let run = nothing.run(&["check", "--root", "."]).expect(2);
    assert!(
        run.stderr.contains("it holds no `site.yaml`"),
        "{}",
        run.stderr
    );
}

#[test]
fn another_site_can_be_named() {
    let (sample, nothing) = (Sample::small(), Sample::nothing());
    let root = sample.path("");
    let run = nothing
        .run(&["build", "--root", root.to_str().unwrap()])
        .expect(0);
    assert!(
        run.stdout.contains("1 policy, 1 edition, 2 languages"),
        "{}",
        run.stdout
    );
    assert!(sample.path("public/index.html").is_file());
    assert!(nothing.top().is_empty());
}

#[test]
fn a_folder_called_site_yaml_is_no_site() {
    let nothing = Sample::nothing();
    fs::create_dir(nothing.path("site.yaml")).unwrap();
    nothing.run(&["check"]).expect(2);
    nothing.run(&["check", "--root", "."]).expect(2);
}
