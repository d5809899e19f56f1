//! Laws that hold for any input: parsing gives a tree and findings, never a panic; every span lies
//! on characters of the text, and parts within their whole; and no word is lost.
//!
//! `PROPTEST_CASES=200000 cargo test --release --test laws` looks for longer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/spans.rs"]
mod spans;
#[path = "support/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::Config;

use tarmaq::check::check_text;
use tarmaq::config;
use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::source::{SourceFile, Sources};

/// Marks, white space and letters that mean something somewhere.
const ALPHABET: &[char] = &[
    '-', '*', '_', '#', '>', '|', '`', '~', '<', '!', ':', '[', ']', '(', ')', '{', '}', '0', '1',
    '2', '9', '.', '\n', '\n', '\t', ' ', ' ', '\\', '&', ';', '+', '=', '@', '/', '"', '\'', '•',
    '«', '»', 'а', 'Я', 'a', 'x', '\u{A0}', '\r', '\0', '\u{1}', '\u{2}', '\u{B}', '\u{7F}',
    '\u{85}', '\u{2028}', '\u{FEFF}', '🏛',
];

/// Pieces that open, close or look like something.
const PIECES: &[&str] = &[
    "# Title\n",
    "## 1. Section\n",
    "### 1.1. Clause\n",
    "1.1. ",
    "1.2.",
    "2025. ",
    "1) ",
    "б) ",
    "1. ",
    "5 жыл ",
    "10.12.2025 ",
    "```table\n",
    "```form\n",
    "```\n",
    "````rust\n",
    "````\n",
    "~~~\n",
    "- ",
    "- - ",
    "  - ",
    "    ",
    "\t",
    "• ",
    "•",
    "-\u{A0}",
    "* ",
    "+ ",
    "> ",
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    "\\",
    "| ",
    " | ",
    "|\n",
    "| --- | --- |\n",
    "| a | b |\n",
    "---\n",
    "===\n",
    "***\n",
    "___\n",
    "__",
    "_",
    "*",
    "**",
    "`",
    "«___» ________ 202_ года",
    "<!-- ",
    " -->",
    "<!-->",
    "<b>",
    "</b>",
    "<br",
    "<https://ioka.kz/>",
    "<a@b.kz>",
    "<!A@b>",
    "<!S\r:",
    "https://ioka.kz/a_b",
    "a_b@ioka.kz",
    "+7 701 540 18 02",
    "[a](b)",
    "[a]: b\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]: x\n",
    "{#name}",
    "{#",
    "}",
    "&nbsp;",
    "&#1;",
    "&#0;",
    "&lt;",
    "Веб-\nсайт",
    "слово ",
    "word ",
    "\u{0}",
    "\u{B}",
    "\u{85}",
    "\u{FEFF}",
    "+\t[\u{0}]:d\n\u{B}",
    "-      x",
];

fn alphabet() -> impl Strategy<Value = String> {
    let letters = prop::collection::vec(prop::sample::select(ALPHABET), 0..60);
    letters.prop_map(|letters| letters.into_iter().collect())
}

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat())
}

/// The real texts of the repository.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut paths = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
        &mut paths,
    );
    paths.sort();
    let texts = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap());
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

/// A change of a text: what is done, and where, as parts of its length.
#[derive(Clone, Debug)]
struct Change {
    kind: u8,
    from: f64,
    to: f64,
    piece: &'static str,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let piece = prop::sample::select(PIECES);
    let change = (0..6u8, 0.0..1.0f64, 0.0..1.0f64, piece);
    let change = change.prop_map(|(kind, from, to, piece)| Change {
        kind,
        from,
        to,
        piece,
    });
    prop::collection::vec(change, 1..6)
}

/// Deletes, inserts, doubles or swaps stretches of letters and lines.
fn mutate(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for change in changes {
        let place = |part: f64| text.floor_char_boundary((part * text.len() as f64) as usize);
        let (a, b) = (place(change.from), place(change.to));
        // Short stretches leave more of the text's structure standing.
        let end = text.floor_char_boundary(a + (b.abs_diff(a) / 16));
        let stretch = text[a..end].to_owned();
        match change.kind {
            0 => text.replace_range(a..end, ""),
            1 => text.insert_str(a, change.piece),
            2 => text.insert_str(a, &stretch),
            3 => text.replace_range(a..end, change.piece),
            _ => {
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                let count = lines.len();
                if count > 0 {
                    let (a, b) = (change.from * count as f64, change.to * count as f64);
                    match change.kind {
                        4 => lines.swap(a as usize, b as usize),
                        _ => drop(lines.remove(a as usize)),
                    }
                }
                text = lines.concat();
            }
        }
    }
    text
}

fn read(source: &str) -> Text {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("en.md", source));
    let lang = Lang::new("en").unwrap();
    let (text, mut findings) = parse(id, sources.get(id), &lang);
    findings.extend(check_text(&text, &[]));
    spans::check(source, &text, &findings);
    text
}

/// Running text without any mark of Markdown.
fn plain_line() -> impl Strategy<Value = String> {
    let word = prop::sample::select(&[
        "Политика",
        "дербес",
        "User's",
        "«іoka",
        "fintech»",
        "—",
        "–",
        "…",
        "“clause”",
        "5",
        "3",
        "(three)",
        "№",
        "06-О/Д",
        "10.12.2025",
        "1.1-Редакция",
        "5%",
        "a,",
        "b.",
        "c;",
        "d:",
        "--",
        "---a",
        "...",
        "(c)",
        "1/2",
        "'x'",
        "\"y\"",
        "С#",
        "#1",
        "a=b",
        "=",
        "~5",
        "x~y",
        "2+2",
        "{a}",
        "$5",
        "^",
        "a:b",
        "[1",
        "2]",
        "a|b",
        "!",
        "?",
        "%20",
        "жеке",
        "ڪ",
        "日本",
        "🏛",
        "e\u{301}",
    ] as &[&str]);
    prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "))
}

/// A text of headings, clauses, paragraphs and lists, and the words it publishes.
fn plain_text() -> impl Strategy<Value = (String, Vec<String>)> {
    let part = (0..7u8, plain_line(), 1..4u16);
    prop::collection::vec(part, 0..12).prop_map(|parts| {
        let mut source = "# Policy\n\n".to_owned();
        let mut published = vec!["Policy".to_owned()];
        for (kind, mut line, number) in parts {
            // A bullet and dashes are a line of dashes, which is no words.
            if line.starts_with('-') {
                line.insert(0, 'x');
            }
            let (before, shown, after) = match kind {
                0 => (format!("## {number}. "), format!("{number}."), "\n\n"),
                1 => (
                    format!("{number}.{number}. "),
                    format!("{number}.{number}."),
                    "\n\n",
                ),
                2 => ("- ".to_owned(), String::new(), "\n"),
                3 => ("• ".to_owned(), String::new(), "\n"),
                4 => ("\n      ".to_owned(), String::new(), "\n\n"),
                _ => ("\n".to_owned(), String::new(), "\n\n"),
            };
            source.push_str(&before);
            source.push_str(&line);
            source.push_str(after);
            published.extend(shown.split_whitespace().map(str::to_owned));
            published.extend(line.split_whitespace().map(str::to_owned));
        }
        (source, published)
    })
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_string_gives_a_tree(source in ".{0,80}") {
        read(&source);
    }

    #[test]
    fn any_marks_give_a_tree(source in alphabet()) {
        read(&source);
    }

    #[test]
    fn any_pieces_give_a_tree(source in pieces()) {
        read(&source);
    }

    #[test]
    fn marks_in_a_table_and_in_a_form_give_a_tree(a in pieces(), b in alphabet()) {
        read(&format!("# P\n\n```table\n- - {a}\n```\n\n```form\n{b}\n```\n"));
    }

    #[test]
    fn changed_policies_give_a_tree(which in 0..100usize, changes in changes()) {
        let texts = &*TEXTS;
        read(&mutate(&texts[which % texts.len()], &changes));
    }

    #[test]
    fn no_word_is_lost_or_made_up((source, published) in plain_text()) {
        let words = words::published(&read(&source));
        prop_assert_eq!(words, published, "{}", source);
    }
}

/// Pieces of `edition.yaml` and `site.yaml`, right ones and wrong ones.
const LINES: &[&str] = &[
    "edition: 1.1\n",
    "order:\n",
    "  number: 06-О/Д\n",
    "  date: 2025-12-10\n",
    "languages: [kk, ru]\n",
    "rules:\n",
    "  number-gap: off\n",
    "  number-gap: \n",
    "  \"raw-html\": warning\n",
    "  жоқ: error\n",
    "accepted:\n",
    "accepted: []\n",
    "accepted: [{ rule: number-gap }, {}]\n",
    "- rule: number-gap\n",
    "  - rule: number-gap\n",
    "  -\n",
    "-",
    "    rule: number-gap\n",
    "    language: kk\n",
    "    language: zz9!\n",
    "    clause: \"5.1\"\n",
    "    clause: 5.1\n",
    "    clause: [5.1, 2]\n",
    "    clause:\n",
    "      - 5.1\n",
    "    words: іoka\n",
    "    words: >-\n",
    "      - іoka\n",
    "    words: \"a\n",
    "    reason: так\n",
    "# note\n",
    "\n",
    ":",
    "\t",
    "ə",
];

fn lines() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(LINES), 0..24).prop_map(|lines| lines.concat())
}

/// A list of acceptances, each with some of the keys, right or wrong.
fn accepted() -> impl Strategy<Value = String> {
    let keys = [
        ["rule: number-gap", "rule: number-gep", "rule: [a]"],
        ["language: kk", "language: fr", "language: zz9!"],
        ["clause: 5", "clause: 5.1", "clause: [5.1, 2]"],
        ["clauses: 5", "# note", "words: a"],
        ["words: іoka", "words: >-\n      - іoka\n      ə", "words:"],
        ["reason: так", "reason: \"\"", "reason: [ə"],
    ];
    let key = keys.map(|forms| prop::option::weighted(0.8, prop::sample::select(forms.to_vec())));
    let entry = key.prop_map(|keys| {
        let keys: Vec<&str> = keys.into_iter().flatten().collect();
        format!("  - {}\n", keys.join("\n    "))
    });
    let entries = prop::collection::vec(entry, 1..5);
    entries.prop_map(|entries| format!("edition: 1.1\naccepted:\n{}", entries.concat()))
}

/// Reads a text as both files that hold lists and maps of a person's making.
fn configure(source: &str) {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("edition.yaml", source));
    let file = sources.get(id);
    let languages = ["kk", "ru"].map(|code| Lang::new(code).unwrap());
    let reading = config::read(id, file);
    let (edition, mut findings) = config::edition(id, file, "1.1", &languages, reading);
    let (_, more) = config::site(id, file, config::read(id, file));
    findings.extend(more);
    let labels = findings.iter().flat_map(|finding| &finding.labels);
    let spans = labels.map(|label| label.span);
    for span in spans.chain(edition.accepted.iter().map(|accepted| accepted.span)) {
        assert!(source.get(span.range()).is_some(), "{span:?} {source:?}");
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_configuration_gives_values_and_findings(source in lines()) {
        configure(&source);
    }

    #[test]
    fn any_acceptances_give_values_and_findings(source in accepted()) {
        configure(&source);
    }

    #[test]
    fn a_configuration_of_any_marks_gives_values_and_findings(source in alphabet()) {
        configure(&source);
    }
}

/// Deep nesting of anything costs no more stack than flat text.
#[test]
fn nothing_is_nested_without_end() {
    const TIMES: usize = 20_000;
    for piece in [
        "- ",
        "* ",
        "• ",
        "> ",
        "+ ",
        "*a ",
        "*a **b ",
        "_a ",
        "[",
        "![",
        "](",
        "<",
        "`",
        "(",
        "{#",
        "| ",
        "1.",
        "1) ",
        "- \n",
        "<!-- ",
        "```form\n",
        "```table\n",
        "~~~\n",
        "-      ",
        "\t- ",
        "# ",
        "## 1.\n",
        "1.1. ",
        "__",
        "\\",
        "&",
        "a@",
        "://",
        "+7",
    ] {
        read(&piece.repeat(TIMES));
        read(&format!("# P\n\n```table\n{}\n```\n", piece.repeat(TIMES)));
    }
    for (open, close) in [
        ("*a ", "* "),
        ("**a ", "** "),
        ("*a **b ", "** *"),
        ("[", "](x)"),
    ] {
        read(&format!("{}x{}", open.repeat(TIMES), close.repeat(TIMES)));
    }
    let deeper = (0..400).map(|depth| format!("{}- a\n", "  ".repeat(depth)));
    read(&deeper.collect::<String>());
    let deeper = (0..400).map(|depth| format!("{}a\n\n", "    ".repeat(depth)));
    read(&deeper.collect::<String>());
}

/// What made other readers of Markdown stumble.
#[test]
fn inputs_known_to_break_readers() {
    for source in [
        // https://github.com/pulldown-cmark/pulldown-cmark/issues/1129
        "+\t[\u{0}]:d\n\u{b}",
        "<!S\r:",
        "",
        "\n",
        "\u{0}",
        "- \n\n      x",
        "# \n# \n# ",
        "```form\n```form\n```\n```\n```",
        "<!--",
        "<!-->\n<!--->",
    ] {
        read(source);
    }
}
