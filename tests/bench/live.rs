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
mod edits;
mod older;

#[path = "../common/mod.rs"]
mod common;
#[path = "../serve/served.rs"]
mod served;

use edits::{FIRST, edit};

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

fn row(size: usize, edits: usize) -> String {
    let done = edit(size, edits);
    let [first, last] = done.memory;
    format!(
        "| {size} | {:.1} s | {} | {} | {} | {first} MB | {last} MB |",
        done.read.as_secs_f64(),
        done.within(50),
        done.within(95),
        done.within(100),
    )
}
