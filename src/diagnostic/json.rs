//! For programs: one object, every key always there, absent facts as null.

use serde::Serialize;

use super::{Finding, Severity, Summary};
use crate::source::Sources;

#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Entry<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    severity: Severity,
    message: &'a str,
    policy: Option<&'a str>,
    edition: Option<&'a str>,
    language: Option<&'a str>,
    clause: Option<&'a str>,
    labels: Vec<Place<'a>>,
    help: &'a str,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
    message: &'a str,
}

pub(super) fn render(findings: &[Finding], sources: &Sources) -> String {
    let report = Report {
        findings: findings.iter().map(|f| entry(f, sources)).collect(),
        summary: Summary::of(findings),
    };
    let mut json = serde_json::to_string_pretty(&report).unwrap_or_default();
    json.push('\n');
    json
}

fn entry<'a>(finding: &'a Finding, sources: &'a Sources) -> Entry<'a> {
    let labels = finding.labels.iter().map(|label| {
        let file = sources.get(label.file);
        let start = file.position(label.span.start);
        let end = file.position(label.span.end);
        Place {
            file: file.path(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            text: file.slice(label.span),
            message: &label.message,
        }
    });
    Entry {
        rule: finding.rule.name,
        severity: finding.severity,
        message: &finding.message,
        policy: finding.place.policy.as_deref(),
        edition: finding.place.edition.as_deref(),
        language: finding.place.language.as_deref(),
        clause: finding.place.clause.as_deref(),
        labels: labels.collect(),
        help: &finding.help,
    }
}
