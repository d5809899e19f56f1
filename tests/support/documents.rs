//! Runs prose documents: each case's sources become what its other blocks expect.
//! `UPDATE=1 cargo test` writes what comes out into the documents.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::cases::{Case, Document};

/// Runs the documents of a folder. `outcome` tells what becomes of the sources of a case: blocks by
/// kind.
pub(crate) fn run(folder: &str, outcome: fn(&Case) -> Vec<(String, String)>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let mut report = String::new();
    for path in paths {
        let document = Document::read(std::fs::read_to_string(&path).unwrap());
        assert!(
            !document.cases.is_empty(),
            "{} holds no case",
            path.display()
        );
        let actual: Vec<_> = document.cases.iter().map(outcome).collect();
        if update {
            let updated = document.updated(&actual);
            if updated != document.text {
                std::fs::write(&path, updated).unwrap();
            }
            continue;
        }
        for (case, blocks) in document.cases.iter().zip(&actual) {
            compare(&path, case, blocks, &mut report);
        }
    }
    assert!(
        report.is_empty(),
        "{report}\nTo accept what came out: UPDATE=1 cargo test\n"
    );
}

fn compare(path: &Path, case: &Case, actual: &[(String, String)], report: &mut String) {
    let kinds = case.expected.iter().map(|expected| &expected.kind);
    let mut kinds: Vec<&String> = kinds.chain(actual.iter().map(|(kind, _)| kind)).collect();
    kinds.sort();
    kinds.dedup();
    for kind in kinds {
        let expected = case.expected.iter().find(|expected| expected.kind == *kind);
        let expected = expected.map_or("", |expected| &expected.content);
        let actual = actual.iter().find(|(own, _)| own == kind);
        let actual = actual.map_or("", |(_, content)| content);
        if expected != actual {
            let place = format!("{}:{}", path.display(), case.line);
            let _ = writeln!(report, "\n{place}: {} ({kind})\n", case.law);
            report.push_str(&difference(expected, actual));
        }
    }
}

/// Both as lines; `-` was expected, `+` came out. Common lines at both ends stand once.
fn difference(expected: &str, actual: &str) -> String {
    let expected: Vec<&str> = expected.lines().collect();
    let actual: Vec<&str> = actual.lines().collect();
    let pairs = || expected.iter().zip(&actual);
    let head = pairs().take_while(|(a, b)| a == b).count();
    let rest = expected.len().min(actual.len()) - head;
    let tails = expected.iter().rev().zip(actual.iter().rev());
    let tail = tails.take(rest).take_while(|(a, b)| a == b).count();
    let mut out = String::new();
    let mut add = |mark: &str, lines: &[&str]| {
        for line in lines {
            let _ = writeln!(out, "  {mark} {line}");
        }
    };
    add(" ", &expected[..head]);
    add("-", &expected[head..expected.len() - tail]);
    add("+", &actual[head..actual.len() - tail]);
    add(" ", &expected[expected.len() - tail..]);
    out
}
