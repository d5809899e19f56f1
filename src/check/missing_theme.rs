//! The theme that the site or another theme names is not there.
//!
//! A theme is a folder `themes/<name>/`. The theme called `default` is built into tarmaq.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "missing-theme",
    severity: Severity::Error,
    family: Family::Site,
    source: include_str!("missing_theme.rs"),
};

/// The finding about the place that names the theme.
pub fn finding(file: FileId, span: Span, name: &str, why: &str) -> Finding {
    Finding::new(&RULE, format!("the theme `{name}` cannot be used: {why}"))
        .label(file, span, "named here")
        .help("use the theme `default`, or add the folder of the theme below `themes/`")
}
