//! Where the site is written.

use std::fs;

use crate::common::sample::{Sample, files};

#[test]
fn a_folder_with_files_of_others_is_refused() {
    let sample = Sample::small();
    sample.write("public/thesis.txt", "years of work");
    let run = sample.build().expect(2);
    assert!(run.stderr.contains("thesis.txt"), "{}", run.stderr);
    assert!(run.stderr.contains("--output"), "{}", run.stderr);
    assert_eq!(
        fs::read(sample.path("public/thesis.txt")).unwrap(),
        b"years of work"
    );
}

#[test]
fn a_stranger_among_the_files_of_a_site_is_not_lost() {
    let sample = Sample::small();
    sample.build().expect(0);
    sample.write("public/en/note.txt", "mine");
    let run = sample.build().expect(2);
    assert!(run.stderr.contains("en/note.txt"), "{}", run.stderr);
    sample.remove("public/en/note.txt").build().expect(0);
}

/// To write over the sources would be to lose them.
#[test]
fn the_sources_are_refused_as_a_place_for_the_site() {
    let sample = Sample::small();
    for output in [
        ".",
        "..",
        "content",
        "content/site",
        "static",
        "themes/site",
    ] {
        sample.run(&["build", "--output", output]).expect(2);
    }
    sample.build().expect(0);
}

#[test]
fn an_empty_folder_and_folders_that_are_not_there_are_fine() {
    let sample = Sample::small();
    fs::create_dir(sample.path("public")).unwrap();
    sample.build().expect(0);
    sample
        .run(&["build", "--output", "a/b/c", "--date", "2026-01-15"])
        .expect(0);
    assert_eq!(files(&sample.path("a/b/c")), sample.site());
}

#[test]
fn a_relative_output_is_taken_from_where_one_stands() {
    let (sample, elsewhere) = (Sample::small(), Sample::nothing());
    let root = sample.path("");
    elsewhere
        .run(&[
            "build",
            "--root",
            root.to_str().unwrap(),
            "--output",
            "site",
        ])
        .expect(0);
    assert_eq!(elsewhere.top(), ["site"]);
    assert_eq!(sample.top(), ["content", "site.yaml"]);
}

#[test]
#[cfg(unix)]
fn a_link_to_a_folder_stays_a_link() {
    let sample = Sample::small();
    fs::create_dir(sample.path("www")).unwrap();
    std::os::unix::fs::symlink("www", sample.path("public")).unwrap();
    sample.build().expect(0);
    sample.build().expect(0);
    assert!(
        sample
            .path("public")
            .symlink_metadata()
            .unwrap()
            .is_symlink()
    );
    assert!(sample.path("www/index.html").is_file());
    assert_eq!(sample.top(), ["content", "public", "site.yaml", "www"]);
}

#[test]
#[cfg(unix)]
fn a_link_to_nowhere_is_told() {
    let sample = Sample::small();
    std::os::unix::fs::symlink("gone", sample.path("public")).unwrap();
    let run = sample.build().expect(2);
    assert!(
        run.stderr.contains("a link that leads to nowhere"),
        "{}",
        run.stderr
    );
    assert!(
        sample
            .path("public")
            .symlink_metadata()
            .unwrap()
            .is_symlink()
    );
}

#[test]
#[cfg(unix)]
fn others_may_read_the_site() {
    use std::os::unix::fs::PermissionsExt as _;
    let sample = Sample::small();
    sample.build().expect(0);
    for path in ["public", "public/en", "public/index.html"] {
        let mode = fs::metadata(sample.path(path))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o444, 0o444, "{path}");
    }
}
