//! For programs: one object, every key always there, absent facts as null. `findings.schema.json`
//! beside this file describes it.

use serde::Serialize;

use super::{Finding, Report, Severity, Summary};
use crate::source::Sources;

/// The version of the description. It grows when a program that reads the output has to change.
const VERSION: u32 = 1;

/// The description of the output, as JSON Schema 2020-12.
pub const SCHEMA: &str = include_str!("findings.schema.json");

#[derive(Serialize)]
struct Output<'a> {
    schema: u32,
    findings: Vec<Entry<'a>>,
    accepted: Vec<AcceptedEntry<'a>>,
    compared: Compared<'a>,
    summary: Summary,
}

#[derive(Serialize)]
struct Compared<'a> {
    policies: &'a [String],
    languages: &'a [String],
    editions: usize,
    clauses: usize,
}

#[derive(Serialize)]
struct AcceptedEntry<'a> {
    reason: &'a str,
    #[serde(flatten)]
    finding: Entry<'a>,
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

pub(super) fn render(report: &Report) -> String {
    let sources = &report.sources;
    let findings = report.findings.iter();
    let accepted = report.accepted.iter();
    let output = Output {
        schema: VERSION,
        findings: findings.map(|finding| entry(finding, sources)).collect(),
        accepted: accepted
            .map(|accepted| AcceptedEntry {
                reason: &accepted.reason,
                finding: entry(&accepted.finding, sources),
            })
            .collect(),
        compared: Compared {
            policies: &report.scope.policies,
            languages: &report.scope.languages,
            editions: report.scope.editions,
            clauses: report.scope.clauses,
        },
        summary: report.summary(),
    };
    let mut json = serde_json::to_string_pretty(&output).unwrap_or_default();
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
