//! Links in the sources are followed as long as they stay in the site's folder.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use crate::common::sample::Sample;

#[test]
fn a_link_inside_the_site_is_followed() {
    let sample = Sample::small();
    sample.write("shared/logo.svg", "<svg/>");
    fs::create_dir(sample.path("static")).unwrap();
    symlink("../shared/logo.svg", sample.path("static/logo.svg")).unwrap();
    symlink("../shared", sample.path("static/more")).unwrap();
    sample.build().expect(0);
    assert_eq!(sample.page("logo.svg"), "<svg/>");
    assert_eq!(sample.page("more/logo.svg"), "<svg/>");
    assert!(!sample.path("public/logo.svg").is_symlink());
}

/// Otherwise a text could publish any file of the machine it is built on.
#[test]
fn a_link_out_of_the_site_is_refused() {
    let outside = Sample::nothing();
    outside
        .write("secret.txt", "secret")
        .write("en.md", "# Secret\n");
    for (link, target) in [
        ("static/a.txt", "secret.txt"),
        ("static/folder", ""),
        ("content/sample-policy/1.0/en.md", "en.md"),
    ] {
        let sample = Sample::small();
        fs::create_dir_all(sample.path("static")).unwrap();
        let _ = fs::remove_file(sample.path(link));
        symlink(outside.path(target), sample.path(link)).unwrap();
        let findings = sample.findings();
        let finding = findings
            .iter()
            .find(|finding| finding["rule"] == "outside-link");
        assert!(finding.unwrap().to_string().contains(link), "{findings:#?}");
        sample.build().expect(1);
    }
}

#[test]
fn a_link_to_nowhere_is_told() {
    let sample = Sample::small();
    fs::create_dir(sample.path("static")).unwrap();
    symlink("gone", sample.path("static/logo.svg")).unwrap();
    let run = sample.build().expect(2);
    assert!(run.stderr.contains("static/logo.svg"), "{}", run.stderr);
    assert!(run.stderr.contains("leads to nowhere"), "{}", run.stderr);
}

#[test]
fn a_link_in_a_circle_is_told() {
    let sample = Sample::small();
    fs::create_dir(sample.path("static")).unwrap();
    symlink(".", sample.path("static/round")).unwrap();
    let run = sample.build().expect(2);
    assert!(run.stderr.contains("static/round"), "{}", run.stderr);
    assert!(run.stderr.contains("leads back"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_by_which_an_editor_marks_an_open_file_stops_nothing() {
    let sample = Sample::small();
    let mark = sample.path("content/sample-policy/1.0/.#en.md");
    symlink("someone@host.1", mark).unwrap();
    sample.build().expect(0);
}
