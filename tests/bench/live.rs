//! `cargo bench --bench live`: how long a saved file takes to be a fresh page in a browser's hands, for
//! sites of 1,000 and 10,000 policies, and what memory the preview holds after many edits.
//! `cargo bench --bench live -- 100 --edits 2000` takes other numbers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout
)]
#![allow(
    dead_code,
    reason = "it takes a part of what tests and other benchmarks share"
)]

mod corpus;
mod older;

#[path = "../common/mod.rs"]
mod common;
#[path = "../serve/served.rs"]
mod served;

use std::io::BufRead as _;
use std::path::Path;
use std::time::{Duration, Instant};

use common::sample::Sample;
use served::Served;

/// After so many edits the memory is looked at for the first time.
const FIRST: usize = 100;

fn main() {
    let (sizes, edits) = asked();
    println!("{edits} edits, each of another clause, one after the other\n");
    println!(
        "| policies | read | save to page: median | 95 of 100 | longest | memory after {FIRST} | at the end |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|");
    for size in sizes {
        println!("{}", row(size, edits));
    }
}

/// The numbers of policies, and of edits.
fn asked() -> (Vec<usize>, usize) {
    let (mut sizes, mut edits) = (Vec::new(), 200);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--edits" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                edits = number.expect("a number behind --edits");
            }
            other => sizes.extend(other.parse::<usize>()),
        }
    }
    if sizes.is_empty() {
        sizes = vec![1000, 10_000];
    }
    (sizes, edits)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn row(size: usize, edits: usize) -> String {
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
    let at = |share: usize| took[(took.len() - 1) * share / 100].as_secs_f64() * 1e3;
    format!(
        "| {size} | {:.1} s | {:.0} ms | {:.0} ms | {:.0} ms | {} MB | {} MB |",
        read.as_secs_f64(),
        at(50),
        at(95),
        at(100),
        first / 1024,
        served.memory() / 1024,
    )
}
