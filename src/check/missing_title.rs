//! The text has no title.
//!
//! The first line of a text is its title: one `#`, a space, the title. A later line with one `#` begins
//! an annex.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-title",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("missing_title.rs"),
};

/// The finding about words before the title.
pub fn late(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "something stands before the title")
        .label(file, span, "expected the title in this place")
        .help("put the title into the first line")
}

/// The finding about the place where the title should stand.
pub fn finding(file: FileId, span: Span) -> Finding {
    Finding::new(&RULE, "this text has no title")
        .label(file, span, "expected a line such as `# Privacy Policy`")
        .help("type the title in the first line, after one `#` and a space")
}
