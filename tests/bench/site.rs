//! How long a site takes, beside reading and writing the same bytes: `cargo bench`, or
//! `cargo bench -- 100 1000 5000` for other sizes.
//!
//! The corpus is made of the repository's own policies, so it has the sections, tables and forms of
//! real ones. The whole program is measured, from its start to its end, with all checks on. Beside
//! it stands the time that reading the same sources and writing the same output takes with as many
//! threads. A build is reading and parsing, which is measured by itself; checking, which is what
//! `tarmaq check` takes beyond that; and rendering and writing, which is what `tarmaq build` takes
//! beyond `tarmaq check`. The best of several rounds counts: what is slower was disturbed by something else.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints its table, and stops when the machine fails it"
)]

mod corpus;
mod measure;

use std::path::Path;

/// That of the program: what is measured here is what it does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() {
        vec![100, 1000]
    } else {
        sizes
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{threads} threads; best of {} rounds\n", measure::ROUNDS);
    println!(
        "| policies | pages | sources | output | reading and parsing | checking | rendering and writing | build | again | read and write | build ÷ read and write | peak memory |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for size in sizes {
        let room = tempfile::tempdir().expect("a temporary folder");
        let site = room.path().join("site");
        corpus::write(Path::new(env!("CARGO_MANIFEST_DIR")), &site, size);
        println!("{}", measure::row(size, &site));
    }
}
