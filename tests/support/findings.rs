//! Findings as lines: `severity[rule] line:column "words" message`.

use std::fmt::Write as _;

use tarmaq::diagnostic::{Finding, Label};
use tarmaq::source::Sources;

use crate::visible::visible;

/// How much of a finding is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// One line, and one for each further place.
    Brief,
    /// Also what is said of the places, and the help.
    Full,
}

/// Puts findings in the order of their places; the texts of a case stand in an order of their own.
pub(crate) fn sort(findings: &mut [Finding]) {
    findings.sort_by_cached_key(|finding| {
        let first = finding.labels.first();
        let first = first.map(|label| (label.file, label.span));
        (first, finding.rule.name, finding.message.clone())
    });
}

/// The findings, one below the other.
pub(crate) fn dump(findings: &[Finding], sources: &Sources, detail: Detail) -> String {
    let mut out = String::new();
    for finding in findings {
        let (severity, rule) = (finding.severity.word(), finding.rule.name);
        let first = finding.labels.first().map(|label| place(label, sources));
        let first = first.unwrap_or_default();
        let _ = writeln!(out, "{severity}[{rule}] {first} {}", finding.message);
        if detail == Detail::Full {
            let about = finding.labels.first().map_or("", |label| &label.message);
            if !about.is_empty() {
                let _ = writeln!(out, "  there: {about}");
            }
        }
        for label in finding.labels.iter().skip(1) {
            let about = match detail {
                Detail::Full => format!(" {}", label.message),
                Detail::Brief => String::new(),
            };
            let _ = writeln!(out, "  see {}{about}", place(label, sources));
        }
        if detail == Detail::Full {
            let _ = writeln!(out, "  help: {}", finding.help);
        }
    }
    out
}

fn place(label: &Label, sources: &Sources) -> String {
    let file = sources.get(label.file);
    let position = file.position(label.span.start);
    let words = visible(file.slice(label.span));
    let length = words.chars().count();
    let words = match length > 72 {
        true => {
            let head: String = words.chars().take(40).collect();
            let tail: String = words.chars().skip(length - 20).collect();
            format!("{head} … {tail}")
        }
        false => words,
    };
    let path = file.path();
    let path = path
        .strip_suffix(".md")
        .map_or_else(|| format!("{path} "), |lang| format!("{lang} "));
    let path = if path == "en " { String::new() } else { path };
    format!("{path}{}:{} \"{words}\"", position.line, position.column)
}
