//! A stable name stands where no name is read.
//!
//! A name such as `{#rights}` stands at the very end of a heading, or of the first paragraph of a
//! clause; nothing follows it, no full stop either. Anywhere else it would be published as words. Where
//! a text really means the signs `{#`, a backslash stands before them: `\{#`.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "misplaced-name",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("misplaced_name.rs"),
};

/// The finding about a name.
pub fn finding(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "a stable name stands where none is read")
        .label(file, span, "would be published as words")
        .help("put it at the very end of a heading or of a clause's first paragraph, after the full stop")
}
