//! How long a site takes, beside reading and writing the same bytes: `cargo bench`, or
//! `cargo bench --bench site -- 100 1000 5000` for other sizes, or
//! `cargo bench --bench site -- --editions 5 100 1000` for policies of several editions, each with
//! the pages that show what it changed.
//!
//! The corpus is made of the repository's own policies, so it has the sections, tables and forms of
//! real ones. The whole program is measured, from its start to its end, with all checks on, and pages
//! minified. A build is reading and parsing, which is measured by itself; checking, which is what
//! `tarmaq check` takes beyond that; and rendering and writing, which is what `tarmaq build` takes
//! beyond `tarmaq check`. Then nothing is changed, and one clause is.
//!
//! Beside it stands the time that reading the same sources and writing the same output takes with as
//! many threads, and the same with every source parsed in between, by pulldown-cmark and by the reader of YAML,
//! and nothing made of it; and, for the pages that any generator makes, the time that Hugo takes for the same pages,
//! where a `hugo` is installed; that they are the same is proved. The best of several rounds counts: what
//! is slower was disturbed by something else. At the end, where all kinds of pages are made, the preview is
//! opened and clauses are edited: half of the fresh pages are there within the time that is told.
//! `cargo bench --bench live` tells more of that.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its table, and stops when the machine fails it"
)]
#![allow(
    dead_code,
    reason = "it takes a part of what tests and other benchmarks share"
)]

mod corpus;
mod edits;
mod equal;
mod hugo;
mod measure;
mod older;
mod plain;

#[path = "../common/mod.rs"]
mod common;
#[path = "../serve/served.rs"]
mod served;

use std::path::Path;

/// So many clauses are edited in the preview.
const EDITS: usize = 50;

/// That of the program: what is measured here is what it does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let (sizes, editions) = asked();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{threads} threads; best of {} rounds\n", measure::ROUNDS);
    println!(
        "| policies | editions | kinds | pages | output | reading and parsing | checking | rendering and writing | cold | nothing changed | one clause changed | live | read and write | read, parse and write | cold ÷ read and write | Hugo | Hugo ÷ cold | peak memory |"
    );
    println!(
        "|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    );
    // Its theme knows one edition of each policy.
    let compared = hugo::is_installed() && editions == 1;
    // What was made stays until all is measured: see `put_aside`.
    let mut rooms = Vec::new();
    for size in sizes {
        for kinds in [corpus::Kinds::Plain, corpus::Kinds::All] {
            let room = tempfile::tempdir().expect("a temporary folder");
            let (site, other) = (room.path().join("site"), room.path().join("hugo"));
            let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
            corpus::write(repository, &site, size, editions, kinds);
            let other = (compared && kinds == corpus::Kinds::Plain).then_some(other.as_path());
            let live = || {
                let live = (kinds == corpus::Kinds::All).then(|| edits::edit(size, EDITS));
                live.map(|edits| edits.within(50)).unwrap_or_default()
            };
            let row = measure::row(&site, other, live);
            println!("| {size} | {editions} | {} {row}", kinds.name());
            rooms.push(room);
        }
    }
}

/// The numbers of policies, and how many editions each has.
fn asked() -> (Vec<usize>, usize) {
    let (mut sizes, mut editions) = (Vec::new(), 1);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--editions" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                editions = number.expect("a number behind --editions");
            }
            // What is no number is meant for the programs that run benchmarks, such as `--bench`.
            other => sizes.extend(other.parse::<usize>()),
        }
    }
    let known = 1..=older::MOST;
    assert!(known.contains(&editions), "editions: 1 to {}", older::MOST);
    if sizes.is_empty() {
        sizes = vec![100, 1000];
    }
    // In each round another policy is changed.
    let least = measure::ROUNDS;
    assert!(
        sizes.iter().all(|size| *size >= least),
        "policies: {least} at least"
    );
    (sizes, editions)
}
