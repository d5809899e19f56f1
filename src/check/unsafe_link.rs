//! A link leads to what no legal page links to.
//!
//! A link may lead to a web address (`https://…`, `http://…`), an e-mail address (`mailto:…`), a
//! telephone number (`tel:…`) or a place in the same text (`#4.4`). A path such as `../rules/` is
//! refused: a text stands on several pages, and a path that is right on one is wrong on another.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unsafe-link",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("unsafe_link.rs"),
};

/// The finding about a link and its target.
pub fn finding(file: FileId, span: Span, target: &str) -> Finding {
    Finding::new(&RULE, format!("a link may not lead to `{target}`"))
        .label(file, span, "this link")
        .help("use an address that begins with https://, mailto: or tel:, or a place such as #4.4")
}

/// Whether the target is an address on the web.
pub fn is_web(target: &str) -> bool {
    let scheme = target.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|s| s.eq_ignore_ascii_case("https") || s.eq_ignore_ascii_case("http"))
}

/// Whether a page may link to the target.
pub fn is_safe(target: &str) -> bool {
    // To a browser a backslash is a slash: `https:\\evil.kz` leads to another site.
    if target.contains('\\') {
        return false;
    }
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let place = target.len() > 1 && target.starts_with('#');
    place || is_web(target) || matches!(scheme.as_deref(), Some("mailto" | "tel"))
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn safe_and_unsafe_targets() {
        for target in ["https://ioka.kz/", "HTTP://a.kz", "mailto:a@b.kz", "tel:+77", "#4.4", "#a:b"] {
            assert!(is_safe(target), "{target}");
        }
        for target in ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//evil.kz/", "/x/", "../x/", "x", "#", "", "https:x", r"\\evil.kz"] {
            assert!(!is_safe(target), "{target}");
        }
    }
}
