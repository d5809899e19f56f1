//! A template of the theme cannot be used.
//!
//! Templates are written for Tera (<https://keats.github.io/tera/>). The finding gives Tera's own words
//! and the page that was being made.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "template-error",
    severity: Severity::Error,
    family: Family::Site,
    source: include_str!("template_error.rs"),
};

/// The finding about a place in a template, in Tera's words.
pub fn finding(file: FileId, span: Span, message: &str) -> Finding {
    Finding::new(&RULE, message)
        .label(file, span, "")
        .help("correct the template; nothing was written")
}

/// The finding that a theme has no template of that name.
pub fn missing(file: FileId, name: &str) -> Finding {
    Finding::new(&RULE, format!("the theme has no template `{name}`"))
        .label(file, Span::at(0), "")
        .help("add the template, or take it from another theme: write `base: default` in theme.yaml")
}

/// The finding that a template leaves out the text of the policy, or shows it more than once.
pub fn without_article(file: FileId, page: &str) -> Finding {
    let message = format!("this template does not show the text once, while making {page}");
    Finding::new(&RULE, message)
        .label(file, Span::at(0), "")
        .help("write `{{ article }}` where the text of the policy belongs, once")
}

/// The finding that a template leaves out a part of the text that it is given in cells, or shows it
/// more than once.
pub fn without_cells(file: FileId, page: &str) -> Finding {
    let message = format!("this template does not show each cell once, while making {page}");
    Finding::new(&RULE, message)
        .label(file, Span::at(0), "")
        .help("write `{{ cell.text | safe }}` for each cell of each row, once")
}
