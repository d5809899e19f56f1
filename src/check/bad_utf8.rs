//! The file is not saved as UTF-8.
//!
//! All texts are saved in the encoding UTF-8, in which all letters of all languages stand side by side.
//! In another encoding, such as Windows-1251, letters come out wrong. Open the file in the program it
//! was written with, choose "Save as" and the encoding UTF-8.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Flaw, FlawKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "bad-utf8",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("bad_utf8.rs"),
};

/// The finding about what was wrong with a file's bytes.
pub fn finding(file: FileId, flaw: Flaw) -> Finding {
    let message = match flaw.kind {
        FlawKind::Utf16 => "the file is saved as UTF-16 (“Unicode”), not as UTF-8".to_owned(),
        FlawKind::NotUtf8 { places: 1 } => "one place in the file is not UTF-8".to_owned(),
        FlawKind::NotUtf8 { places } => format!("{places} places in the file are not UTF-8"),
    };
    let label = match flaw.kind {
        FlawKind::Utf16 => "read, but other programs may not",
        FlawKind::NotUtf8 { .. } => "the first of them",
    };
    Finding::new(&RULE, message)
        .label(file, flaw.span, label)
        .help("save the file again with the encoding UTF-8")
}
