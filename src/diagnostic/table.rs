//! What there is by policy and language, as a small table for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{Finding, Report, Summary};

/// The widest a policy's name is shown, so that a line is never wider than 100 columns.
const WIDEST: usize = 50;

/// What stands where a finding is about no policy, or about no language of it.
const NONE: &str = "-";

/// The table, with an empty line after it; nothing when there are no findings.
pub(super) fn table(report: &Report) -> String {
    let mut rows: BTreeMap<(&str, &str), Summary> = BTreeMap::new();
    for finding in &report.findings {
        rows.entry(place(finding)).or_default().count(finding);
    }
    for accepted in &report.accepted {
        rows.entry(place(&accepted.finding)).or_default().accepted += 1;
    }
    let mut out = String::new();
    if rows.is_empty() {
        return out;
    }
    let names = rows.keys().map(|(policy, _)| shown(policy));
    let names: Vec<String> = std::iter::once("policy".to_owned()).chain(names).collect();
    let languages: Vec<&str> = std::iter::once("language")
        .chain(rows.keys().map(|(_, language)| *language))
        .collect();
    let head = ["errors", "warnings", "accepted"].map(str::to_owned);
    let counts = rows
        .values()
        .map(|s| [s.errors, s.warnings, s.accepted].map(|count| count.to_string()));
    let counts: Vec<[String; 3]> = std::iter::once(head).chain(counts).collect();
    let first = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let second = languages.iter().map(|code| code.width()).max().unwrap_or(0);
    for ((name, language), [errors, warnings, accepted]) in names.iter().zip(languages).zip(counts)
    {
        let after = " ".repeat(first.saturating_sub(name.width()));
        let _ = writeln!(
            out,
            "{name}{after}  {language:second$}  {errors:>6}  {warnings:>8}  {accepted:>8}"
        );
    }
    out.push('\n');
    out
}

fn place(finding: &Finding) -> (&str, &str) {
    let place = &finding.place;
    (
        place.policy.as_deref().unwrap_or(NONE),
        place.language.as_deref().unwrap_or(NONE),
    )
}

/// A name, cut when it is too wide.
fn shown(name: &str) -> String {
    if name.width() <= WIDEST {
        return name.to_owned();
    }
    let mut cut = String::new();
    let mut width = 0;
    for letter in name.chars() {
        width += letter.width().unwrap_or(0);
        if width > WIDEST - 3 {
            break;
        }
        cut.push(letter);
    }
    cut.push_str("...");
    cut
}
