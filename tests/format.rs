//! The source format, case by case: prose documents in `tests/format/` and `tests/config/` whose
//! headings state the laws and whose blocks hold a source and what has to become of it.
//!
//! `UPDATE=1 cargo test` writes what comes out into the documents; what it changed is to be read
//! with a lawyer's eye before it is committed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/documents.rs"]
mod documents;
#[path = "support/facts.rs"]
mod facts;
#[path = "support/findings.rs"]
mod findings;
#[path = "support/made.rs"]
mod made;
#[path = "support/spans.rs"]
mod spans;
#[path = "support/tree.rs"]
mod tree;
#[path = "support/visible.rs"]
mod visible;

use cases::Case;
use findings::Detail;
use tarmaq::check::{self, Context, Parallel, PolicyTitles};
use tarmaq::diagnostic::Finding;
use tarmaq::lang::Glossary;
use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::source::{SourceFile, Sources, decode};

#[test]
fn the_text_format() {
    documents::run("tests/format", outcome);
}

#[test]
fn the_configuration_files() {
    documents::run("tests/config", outcome);
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
        let (text, findings) = parse(id, file, &lang);
        spans::check(file.text(), &text, &findings);
        found.extend(findings);
        dumps.push(("tree", source.name.clone(), tree::dump(&text)));
        texts.push(text);
    }
    for text in &texts {
        found.extend(check::check_text(text, &texts));
    }
    if texts.len() > 1 {
        let (policy, languages) = (made::policy(texts, &mut sources), made::languages());
        let parallel = Parallel::read(&policy, &policy.editions[0], &languages);
        let context = Context {
            languages: &languages,
            glossary: &Glossary::default(),
            titles: &PolicyTitles::of(std::slice::from_ref(&policy)),
            policies: std::slice::from_ref(&policy),
        };
        found.extend(check::check_edition(&parallel, &context));
    }
    findings::sort(&mut found);
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
