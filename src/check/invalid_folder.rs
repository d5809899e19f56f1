//! The name of a folder cannot be part of an address.
//!
//! A policy's folder is part of its address for ever: small Latin letters, digits and hyphens. An
//! edition's folder is its number: letters, digits, full stops and hyphens.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "invalid-folder",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("invalid_folder.rs"),
};

/// The finding about a folder, shown at the file that stands in it.
pub fn finding(file: FileId, name: &str) -> Finding {
    Finding::new(&RULE, format!("`{name}` cannot be part of an address"))
        .label(file, Span::at(0), "")
        .help("rename the folder: small Latin letters, digits and hyphens, such as privacy-policy")
}
