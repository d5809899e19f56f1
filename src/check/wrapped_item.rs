//! An item of a list in a table's cell looks like the second half of the entry before it.
//!
//! A line that was wrapped before a dash («Транзакциялық деректер» / «- транзакция күні …») begins with
//! a hyphen and so becomes an entry of its own. Writing each entry on one line mends it.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "wrapped-item",
    severity: Severity::Warning,
    family: Family::Markup,
    source: include_str!("wrapped_item.rs"),
};

/// The finding about the entry.
pub fn finding(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "this entry may be the rest of the entry above it")
        .label(file, span, "read as an entry of its own")
        .help("if it goes on from the line above, put both on one line")
}
