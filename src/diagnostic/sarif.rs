//! SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>). The first label is the result's
//! location, the others are related locations. The fingerprint is made of the rule, the place and
//! the words, so that it survives when lines move.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Finding, Label, Rule};
use crate::source::Sources;

pub(super) fn render(findings: &[Finding], sources: &Sources) -> String {
    let mut rules: BTreeMap<&str, &Rule> = BTreeMap::new();
    for finding in findings {
        rules.insert(finding.rule.name, finding.rule);
    }
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(i, n)| (*n, i)).collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| result(finding, index[finding.rule.name], sources))
        .collect();
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
    })
}

fn result(finding: &Finding, rule_index: usize, sources: &Sources) -> Value {
    let mut text = finding.message.clone();
    if !finding.help.is_empty() {
        text.push('\n');
        text.push_str(&finding.help);
    }
    let mut related = finding.labels.iter().skip(1).map(|l| location(l, sources));
    let mut result = json!({
        "ruleId": finding.rule.name,
        "ruleIndex": rule_index,
        "level": finding.severity.word(),
        "message": { "text": text },
        "locations": finding.labels.first().map(|l| location(l, sources)).into_iter().collect::<Vec<_>>(),
        "partialFingerprints": { "tarmaq/v1": fingerprint(finding, sources) },
    });
    if finding.labels.len() > 1 {
        result["relatedLocations"] = related.by_ref().collect();
    }
    result
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
        location["message"] = json!({ "text": label.message });
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

fn fingerprint(finding: &Finding, sources: &Sources) -> String {
    let mut hash = blake3::Hasher::new();
    let place = &finding.place;
    let facts = [
        &place.policy,
        &place.edition,
        &place.language,
        &place.clause,
    ];
    hash.update(finding.rule.name.as_bytes());
    for fact in facts {
        hash.update(b"\0");
        hash.update(fact.as_deref().unwrap_or_default().as_bytes());
    }
    for label in &finding.labels {
        let file = sources.get(label.file);
        hash.update(b"\0");
        hash.update(file.path().as_bytes());
        hash.update(b"\0");
        hash.update(file.slice(label.span).as_bytes());
    }
    hash.finalize().to_hex()[..32].to_owned()
}
