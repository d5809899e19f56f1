//! What the YAML library says, in words for a lawyer.

use crate::source::Position;

/// Why a file is no YAML.
pub(super) struct Malformation {
    /// In plain words.
    pub(super) why: String,
    /// Where that begins which was opened and never closed.
    pub(super) opened: Option<Position>,
    /// The key that stands twice.
    pub(super) key: Option<String>,
}

/// How the meanings end of what has a beginning and no end.
const NEVER_CLOSED: &str = "never closed";

/// Pieces of the library's messages, and what they mean to people.
const MEANINGS: [(&str, &str); 11] = [
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed",
    ),
    (
        "found a tab character",
        "a tab stands where only spaces may stand",
    ),
    (
        "cannot start any token",
        "a tab or a character that YAML reserves stands here; \
         indent with spaces, and put quotes around a value that begins with such a character",
    ),
    (
        "mapping values are not allowed",
        "a colon stands inside a value, or the line is indented too far",
    ),
    (
        "unknown anchor",
        "a value that begins with `*` needs quotes around it",
    ),
    (
        "did not find expected ',' or",
        "a bracket is opened and never closed",
    ),
    (
        "did not find expected key",
        "this line is not indented like the lines around it, or a value has too many quotes",
    ),
    (
        "did not find expected '-'",
        "this line is no entry of the list above it",
    ),
    ("could not find expected ':'", "a key has no colon after it"),
    (
        "more than one document",
        "the file holds several documents, parted by `---`",
    ),
    (
        "recursion limit",
        "a value refers to itself, or stands too deep in others",
    ),
];

/// Reads the library's message about a file that is no YAML.
pub(super) fn malformation(message: &str) -> Malformation {
    let key = message
        .split_once("duplicate entry with key \"")
        .and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()));
    let why = match &key {
        Some(key) => format!("the key `{key}` stands twice"),
        None => meaning(message),
    };
    let opened = why.ends_with(NEVER_CLOSED).then(|| {
        let (_, context) = message.split_once(", while ")?;
        place(context)
    });
    Malformation {
        why,
        opened: opened.flatten(),
        key,
    }
}

fn meaning(message: &str) -> String {
    let known = MEANINGS.iter().find(|(piece, _)| message.contains(piece));
    known.map_or_else(
        || without_place(message).to_owned(),
        |(_, meaning)| (*meaning).to_owned(),
    )
}

/// What was expected instead of a value, from the library's message.
pub(super) fn expectation(message: &str) -> String {
    let at = message.find("expected").unwrap_or(0);
    let expected = without_place(&message[at..]);
    if expected.starts_with("expected struct") || expected == "expected a map" {
        return "expected lines such as `key: value`, indented, below the key".to_owned();
    }
    if expected == "expected a sequence" {
        return "expected a list: in brackets, such as [kk, ru, en], or lines that begin with a hyphen".to_owned();
    }
    expected.to_owned()
}

fn without_place(message: &str) -> &str {
    let end = message.find(" at line ").unwrap_or(message.len());
    &message[..end]
}

/// The place named in words such as "while parsing a flow sequence at line 5 column 10".
fn place(words: &str) -> Option<Position> {
    let (_, rest) = words.split_once(" at line ")?;
    let (line, rest) = rest.split_once(" column ")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    Some(Position {
        line: line.parse().ok()?,
        column: digits.parse().ok()?,
    })
}
