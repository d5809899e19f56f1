//! For people: rustc's way of showing source lines, made for two languages side by side.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Finding, Label, Severity, Styling, Summary};
use crate::source::{SourceFile, Sources, Span};

/// How wide the lines are. Legal policies stand on lines of hundreds of characters; the renderer
/// cuts them around the words in question.
const WIDTH: usize = 100;

/// Most characters that are underlined.
const MOST_UNDERLINED: usize = 60;

pub(super) fn render(findings: &[Finding], sources: &Sources, styling: Styling) -> String {
    let renderer = match styling {
        Styling::Plain => Renderer::plain(),
        Styling::Colour => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
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
        let file = sources.get(label.file);
        group = group.element(snippet(file, label, kind));
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

fn snippet<'a>(
    file: &'a SourceFile,
    label: &'a Label,
    kind: AnnotationKind,
) -> Snippet<'a, Annotation<'a>> {
    // Only the line is handed on: the renderer looks at all it is given, for each finding anew.
    let number = file.position(label.span.start).line;
    let line = file.line_span(number).range();
    let words = shown(file, label.span);
    let words = kind.span(words.start - line.start..words.end - line.start);
    let words = match label.message.as_str() {
        "" => words,
        message => words.label(message),
    };
    Snippet::source(&file.text()[line])
        .path(file.path())
        .line_start(number)
        .fold(true)
        .annotation(words)
}

/// The part of a span that is underlined: on its first line, and not more than fits into a line of
/// a terminal.
fn shown(file: &SourceFile, span: Span) -> Range<usize> {
    let line = file.line_span(file.position(span.start).line);
    let start = span.start.min(line.end);
    let words = file.slice(Span {
        start,
        end: span.end.clamp(start, line.end),
    });
    let end = words
        .char_indices()
        .nth(MOST_UNDERLINED)
        .map_or(words.len(), |(at, _)| at);
    start as usize..start as usize + end
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
