//! A disk that is full, a place that cannot be written.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use crate::common::sample::Sample;
use crate::common::tarmaq::{DAY, finished};

/// A limit on the size of files stands for a full disk: writing fails in the midst of a file.
#[test]
fn a_full_disk_is_told_and_the_old_site_stays() {
    let sample = Sample::small();
    sample.build().expect(0);
    let site = sample.site();
    sample.write("static/large.bin", vec![7; 200_000]);
    let limited = "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\"";
    let mut command = Command::new("bash");
    command.args([
        "-c",
        limited,
        env!("CARGO_BIN_EXE_tarmaq"),
        "build",
        "--date",
        DAY,
    ]);
    let run = finished(command.current_dir(sample.path("")).output().unwrap()).expect(2);
    let told = run.stderr;
    assert!(told.starts_with("error: could not write `"), "{told}");
    assert!(told.contains("public/large.bin`: "), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert_eq!(site, sample.site());
    assert_eq!(sample.top(), ["content", "public", "site.yaml", "static"]);
}

#[test]
fn an_output_below_a_file_is_told() {
    let sample = Sample::small();
    sample.write("note.txt", "");
    let run = sample
        .run(&["build", "--output", "note.txt/site"])
        .expect(2);
    assert!(run.stderr.contains("note.txt"), "{}", run.stderr);
    let run = sample.run(&["build", "--output", "note.txt"]).expect(2);
    assert!(
        run.stderr.contains("it is a file, not a folder"),
        "{}",
        run.stderr
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_place_that_cannot_be_written_is_told() {
    let run = Sample::small()
        .run(&["build", "--output", "/proc/site"])
        .expect(2);
    assert!(
        run.stderr.starts_with("error: could not create"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("/proc"), "{}", run.stderr);
}

#[test]
fn a_folder_without_permission_is_told_and_the_old_site_stays() {
    let sample = Sample::small();
    sample.build().expect(0);
    let site = sample.site();
    sample.replace("content/sample-policy/1.0/en.md", "sample", "test");
    let folder = sample.path("");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let may_write_all_the_same = fs::write(folder.join("probe"), "").is_ok();
    let run = sample.build();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    if may_write_all_the_same {
        return; // The superuser may write anywhere.
    }
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("could not create a folder in"),
        "{}",
        run.stderr
    );
    assert_eq!(site, sample.site());
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let sample = Sample::small();
    let file = sample.path("content/sample-policy/1.0/en.md");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&file).is_ok() {
        return; // The superuser may read anything.
    }
    let run = sample.build().expect(2);
    assert!(run.stderr.contains("could not read") && run.stderr.contains("en.md"));
}
