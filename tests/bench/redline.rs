//! How long the redline of two long texts takes: `cargo bench --bench redline`, or
//! `cargo bench --bench redline -- 20000` for another number of clauses.
//!
//! The texts are of the kinds that comparing them clause by clause, all with all, would be slowest
//! at: clauses that are all alike, all equal, or all different. The time should grow with the number
//! of clauses, not with its square.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints its table, and stops when something fails it"
)]

#[path = "../support/made.rs"]
#[allow(clippy::unwrap_used, dead_code)]
mod made;

use std::time::Instant;

use tarmaq::facts::Facts;
use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::redline::{Redline, Summary};
use tarmaq::source::{SourceFile, Sources};

/// The words of a clause, by its number.
type Words = fn(usize) -> String;

/// What is compared: the old clauses and the new ones.
const KINDS: [(&str, Words, Words); 7] = [
    ("one word in each changed", different, changed),
    ("nothing is alike", different, other),
    ("all clauses are equal", |_| equal(0), |_| equal(0)),
    (
        "all clauses are equal, and one word in each changed",
        |_| equal(0),
        |_| equal(1),
    ),
    ("all are alike, each with a number", numbered, |at| {
        numbered(at + 1)
    }),
    ("all are made of few words", few, |at| few(at + 7)),
    ("the order is turned round", different, |at| {
        different(usize::MAX - at)
    }),
];

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() {
        vec![1_000, 10_000]
    } else {
        sizes
    };
    println!("| clauses | | reading | redline | summary |");
    println!("|---:|---|---:|---:|---:|");
    for (what, old, new) in KINDS {
        for &size in &sizes {
            println!("{}", row(what, size, old, new));
        }
    }
    for &size in &sizes {
        println!("{}", one_paragraph(size));
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn row(what: &str, size: usize, old: Words, new: Words) -> String {
    // The order turned round counts from the last.
    let new = |at: usize| match new(at) {
        words if words.is_empty() => old(size - 1 - at),
        words => words,
    };
    let (old, new) = (text(size, old), text(size, new));
    let languages = made::languages();
    let language = &languages[&old.lang];
    let start = Instant::now();
    let (old, new) = (Facts::read(&old, language), Facts::read(&new, language));
    let read = start.elapsed();
    let start = Instant::now();
    let redline = Redline::between(&old, &new);
    let compared = start.elapsed();
    let start = Instant::now();
    let summary = Summary::of(&redline, &old, &new);
    format!(
        "| {size} | {what} ({} changed, {} added) | {:.2} s | {:.2} s | {:.2} s |",
        summary.changed,
        summary.added,
        read.as_secs_f64(),
        compared.as_secs_f64(),
        start.elapsed().as_secs_f64()
    )
}

/// One clause of that many sentences, each with a word changed.
fn one_paragraph(sentences: usize) -> String {
    let words = |word: &str| -> String {
        let sentences = (0..sentences).map(|at| format!("The Company {word} the data {at}. "));
        sentences.collect()
    };
    let row = |word: &str| parsed(&format!("# Policy\n\n1.1. {}\n", words(word)));
    let (old, new) = (row("deletes"), row("blocks"));
    let languages = made::languages();
    let language = &languages[&old.lang];
    let (old, new) = (Facts::read(&old, language), Facts::read(&new, language));
    let seconds = timed(|| Redline::between(&old, &new));
    format!("| 1 | one clause of {sentences} sentences | | {seconds:.2} s | |")
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let _ = run();
    start.elapsed().as_secs_f64()
}

fn text(size: usize, words: impl Fn(usize) -> String) -> Text {
    let mut source = "# Policy\n\n".to_owned();
    for at in 0..size {
        if at % 50 == 0 {
            source.push_str(&format!("## {}. Section {}\n\n", at / 50 + 1, at / 50));
        }
        let (section, clause) = (at / 50 + 1, at % 50 + 1);
        source.push_str(&format!("{section}.{clause}. {}\n\n", words(at)));
    }
    parsed(&source)
}

fn parsed(source: &str) -> Text {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("en.md", source));
    let lang = Lang::new("en").expect("a language's code");
    parse(id, sources.get(id), &lang).0
}

/// Thirty words drawn from many, the same for the same number.
fn drawn(seed: usize, from: &str) -> String {
    let mut state = seed as u64 + 1;
    let words = (0..30).map(|_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        format!("{from}{}", (state >> 40) % 5000)
    });
    words.collect::<Vec<_>>().join(" ") + "."
}

fn different(at: usize) -> String {
    match at > usize::MAX / 2 {
        true => String::new(),
        false => drawn(at, "w"),
    }
}

fn changed(at: usize) -> String {
    different(at).replacen(' ', " other ", 1)
}

fn other(at: usize) -> String {
    drawn(at, "x")
}

fn equal(changed: usize) -> String {
    let word = ["deletes", "blocks"][changed];
    format!("The Company {word} the personal data of the User within thirty days of the request.")
}

fn numbered(at: usize) -> String {
    format!("The Company deletes the personal data No. {at} of the User within thirty days.")
}

fn few(at: usize) -> String {
    let mut state = at;
    let words = (0..12).map(|_| {
        state = state.wrapping_mul(31).wrapping_add(17) % 1009;
        [
            "the", "data", "of", "User", "and", "Company", "is", "blocked",
        ][state % 8]
    });
    words.collect::<Vec<_>>().join(" ") + "."
}
