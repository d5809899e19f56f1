//! For people: rustc's way of showing source lines, made for two languages side by side.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use rayon::prelude::*;

use super::summary::many;
use super::{Finding, Label, Report, Severity, Styling, table};
use crate::source::{FileId, OpenFiles, SourceFile, Span};

/// How wide the lines are. Legal policies stand on lines of hundreds of characters; the renderer
/// cuts them around the words in question.
const WIDTH: usize = 100;

/// How many characters around the words in question are handed on: more than are shown, so that the
/// renderer marks that something was cut.
const AROUND: usize = 2 * WIDTH;

/// So many findings are shown by one thread: those of a policy, mostly, whose files are open then.
const TOGETHER: usize = 32;

/// Most characters that are underlined.
const MOST_UNDERLINED: usize = 60;

pub(super) fn render(report: &Report, styling: Styling) -> String {
    let renderer = match styling {
        Styling::Plain => Renderer::plain(),
        Styling::Colour => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let chunks = report.findings.par_chunks(TOGETHER).map(|chunk| {
        let mut out = String::new();
        let mut files = OpenFiles::of(&report.sources);
        for finding in chunk {
            files.open(finding.labels.iter().map(|label| label.file));
            let shown = renderer.render(&[group(finding, &files)]);
            out.push_str(&with_columns(shown, finding, &files));
            out.push_str("\n\n");
        }
        out
    });
    let mut out: String = chunks.collect::<Vec<_>>().concat();
    out.push_str(&table::table(report));
    let summary = report.summary();
    if report.findings.is_empty() {
        let (scope, clauses) = (&report.scope, report.scope.clauses);
        let clauses = many(clauses, "clause", "clauses");
        let _ = write!(out, "{}, {clauses} compared; ", scope.told());
    }
    let _ = writeln!(out, "{summary}.");
    out
}

/// Most words in question that are shown of one file. A finding may be about thousands.
const MOST_SHOWN: usize = 8;

/// The words in question that are shown, and how many are not.
fn shown(finding: &Finding) -> (Vec<&Label>, usize) {
    let mut counts: BTreeMap<FileId, usize> = BTreeMap::new();
    let labels = finding.labels.iter().filter(|label| {
        let count = counts.entry(label.file).or_default();
        *count += 1;
        *count <= MOST_SHOWN
    });
    let labels: Vec<_> = labels.collect();
    let rest = finding.labels.len() - labels.len();
    (labels, rest)
}

fn group<'a>(finding: &'a Finding, files: &'a OpenFiles<'_>) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.rule.name);
    let mut group = Group::with_title(title);
    let (labels, rest) = shown(finding);
    for (at, label) in labels.into_iter().enumerate() {
        let kind = match at {
            0 => AnnotationKind::Primary,
            _ => AnnotationKind::Context,
        };
        let file = files.get(label.file);
        group = group.element(snippet(file, label, kind));
    }
    if rest > 0 {
        let places = many(rest, "more place is", "more places are");
        group = group.element(Level::NOTE.message(format!("{places} not shown here")));
    }
    let place = place(finding);
    if !place.is_empty() {
        group = group.element(Level::NOTE.message(place));
    }
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(&*finding.help));
    }
    group
}

fn snippet<'a>(
    file: &'a SourceFile,
    label: &'a Label,
    kind: AnnotationKind,
) -> Snippet<'a, Annotation<'a>> {
    let line = file.position(label.span.start).line;
    let window = window(file, file.line_span(line), label.span);
    let words = kind.span(window.words);
    let words = match &*label.message {
        "" => words,
        message => words.label(message),
    };
    Snippet::source(window.text)
        .path(file.path())
        .line_start(line)
        .fold(true)
        .annotation(words)
}

/// A part of a line, and the words in it that are underlined.
struct Window<'a> {
    text: &'a str,
    words: Range<usize>,
}

/// What is handed on of a line to show a span. The renderer looks at all it is given for each
/// finding anew, so it gets no more than it can show. Underlined is what stands on the span's first
/// line, and not more than fits into a line of a terminal.
fn window(file: &SourceFile, line: Span, span: Span) -> Window<'_> {
    let (line, text) = (line.range(), file.text());
    let before = |at: usize, most| {
        let mut back = text.get(line.start..at).unwrap_or_default().char_indices();
        back.nth_back(most)
            .map_or(line.start, |(i, _)| line.start + i)
    };
    let after = |at: usize, most| {
        let mut on = text.get(at..line.end).unwrap_or_default().char_indices();
        on.nth(most).map_or(line.end, |(i, _)| at + i)
    };
    // Of texts that were not unpacked for it nobody asked whether the span lies on whole characters.
    let start = text.floor_char_boundary(span.range().start.min(line.end));
    let end = text.floor_char_boundary(span.range().end.clamp(start, line.end));
    let end = end.min(after(start, MOST_UNDERLINED));
    let (from, to) = (before(start, AROUND), after(end, AROUND));
    Window {
        text: text.get(from..to).unwrap_or_default(),
        words: start - from..end - from,
    }
}

/// Puts the columns right that the renderer told: it counts them in the window it was given.
fn with_columns(mut shown: String, finding: &Finding, files: &OpenFiles<'_>) -> String {
    // Places stand below the title.
    let mut from = shown.find('\n').unwrap_or(0);
    for label in self::shown(finding).0 {
        let file = files.get(label.file);
        let position = file.position(label.span.start);
        let window = window(file, file.line_span(position.line), label.span);
        let before = window.text.get(..window.words.start).unwrap_or_default();
        let place = format!("{}:{}:", file.path(), position.line);
        let told = format!("{place}{}", before.chars().count() + 1);
        let Some(at) = shown.get(from..).and_then(|rest| rest.find(&told)) else {
            continue;
        };
        let (start, column) = (from + at, position.column);
        shown.replace_range(start..start + told.len(), &format!("{place}{column}"));
        from = start + place.len();
    }
    shown
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

#[cfg(test)]
mod tests {
    use super::window;
    use crate::source::{SourceFile, Span};

    #[test]
    fn words_are_underlined_on_whole_characters() {
        let file = SourceFile::new("ru.md", "1. Срок.\n2. Да");
        let line = file.line_span(1);
        for start in 0..20 {
            for end in start..20 {
                let window = window(&file, line, Span::new(start, end));
                assert!(window.text.get(window.words).is_some(), "{start}..{end}");
            }
        }
    }
}
