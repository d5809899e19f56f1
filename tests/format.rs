//! The source format, case by case: prose documents in `tests/format/` and `tests/config/` whose
//! headings state the laws and whose blocks hold a source and what has to become of it.
//!
//! `UPDATE=1 cargo test` writes what comes out into the documents; what it changed is to be read
//! with a lawyer's eye before it is committed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/facts.rs"]
mod facts;
#[path = "support/findings.rs"]
mod findings;
#[path = "support/spans.rs"]
mod spans;
#[path = "support/tree.rs"]
mod tree;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use cases::{Case, Document};
use findings::Detail;
use tarmaq::check;
use tarmaq::diagnostic::Finding;
use tarmaq::model::{Edition, Lang, Order, Text};
use tarmaq::parse::parse;
use tarmaq::source::{SourceFile, Sources, decode};

#[test]
fn the_text_format() {
    run("tests/format");
}

#[test]
fn the_configuration_files() {
    run("tests/config");
}

fn run(folder: &str) {
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

/// What becomes of the sources of a case: blocks by kind. Findings are always looked at: a case
/// that expects none must give none.
fn outcome(case: &Case) -> Vec<(String, String)> {
    assert!(!case.sources.is_empty(), "“{}” has no source", case.law);
    let mut sources = Sources::default();
    let mut found: Vec<Finding> = Vec::new();
    let mut texts: Vec<Text> = Vec::new();
    let mut dumps = Vec::new();
    for source in &case.sources {
        let decoded = decode(&source.bytes);
        let id = sources.add(SourceFile::new(&source.name, decoded.text));
        let file = sources.get(id);
        let flaws = decoded.flaws.into_iter();
        found.extend(flaws.map(|flaw| check::bad_utf8::finding(id, flaw)));
        let Some(lang) = source.name.strip_suffix(".md") else {
            let (lines, findings) = facts::dump(id, file);
            dumps.push(("facts", source.name.clone(), lines));
            found.extend(findings);
            continue;
        };
        let lang = Lang::new(lang).expect("a language's code");
        let (text, mut findings) = parse(id, file, &lang);
        findings.extend(check::check_text(&text));
        spans::check(file.text(), &text, &findings);
        found.extend(findings);
        dumps.push(("tree", source.name.clone(), tree::dump(&text)));
        texts.push(text);
    }
    if texts.len() > 1 {
        found.extend(check::check_edition(&edition(texts)));
    }
    found.sort_by_cached_key(Finding::order);
    let mut blocks = Vec::new();
    let kind = dumps.first().map_or("tree", |(kind, _, _)| kind);
    let asks = case.expected.is_empty() || case.asks_for(kind);
    if asks {
        let several = dumps.len() > 1;
        let dump = dumps.into_iter().map(|(_, name, dump)| match several {
            true => format!("{name}:\n{dump}"),
            false => dump,
        });
        blocks.push((kind.to_owned(), dump.collect()));
    }
    let (kind, detail) = match case.asks_for("findings in full") {
        true => ("findings in full", Detail::Full),
        false => ("findings", Detail::Brief),
    };
    let shown = findings::dump(&found, &sources, detail);
    if !shown.is_empty() {
        blocks.push((kind.to_owned(), shown));
    }
    blocks
}

fn edition(texts: Vec<Text>) -> Edition {
    let date = "2025-12-10".parse().unwrap();
    let number = "06-О/Д".to_owned();
    Edition {
        number: "1.1".to_owned(),
        order: Order { number, date },
        updated: date,
        in_force: None,
        texts,
    }
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
