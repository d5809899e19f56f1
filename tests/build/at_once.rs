//! Builds at the same time, into the same folder, don't spoil each other.

use std::thread;

use tarmaq::write::{Output as _, Staging};

use crate::common::sample::{Sample, files};

#[test]
fn two_builds_at_once_leave_a_whole_site() {
    let sample = Sample::small();
    sample.build().expect(0);
    let site = sample.site();
    for _ in 0..6 {
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
    for _ in 0..6 {
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

/// The moment between the making of a staging folder and its locking is short; many threads find
/// it all the same.
#[test]
fn no_build_clears_away_the_folder_of_another() {
    let room = Sample::nothing();
    let target = room.path("public");
    let paths: Vec<String> = (0..12).map(|at| format!("{at}/index.html")).collect();
    for _ in 0..20 {
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let staging = Staging::begin(&target).unwrap();
                    for path in &paths {
                        staging.write(path, path.as_bytes()).unwrap();
                    }
                    staging.publish().unwrap();
                });
            }
        });
        let site = files(&target);
        assert_eq!(site.len(), paths.len() + 1, "{:?}", site.keys());
        assert_eq!(room.top(), ["public"]);
    }
}

/// Two builds of different days write different sites to one place: one of the two is there in the
/// end, and no mixture.
#[test]
fn sites_of_two_builds_are_never_mixed() {
    let room = Sample::nothing();
    let target = room.path("public");
    let paths: Vec<String> = (0..12).map(|at| format!("{at}/index.html")).collect();
    for _ in 0..20 {
        thread::scope(|scope| {
            for build in 0..6 {
                let (target, paths) = (&target, &paths);
                scope.spawn(move || {
                    let staging = Staging::begin(target).unwrap();
                    for path in paths {
                        staging.write(path, &[build % 2]).unwrap();
                    }
                    staging.publish().unwrap();
                });
            }
        });
        let mut site = files(&target);
        site.remove(".tarmaq");
        let first = site.values().next().unwrap();
        assert!(site.values().all(|bytes| bytes == first), "{site:?}");
    }
}
