//! A link in the file system leads out of the site's folder.
//!
//! What is published lies in the site's folder, where it is seen and kept. A link (symlink) that leads
//! out of it could publish any file of the machine by mistake.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "outside-link",
    severity: Severity::Error,
    family: Family::Files,
    source: include_str!("outside_link.rs"),
};

/// The finding about a link at `path` that leads to `target`; shown at `site.yaml`, because a link
/// has no lines of its own.
pub fn finding(file: FileId, path: &str, target: &str) -> Finding {
    Finding::new(&RULE, format!("the link `{path}` leads out of the site's folder, to `{target}`"))
        .label(file, Span::at(0), "")
        .help("put a copy of the file in its place")
}
