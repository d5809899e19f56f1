//! Two things would be published at the same address.
//!
//! Each page, each file of `static/` and each file of the theme has an address of its own. Capital and
//! small letters count as the same, because on many systems they are.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "address-collision",
    severity: Severity::Error,
    family: Family::Site,
    source: include_str!("address_collision.rs"),
};

/// The finding about an address and the two things that claim it; shown at `site.yaml` because an
/// address has no lines of its own.
pub fn finding(file: FileId, address: &str, first: &str, second: &str) -> Finding {
    Finding::new(&RULE, format!("`{address}` would be published twice: {first}, and {second}"))
        .label(file, Span::at(0), "")
        .help("rename one of the two")
}
