//! The text holds a character that no page can show.
//!
//! Control characters, byte order marks and marks that turn the direction of writing come into a text
//! by copying from other programs. They are invisible, and a visitor's program may stop at them, leave
//! them out, or show other words than the text holds. Delete the character; it stands where the
//! finding points.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "control-character",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("control_character.rs"),
};

/// The finding about the first of `places` such characters.
pub fn finding(file: FileId, span: Span, c: char, places: usize) -> Finding {
    let others = match places {
        1 => String::new(),
        2 => " (and in one more place)".to_owned(),
        _ => format!(" (and in {} more places)", places - 1),
    };
    let message = format!("invisible control character U+{:04X}{others}", u32::from(c));
    Finding::new(&RULE, message)
        .label(file, span, "stands here")
        .help("delete it: it came in by copying from another program")
}
