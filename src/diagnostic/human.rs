//! For people: rustc's way of showing source lines, made for two languages side by side.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Finding, Label, Severity, Styling, Summary};
use crate::source::{SourceFile, Sources, Span};

/// Most of a long line that is shown around the words in question, in characters.
const CONTEXT: usize = 48;

pub(super) fn render(findings: &[Finding], sources: &Sources, styling: Styling) -> String {
    let renderer = match styling {
        Styling::Plain => Renderer::plain(),
        Styling::Colour => Renderer::styled(),
    };
    // The excerpts are cut by us, so the renderer shall not cut them again.
    let renderer = renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(usize::MAX >> 8);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&[group(finding, sources)]));
        out.push_str("\n\n");
    }
    let summary = Summary::of(findings);
    if findings.is_empty() {
        out.push_str("No findings.\n");
    } else {
        let _ = writeln!(out, "{summary}.");
    }
    out
}

fn group<'a>(finding: &'a Finding, sources: &'a Sources) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.rule.name);
    let mut group = Group::with_title(title);
    for (at, label) in finding.labels.iter().enumerate() {
        let kind = match at {
            0 => AnnotationKind::Primary,
            _ => AnnotationKind::Context,
        };
        group = group.element(snippet(sources.get(label.file), label, kind));
    }
    let place = place(finding);
    if !place.is_empty() {
        group = group.element(Level::NOTE.message(place));
    }
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(finding.help.as_str()));
    }
    group
}

/// A snippet that shows an excerpt. The text of legal policies stands on lines of hundreds of
/// characters; what is shown is cut to the words in question and some around them. The renderer
/// then counts columns from the cut, so the position is named by us, in the path.
fn snippet<'a>(
    file: &'a SourceFile,
    label: &'a Label,
    kind: AnnotationKind,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let position = file.position(label.span.start);
    let (excerpt, within) = excerpt(file, label.span);
    let path = format!("{}:{}:{}", file.path(), position.line, position.column);
    let annotation = match label.message.as_str() {
        "" => kind.span(within),
        message => kind.span(within).label(message),
    };
    Snippet::source(excerpt)
        .path(path)
        .line_start(position.line)
        .fold(false)
        .annotation(annotation)
}

/// The line of the span's start, cut around the span, and where the span lies in it.
fn excerpt(file: &SourceFile, span: Span) -> (String, Range<usize>) {
    let line = file.line_span(file.position(span.start).line);
    let text = file.slice(line);
    let start = (span.start - line.start) as usize;
    let end = (span.end.min(line.end).max(span.start) - line.start) as usize;
    let (before, words, after) = (&text[..start], &text[start..end], &text[end..]);
    let from = before
        .char_indices()
        .rev()
        .nth(CONTEXT)
        .map_or(0, |(at, c)| at + c.len_utf8());
    let upto = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after.len(), |(at, _)| at);
    let mut shown = String::new();
    if from > 0 {
        shown.push('…');
    }
    shown.push_str(&before[from..]);
    let start = shown.len();
    shown.push_str(words);
    let end = shown.len();
    shown.push_str(&after[..upto]);
    if upto < after.len() {
        shown.push('…');
    }
    (shown, start..end)
}

fn place(finding: &Finding) -> String {
    let place = &finding.place;
    let parts = [
        ("policy", &place.policy),
        ("edition", &place.edition),
        ("language", &place.language),
        ("clause", &place.clause),
    ];
    let told: Vec<_> = parts
        .iter()
        .filter_map(|(word, value)| Some(format!("{word} {}", value.as_ref()?)))
        .collect();
    told.join(", ")
}
