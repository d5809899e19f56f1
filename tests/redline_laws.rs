//! Laws of redlines, held by any two texts: without what was inserted a redline reads as the old
//! text, without what was deleted as the new one; a text has an empty redline with itself, however
//! its lines are wrapped; the redline from the new text to the old one is the same mirrored.
//!
//! `PROPTEST_CASES=20000 cargo test --release --test redline_laws` looks for longer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/made.rs"]
mod made;
#[path = "support/reading.rs"]
mod reading;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::Config;

use reading::Read;
use tarmaq::facts::Facts;
use tarmaq::lang::Language;
use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::redline::{Redline, Summary};
use tarmaq::source::{SourceFile, Sources};

static LANGUAGES: LazyLock<BTreeMap<Lang, Language>> = LazyLock::new(made::languages);

/// The real texts of the repository, each with its language.
static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut paths = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
        &mut paths,
    );
    paths.sort();
    let texts = paths.iter().filter_map(|path| {
        let code = path.file_stem()?.to_str()?.to_owned();
        Lang::new(&code)?;
        Some((code, std::fs::read_to_string(path).unwrap()))
    });
    texts.collect()
});

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            into.push(path);
        }
    }
}

fn read(code: &str, source: &str) -> Text {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("text.md", source));
    parse(id, sources.get(id), &Lang::new(code).unwrap()).0
}

/// Holds all laws against two texts, and gives the redline.
fn hold(code: &str, old: &str, new: &str) -> Redline {
    let (old_text, new_text) = (read(code, old), read(code, new));
    let language = &LANGUAGES[&Lang::new(code).unwrap()];
    let before = Facts::read(&old_text, language);
    let after = Facts::read(&new_text, language);
    let redline = Redline::between(&before, &after);
    assert_eq!(
        reading::redline(&redline, Read::Old),
        reading::text(&old_text),
        "without its insertions"
    );
    assert_eq!(
        reading::redline(&redline, Read::New),
        reading::text(&new_text),
        "without its deletions"
    );
    let back = Redline::between(&after, &before);
    assert_eq!(back, redline.clone().mirrored(), "mirrored");
    let summary = Summary::of(&redline, &before, &after);
    let mirrored = Summary::of(&back, &after, &before);
    assert_eq!(
        (summary.added, summary.split, summary.changed, summary.moved),
        (
            mirrored.removed,
            mirrored.merged,
            mirrored.changed,
            mirrored.moved
        )
    );
    assert_eq!(summary.facts.len(), mirrored.facts.len());
    assert!(Redline::between(&before, &before).is_empty());
    redline
}

/// A change of a text: what is done, and where, as parts of its length.
#[derive(Clone, Debug)]
struct Change {
    kind: u8,
    from: f64,
    to: f64,
    piece: &'static str,
}

/// Words, marks and lines that come into a text.
const PIECES: &[&str] = &[
    "new words ",
    "слово ",
    "и ",
    ", ",
    ". ",
    "5 days ",
    "10 000 ",
    "\u{A0}",
    "«",
    "» ",
    "— ",
    "\n\n5.9. A clause came. It says much.\n\n",
    "\n\n## 5. Section\n\n",
    "\n- item;\n",
    "# Annex\n",
    "\n\n1) one;\n2) two.\n\n",
    "```table\n- - A\n  - B\n- - c\n  - d\n```\n",
    "| a | b |\n| --- | --- |\n",
    "[a](https://ioka.kz/b) ",
    "{#name}",
    "```form\n",
    "```\n",
    "____ ",
    "**",
    "\\\n",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let piece = prop::sample::select(PIECES);
    let change = (0..8u8, 0.0..1.0f64, 0.0..1.0f64, piece);
    let change = change.prop_map(|(kind, from, to, piece)| Change {
        kind,
        from,
        to,
        piece,
    });
    prop::collection::vec(change, 1..8)
}

/// Deletes, inserts, doubles and moves letters, words and lines.
fn edit(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for change in changes {
        let place = |part: f64| text.floor_char_boundary((part * text.len() as f64) as usize);
        let (a, b) = (place(change.from), place(change.to));
        let end = text.floor_char_boundary(a + (b.abs_diff(a) / 16));
        let stretch = text[a..end].to_owned();
        match change.kind {
            0 => text.replace_range(a..end, ""),
            1 => text.insert_str(a, change.piece),
            2 => text.insert_str(b, &stretch),
            3 => text.replace_range(a..end, change.piece),
            4 => text = text.replacen(" и ", change.piece, 3),
            kind => {
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                let count = lines.len() as f64;
                if !lines.is_empty() {
                    let (a, b) = ((change.from * count) as usize, (change.to * count) as usize);
                    match kind {
                        5 => lines.swap(a, b),
                        6 => {
                            let line = lines.remove(a);
                            lines.insert(b.min(lines.len()), line);
                        }
                        _ => drop(lines.remove(a)),
                    }
                }
                text = lines.concat();
            }
        }
    }
    text
}

/// A text of short clauses, some alike, some equal.
fn made_up() -> impl Strategy<Value = String> {
    let word = prop::sample::select(
        &["a", "b", "c", "and", "the", "days", "5", "«x»", ",", "."] as &[&str]
    );
    let words = prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "));
    let part = (0..6u8, 1..5u16, words);
    prop::collection::vec(part, 0..12).prop_map(|parts| {
        let mut source = "# Policy\n\n".to_owned();
        for (kind, number, words) in parts {
            source.push_str(&match kind {
                0 => format!("## {number}. {words}\n\n"),
                1 | 2 => format!("{number}.{number}. {words}\n\n"),
                3 => format!("- {words}\n"),
                4 => format!("\n| {words} | a |\n| --- | --- |\n| b | {words} |\n\n"),
                _ => format!("\n{words}\n\n"),
            });
        }
        source
    })
}

/// Wraps the lines of clauses and paragraphs before every so many words.
fn rewrapped(text: &str, every: usize) -> String {
    let mut fenced = false;
    let lines = text.lines().map(|line| {
        fenced ^= line.starts_with("```");
        let plain = !fenced && !line.starts_with(['`', '#', '|', '-', ' ']);
        if !plain {
            return format!("{line}\n");
        }
        let mut out = String::new();
        for (at, word) in line.split(' ').enumerate() {
            let letters = word.chars().next().is_some_and(char::is_alphabetic);
            let wraps = at > 1 && at % every == 0 && letters;
            let before = if wraps {
                "\n"
            } else if at > 0 {
                " "
            } else {
                ""
            };
            out.push_str(before);
            out.push_str(word);
        }
        out + "\n"
    });
    lines.collect()
}

#[test]
fn the_languages_of_a_policy_are_texts_like_any_other() {
    for (code, old) in &*TEXTS {
        for (_, new) in &*TEXTS {
            hold(code, old, new);
        }
    }
}

#[test]
fn how_lines_are_wrapped_changes_nothing() {
    for (code, text) in &*TEXTS {
        for every in [3, 7, 12] {
            let wrapped = rewrapped(text, every);
            assert_ne!(*text, wrapped);
            let redline = hold(code, text, &wrapped);
            assert!(redline.is_empty(), "{code}: {redline:#?}");
        }
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn changed_policies(which in 0..100usize, changes in changes()) {
        let (code, text) = &TEXTS[which % TEXTS.len()];
        hold(code, text, &edit(text, &changes));
    }

    #[test]
    fn two_texts_of_short_clauses(old in made_up(), new in made_up()) {
        hold("en", &old, &new);
    }

    #[test]
    fn any_marks(old in "[-a1.#|*_`~ «»\"'\n()\\[\\],5—]{0,80}", new in "[-a1.#|*_`~ «»\"'\n()\\[\\],5—]{0,80}") {
        hold("ru", &old, &new);
    }
}
