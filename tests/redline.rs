//! Redlines, case by case: prose documents in `tests/redline/` whose headings state what a lawyer
//! reads, and whose blocks hold the old text, the new one, and the redline.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/documents.rs"]
mod documents;
#[path = "support/made.rs"]
mod made;
#[path = "support/redline_words.rs"]
mod redline_words;
#[path = "support/visible.rs"]
mod visible;

use cases::Case;
use tarmaq::facts::Facts;
use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::redline::Redline;
use tarmaq::source::{SourceFile, Sources, decode};

#[test]
fn what_a_lawyer_reads() {
    documents::run("tests/redline", outcome);
}

/// The redline of the two texts of a case, and its summary. The texts are named `old.kk.md` and
/// `new.kk.md`.
fn outcome(case: &Case) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    let texts: Vec<Text> = case
        .sources
        .iter()
        .map(|source| {
            let id = sources.add(SourceFile::new(&source.name, decode(&source.bytes).text));
            let code = source.name.split('.').nth(1).expect("a language");
            parse(id, sources.get(id), &Lang::new(code).expect("its code")).0
        })
        .collect();
    let [old, new] = texts.as_slice() else {
        panic!("{}: an old text and a new one", case.law);
    };
    let languages = made::languages();
    let old = Facts::read(old, &languages[&old.lang]);
    let new = Facts::read(new, &languages[&new.lang]);
    let redline = Redline::between(&old, &new);
    let mut blocks = Vec::new();
    let shown = redline_words::dump(&redline);
    if !shown.is_empty() {
        blocks.push(("redline".to_owned(), shown));
    }
    let summary = redline_words::summary(&redline, &old, &new);
    blocks.push(("summary".to_owned(), summary));
    blocks
}
