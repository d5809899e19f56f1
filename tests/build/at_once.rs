//! Builds at the same time, into the same folder, don't spoil each other.

use std::thread;

use crate::common::sample::Sample;

#[test]
fn two_builds_at_once_leave_a_whole_site() {
    let sample = Sample::small();
    sample.build().expect(0);
    let site = sample.site();
    for _ in 0..10 {
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| sample.build().expect(0));
            }
        });
        assert_eq!(site, sample.site());
    }
    assert_eq!(sample.top(), ["content", "public", "site.yaml"]);
}

#[test]
fn the_first_builds_of_all_may_come_at_once_too() {
    for _ in 0..10 {
        let sample = Sample::small();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| sample.build().expect(0));
            }
        });
        let site = sample.site();
        sample.build().expect(0);
        assert_eq!(site, sample.site());
        assert_eq!(sample.top(), ["content", "public", "site.yaml"]);
    }
}

/// Who reads the site while it is built sees whole pages, and always the same.
#[test]
#[cfg(target_os = "linux")]
fn a_page_is_there_at_every_moment() {
    let sample = Sample::small();
    sample.build().expect(0);
    let page = sample.page("en/sample-policy/index.html");
    thread::scope(|scope| {
        let builds = scope.spawn(|| {
            for _ in 0..20 {
                sample.build().expect(0);
            }
        });
        while !builds.is_finished() {
            assert_eq!(sample.page("en/sample-policy/index.html"), page);
        }
    });
}
