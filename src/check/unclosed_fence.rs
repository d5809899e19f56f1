//! A fenced block is opened and never closed.
//!
//! A table, form or code block stands between two lines of three backticks. Without the second one,
//! all the rest of the file would become part of the block.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unclosed-fence",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("unclosed_fence.rs"),
};

/// The finding about the line that opens the block.
pub fn finding(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "this block is never closed")
        .label(file, span, "opened here")
        .help("put a line of three backticks ``` after the last line of the block")
}
