//! What texts state, case by case: prose documents in `tests/facts/` whose blocks hold a text and
//! the facts read in it, each with its words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
#[path = "support/cases.rs"]
mod cases;
#[path = "support/documents.rs"]
mod documents;
#[allow(dead_code)]
#[path = "support/made.rs"]
mod made;
#[path = "support/stated.rs"]
mod stated;
#[path = "support/visible.rs"]
mod visible;

use std::fmt::Write as _;

use cases::Case;
use tarmaq::facts::Facts;
use tarmaq::model::Lang;
use tarmaq::parse::parse;
use tarmaq::source::{SourceFile, Sources, decode};

#[test]
fn what_texts_state() {
    documents::run("tests/facts", outcome);
}

/// The facts of each text of a case.
fn outcome(case: &Case) -> Vec<(String, String)> {
    let languages = made::languages();
    let mut shown = String::new();
    for source in &case.sources {
        let code = source.name.strip_suffix(".md").expect("a text");
        let lang = Lang::new(code).expect("a language's code");
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::new(&source.name, decode(&source.bytes).text));
        let text = parse(id, sources.get(id), &lang).0;
        let facts = Facts::read(&text, &languages[&lang]);
        let _ = writeln!(shown, "{code}:");
        shown.push_str(&stated::dump(&facts, sources.get(id)));
    }
    vec![("facts".to_owned(), shown)]
}
