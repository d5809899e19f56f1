//! A stable name is not made of small Latin letters, digits and hyphens.
//!
//! A name is typed at the end of a heading or of a clause's first paragraph: `{#right-to-destruction}`.
//! It becomes part of an address, so it begins with a small Latin letter and holds small Latin letters,
//! digits and hyphens only.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "invalid-name",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("invalid_name.rs"),
};

/// The finding about a name.
pub fn finding(file: FileId, span: Span, name: &str) -> Finding {
    let message = match name {
        "" => "a stable name is empty".to_owned(),
        _ => format!("`{name}` cannot be a stable name"),
    };
    Finding::new(&RULE, message)
        .label(file, span, "this name")
        .help("use small Latin letters, digits and hyphens, beginning with a letter: {#right-to-destruction}")
}
