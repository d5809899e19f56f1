//! Edits in a row, each of another clause, while the preview is open.

use std::io::BufRead as _;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::common::sample::Sample;
use crate::corpus;
use crate::served::Served;

/// After so many edits the memory is looked at for the first time.
pub(crate) const FIRST: usize = 100;

/// How edits went.
pub(crate) struct Edits {
    /// Until the site was read, and the first page could be asked for.
    pub(crate) read: Duration,
    /// From a saved file to its fresh page, the fastest first.
    took: Vec<Duration>,
    /// What the preview held after the first edits and at the end, in megabytes.
    pub(crate) memory: [u64; 2],
}

impl Edits {
    /// The time that so many of a hundred edits did not exceed, in milliseconds.
    pub(crate) fn within(&self, share: usize) -> String {
        let at = (self.took.len() - 1) * share / 100;
        format!("{:.0} ms", self.took[at].as_secs_f64() * 1e3)
    }
}

/// Edits a site of so many policies, with all kinds of pages.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
pub(crate) fn edit(size: usize, edits: usize) -> Edits {
    let site = Sample::nothing();
    corpus::write(
        Path::new(env!("CARGO_MANIFEST_DIR")),
        &site.path(""),
        size,
        1,
        corpus::Kinds::All,
    );
    let start = Instant::now();
    let mut served = Served::begin(&site);
    let read = start.elapsed();
    // What is found is not what is measured: it comes after the page.
    served.told("policies");
    served.unheard();
    let mut lines = served.listen().lines();
    let mut wait = |wanted: &str| {
        let mut lines = lines.by_ref().map(Result::unwrap);
        assert!(
            lines.any(|line| line == wanted),
            "the preview tells of changes"
        );
    };
    wait("event: state");
    let mut took = Vec::new();
    let mut first = 0;
    for edit in 0..edits {
        let policy = format!("policy-{:05}", edit * 7 % size);
        let text = format!("content/{policy}/1.1/en.md");
        let old = std::fs::read_to_string(site.path(&text)).unwrap();
        let word = format!("edited{edit}");
        let new = old.replacen("1.1.", &format!("1.1. {word}"), 1);
        let start = Instant::now();
        site.write(&text, &new);
        wait("event: change");
        let page = served.get(&format!("/en/{policy}/")).body;
        took.push(start.elapsed());
        assert!(page.contains(&word), "the page is fresh");
        site.write(&text, &old);
        wait("event: change");
        if edit + 1 == FIRST.min(edits) {
            first = served.memory();
        }
        // A person looks at the page before the next edit.
        std::thread::sleep(Duration::from_millis(20));
    }
    took.sort_unstable();
    Edits {
        read,
        took,
        memory: [first, served.memory()].map(|kilobytes| kilobytes / 1024),
    }
}
