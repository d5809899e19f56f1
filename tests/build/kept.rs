//! Files whose bytes did not change keep their modification time, so that a copy to a server
//! takes what changed and nothing else.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use crate::common::sample::Sample;

const EN: &str = "content/sample-policy/1.0/en.md";

#[test]
fn only_what_changed_is_new() {
    let sample = Sample::small();
    sample.write("static/logo.bin", [0, 1, 2]);
    sample.build().expect(0);
    age(&sample);
    sample.replace(EN, "is answered", "gets its answer");
    sample.build().expect(0);
    let new: Vec<String> = sample
        .site()
        .into_keys()
        .filter(|path| is_new(&sample, path))
        .collect();
    assert_eq!(
        new,
        [
            ".tarmaq",
            "en/sample-policy/1.0/edition.json",
            "en/sample-policy/1.0/index.html",
            "en/sample-policy/1.0/parallel/index.html",
            "en/sample-policy/index.html",
            "en/search/current/texts/sample-policy.js",
            "en/search/current/words-0.js",
            "en/search/index.html",
            "ru/sample-policy/1.0/edition.json",
            "ru/sample-policy/1.0/parallel/index.html",
        ]
    );
}

#[test]
fn a_page_that_is_gone_from_the_sources_is_gone_from_the_site() {
    let sample = Sample::small();
    sample.write("static/old.txt", "old");
    sample.build().expect(0);
    sample
        .remove("static/old.txt")
        .write("static/new.txt", "new");
    sample.build().expect(0);
    let site = sample.site();
    assert!(!site.contains_key("old.txt") && site.contains_key("new.txt"));
}

/// Whoever changes a published page by hand finds it right again after the next build.
#[test]
fn a_page_changed_by_hand_is_put_right() {
    let sample = Sample::small();
    sample.build().expect(0);
    let site = sample.site();
    let page = sample.path("public/en/index.html");
    let bytes = fs::read(&page)
        .unwrap()
        .iter()
        .rev()
        .copied()
        .collect::<Vec<u8>>();
    fs::write(&page, bytes).unwrap();
    sample.build().expect(0);
    assert_eq!(site, sample.site());
}

/// A file of the site is never a second name of a file of the sources, or of another page.
#[test]
fn the_sources_and_the_site_share_no_file() {
    let sample = Sample::small();
    sample.write("static/logo.bin", [0, 1, 2]);
    sample.build().expect(0);
    sample.build().expect(0);
    fs::write(sample.path("public/logo.bin"), "changed").unwrap();
    assert_eq!(fs::read(sample.path("static/logo.bin")).unwrap(), [0, 1, 2]);
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn age(sample: &Sample) {
    for path in sample.site().into_keys() {
        let file = File::options()
            .append(true)
            .open(sample.path("public").join(path));
        file.unwrap().set_modified(long_ago()).unwrap();
    }
}

fn is_new(sample: &Sample, path: &str) -> bool {
    let file = fs::metadata(sample.path("public").join(path)).unwrap();
    file.modified().unwrap() != long_ago()
}
