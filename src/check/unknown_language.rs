//! The site names a language that tarmaq knows nothing of.
//!
//! Month names, the edition line and the interface words of a language stand in a file. tarmaq brings
//! those of kk, ru and en; any other language needs a file `content/languages/<code>.yaml`.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-language",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("unknown_language.rs"),
};

/// The finding about a language's code.
pub fn finding(file: FileId, span: Span, code: &str) -> Finding {
    Finding::new(&RULE, format!("nothing is known of the language `{code}`"))
        .label(file, span, "this language")
        .help(format!("add the file `content/languages/{code}.yaml`, with the months, lines and words of the language"))
}
