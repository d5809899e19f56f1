//! SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>). The first label is the result's
//! location, the others are related locations, to which the message links. Accepted findings are
//! results that are suppressed, with the reason as justification.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fingerprint::Fingerprints;
use super::{Accepted, Finding, Label, Report, Rule};
use crate::source::Sources;

pub(super) fn render(report: &Report) -> String {
    let mut rules: BTreeMap<&str, &Rule> = BTreeMap::new();
    let accepted = || report.accepted.iter();
    let findings = report.findings.iter();
    for finding in findings.chain(accepted().map(|accepted| &accepted.finding)) {
        rules.insert(finding.rule.name, finding.rule);
    }
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(i, n)| (*n, i)).collect();
    let mut writer = Writer {
        sources: &report.sources,
        index,
        fingerprints: Fingerprints::default(),
    };
    let mut results: Vec<Value> = report.findings.iter().map(|f| writer.result(f)).collect();
    results.extend(accepted().map(|accepted| writer.suppressed(accepted)));
    let report = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tarmaq",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().copied().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary() },
        "help": { "text": rule.manual(), "markdown": rule.manual() },
        "defaultConfiguration": { "level": rule.severity.word() },
        "properties": {
            "tags": [rule.family.tag()],
            // GitHub takes "error", "warning" and "recommendation".
            "problem.severity": rule.severity.word(),
        },
    })
}

/// Writes results, one after the other.
struct Writer<'r> {
    sources: &'r Sources,
    /// The places of the rules in their list.
    index: BTreeMap<&'r str, usize>,
    fingerprints: Fingerprints,
}

impl Writer<'_> {
    fn result(&mut self, finding: &Finding) -> Value {
        let locations = finding.labels.first();
        let locations = locations.map(|label| location(label, self.sources));
        let mut result = json!({
            "ruleId": finding.rule.name,
            "ruleIndex": self.index.get(finding.rule.name),
            "level": finding.severity.word(),
            "message": { "text": self.message(finding) },
            "locations": locations.into_iter().collect::<Vec<_>>(),
            "partialFingerprints": {
                "tarmaq/v1": self.fingerprints.of(finding, self.sources),
            },
        });
        let related = finding.labels.iter().enumerate().skip(1);
        let related = related.map(|(id, label)| {
            let mut location = location(label, self.sources);
            location["id"] = json!(id);
            location
        });
        let related: Vec<Value> = related.collect();
        if !related.is_empty() {
            result["relatedLocations"] = json!(related);
        }
        result
    }

    fn suppressed(&mut self, accepted: &Accepted) -> Value {
        let mut result = self.result(&accepted.finding);
        result["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": accepted.reason,
        }]);
        result
    }

    /// What is wrong, links to the related locations, and how to mend it.
    fn message(&self, finding: &Finding) -> String {
        let mut text = plain(&finding.message);
        for (id, label) in finding.labels.iter().enumerate().skip(1) {
            let shown = match &*label.message {
                "" => self.sources.get(label.file).path(),
                message => message,
            };
            text.push_str(&format!("\n[{}]({id})", plain(shown)));
        }
        if !finding.help.is_empty() {
            text.push('\n');
            text.push_str(&plain(&finding.help));
        }
        text
    }
}

/// Words in which nothing is a link: brackets and backslashes are escaped, as the standard asks.
fn plain(words: &str) -> String {
    let escaped = words.replace('\\', "\\\\");
    escaped.replace('[', "\\[").replace(']', "\\]")
}

fn location(label: &Label, sources: &Sources) -> Value {
    let file = sources.get(label.file);
    let start = file.position(label.span.start);
    let end = file.position(label.span.end);
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(file.path()) },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
                "snippet": { "text": file.slice(label.span) },
            },
        },
    });
    if !label.message.is_empty() {
        location["message"] = json!({ "text": plain(&label.message) });
    }
    location
}

/// A path as a relative URI reference (RFC 3986): all bytes but the unreserved ones and `/` are
/// written as percent and two hexadecimal digits.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::new(), |mut uri, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
        uri
    })
}
