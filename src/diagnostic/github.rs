//! Annotations on GitHub's pages, by its workflow commands
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).

use std::fmt::Write as _;

use super::Report;

pub(super) fn render(report: &Report) -> String {
    let sources = &report.sources;
    let mut out = String::new();
    for finding in &report.findings {
        let _ = write!(out, "::{} ", finding.severity.word());
        if let Some(label) = finding.labels.first() {
            let file = sources.get(label.file);
            let start = file.position(label.span.start);
            let end = file.position(label.span.end);
            let _ = write!(out, "file={},line={}", property(file.path()), start.line);
            let _ = write!(out, ",endLine={}", end.line);
            // GitHub takes columns only where the annotation is of one line.
            if start.line == end.line {
                let _ = write!(out, ",col={},endColumn={}", start.column, end.column);
            }
            out.push(',');
        }
        let _ = write!(out, "title={}", property(finding.rule.name));
        let mut message = finding.message.clone();
        for label in finding.labels.iter().skip(1) {
            let file = sources.get(label.file);
            let line = file.position(label.span.start).line;
            let _ = write!(message, "\n{}:{line}: {}", file.path(), label.message);
        }
        if !finding.help.is_empty() {
            let _ = write!(message, "\n{}", finding.help);
        }
        let _ = writeln!(out, "::{}", data(&message));
    }
    let _ = writeln!(out, "{}", report.summary());
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
