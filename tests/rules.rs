//! Laws of the rules that look at words and compare languages: whatever the texts, they never
//! panic, and every place they name lies on characters of its file.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test rules` looks for longer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/made.rs"]
mod made;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::Config;

use tarmaq::check::{Context, Parallel, PolicyTitles, check_edition};
use tarmaq::lang::{Glossary, Language};
use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::source::{SourceFile, Sources};

/// Pieces that some rule looks for, or that stand beside what it looks for.
const PIECES: &[&str] = &[
    "1.1. ",
    "1.2. ",
    "1.3. ",
    "## 2. ",
    "# Қосымша №1\n\n",
    "\n\n",
    "\\\n",
    "- ",
    "\n- ",
    "| ",
    " |",
    "```table\n- - ",
    "```form\n",
    "\n```\n",
    "**",
    "`",
    "_",
    "___",
    "[",
    "](a)",
    "слово",
    "word",
    "сөз",
    "і",
    "\u{456}oka",
    "c",
    "C ",
    "\u{430}",
    "ə",
    "№",
    "No.",
    " ",
    "  ",
    "\u{A0}",
    "1",
    "06-О/Д",
    "395/НҚ",
    "(",
    ")",
    "«",
    "»",
    "“",
    "”",
    "„",
    "‘",
    "’",
    "'",
    "\"",
    "-",
    " - ",
    " – ",
    " — ",
    "/",
    " /",
    ",",
    ".",
    ";",
    ":",
    "…",
    "!",
    "и\u{306}",
    "\u{301}",
    "🏛",
    "https://ioka.kz/",
    "a@b.kz",
    "3 (үш) жұмыс күні",
    "10 декабря 2025 года",
    "Персональные данные обрабатываются оператором. ",
    "The data are processed by the operator. ",
    "Деректерді оператор өңдейді. ",
    "(далее – «Сайт»)",
];

static LANGUAGES: LazyLock<BTreeMap<Lang, Language>> = LazyLock::new(made::languages);

fn pieces() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..40);
    pieces.prop_map(|pieces| format!("# T\n\n{}", pieces.concat()))
}

/// Checks an edition of these texts, in the order kk, ru, en.
fn check(texts: &[String]) {
    let mut sources = Sources::default();
    let mut parsed: Vec<Text> = Vec::new();
    for (code, text) in ["kk", "ru", "en"].into_iter().zip(texts) {
        let id = sources.add(SourceFile::new(format!("{code}.md"), text.clone()));
        parsed.push(parse(id, sources.get(id), &Lang::new(code).unwrap()).0);
    }
    let policy = made::policy(parsed, &mut sources);
    let parallel = Parallel::read(&policy, &policy.editions[0], &LANGUAGES);
    let context = Context {
        languages: &LANGUAGES,
        glossary: &Glossary::default(),
        titles: &PolicyTitles::of(std::slice::from_ref(&policy)),
        policies: std::slice::from_ref(&policy),
    };
    for finding in check_edition(&parallel, &context) {
        assert!(!finding.labels.is_empty(), "{finding:?}");
        for label in &finding.labels {
            let words = sources.get(label.file).text().get(label.span.range());
            assert!(words.is_some(), "{finding:?}");
        }
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_texts_are_checked(kk in pieces(), ru in pieces(), en in pieces()) {
        check(&[kk, ru, en]);
    }

    #[test]
    fn any_letters_are_checked(kk in ".{0,60}", ru in ".{0,60}") {
        check(&[format!("# T\n\n1.1. {kk}"), format!("# T\n\n1.1. {ru}")]);
    }

    /// A text is checked against itself in another language.
    #[test]
    fn equal_texts_are_checked(text in pieces()) {
        check(&[text.clone(), text.clone(), text]);
    }
}
