//! A configuration file holds a key that nobody reads.
//!
//! A misspelt key would be passed over in silence, and what it says with it. The finding names the keys
//! that may stand in its place.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-key",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("unknown_key.rs"),
};

/// The finding about a key and the keys that are known there.
pub fn finding(file: FileId, span: Span, key: &str, known: &[&str]) -> Finding {
    let quoted: Vec<_> = known.iter().map(|key| format!("`{key}`")).collect();
    Finding::new(&RULE, format!("nobody reads the key `{key}`"))
        .label(file, span, "unknown key")
        .help(format!("delete it, or use one of {}", quoted.join(", ")))
}
