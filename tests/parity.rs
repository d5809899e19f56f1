//! The rules that compare languages and look at words, case by case: prose documents in
//! `tests/parity/` whose headings state what is found or not, and whose blocks hold the texts and
//! the findings. A case without findings expects none. What reading alone tells (a text without a
//! title, say) is left out. A case may bring a `source glossary.yaml`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/documents.rs"]
mod documents;
#[path = "support/findings.rs"]
mod findings;
#[path = "support/made.rs"]
mod made;
#[path = "support/visible.rs"]
mod visible;

use cases::Case;
use findings::Detail;
use tarmaq::check::{self, Context, Parallel, Pieces, PolicyTitles};
use tarmaq::lang::Glossary;
use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::source::{SourceFile, Sources, decode};

#[test]
fn the_languages_of_an_edition() {
    documents::run("tests/parity", outcome);
}

/// The findings about the texts of a case.
fn outcome(case: &Case) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    let mut texts: Vec<Text> = Vec::new();
    let mut glossary = Glossary::default();
    for source in &case.sources {
        let id = sources.add(SourceFile::new(&source.name, decode(&source.bytes).text));
        if source.name == "glossary.yaml" {
            glossary = made::glossary(id, sources.get(id));
            continue;
        }
        let code = source.name.strip_suffix(".md").expect("a text");
        let lang = Lang::new(code).expect("a language's code");
        texts.push(parse(id, sources.get(id), &lang).0);
    }
    let (policy, languages) = (made::policy(texts, &mut sources), made::languages());
    let parallel = Parallel::read(&policy, &policy.editions[0], &languages);
    let context = Context {
        languages: &languages,
        glossary: &glossary,
        titles: &PolicyTitles::of(std::slice::from_ref(&policy)),
        policies: std::slice::from_ref(&policy),
    };
    let mut found = check::check_edition(&parallel, &context);
    let pieces = Pieces::of(&parallel, &languages);
    found.extend(check::twin_mismatch::check(
        vec![pieces.into()],
        context.policies,
        &sources,
    ));
    findings::sort(&mut found);
    let (kind, detail) = match case.asks_for("findings in full") {
        true => ("findings in full", Detail::Full),
        false => ("findings", Detail::Brief),
    };
    let shown = findings::dump(&found, &sources, detail);
    match shown.is_empty() {
        true => Vec::new(),
        false => vec![(kind.to_owned(), shown)],
    }
}
