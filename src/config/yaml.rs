use serde::de::DeserializeOwned;

use crate::check::{invalid_value, malformed_yaml, unknown_key};
use crate::diagnostic::Finding;
use crate::source::{FileId, Position, SourceFile, Span};

/// More faults than anybody reads in one file.
const MOST_FAULTS: usize = 100;

/// What was read from a YAML file.
#[derive(Debug)]
pub struct Reading<T> {
    /// What the file says, without what was faulty.
    pub value: T,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// The keys at the file's outer level in which something was faulty. What they should have
    /// said is not reported as missing as well.
    pub faulty: Vec<String>,
}

/// Reads a file as a type whose keys are all optional. The library stops at the first fault; so
/// that all are reported, the faulty entry is blanked and the rest is read again. Places stay as
/// they are, because lines are blanked, not taken out.
pub fn read<T: DeserializeOwned + Default>(id: FileId, file: &SourceFile) -> Reading<T> {
    let mut reading = Reading {
        value: T::default(),
        findings: Vec::new(),
        faulty: Vec::new(),
    };
    let mut text = file.text().to_owned();
    if let Err(error) = serde_yaml::from_str::<serde_yaml::Value>(&text) {
        let span = location(file, &error);
        let why = explain(&error);
        reading
            .findings
            .push(malformed_yaml::finding(id, span, &why));
        return reading;
    }
    for _ in 0..MOST_FAULTS {
        match serde_yaml::from_str::<Option<T>>(&text) {
            Ok(value) => {
                reading.value = value.unwrap_or_default();
                return reading;
            }
            Err(error) => {
                let span = location(file, &error);
                reading
                    .findings
                    .push(fault(id, file, span, &error.to_string()));
                let line = file.position(span.start).line;
                reading.faulty.extend(outer_key(file, line));
                if !blank(file, line, &mut text) {
                    return reading;
                }
            }
        }
    }
    reading
}

/// Where an error was met: from there to the end of the line.
fn location(file: &SourceFile, error: &serde_yaml::Error) -> Span {
    let place = error.location();
    let position = place.map_or(Position { line: 1, column: 1 }, |place| Position {
        line: place.line(),
        column: place.column(),
    });
    let start = file.offset(position);
    let end = file.line_span(position.line).end as usize;
    let words = file.text().get(start..end).unwrap_or_default();
    let words = words.split(" #").next().unwrap_or_default().trim_end();
    Span::new(start, start + words.len())
}

/// What the library says, without the place it names.
fn explain(error: &serde_yaml::Error) -> String {
    let message = error.to_string();
    let end = message.find(" at line ").unwrap_or(message.len());
    message[..end].to_owned()
}

fn fault(id: FileId, file: &SourceFile, span: Span, message: &str) -> Finding {
    if let Some((_, rest)) = message.split_once("unknown field `")
        && let Some((key, expected)) = rest.split_once('`')
    {
        let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let span = key_span(file, span, key);
        return unknown_key::finding(id, span, key, &known);
    }
    let expected = message
        .find("expected")
        .map_or(message, |at| &message[at..]);
    let end = expected.find(" at line ").unwrap_or(expected.len());
    invalid_value::finding(id, span, &expected[..end])
}

/// The place of a key on the line of an error.
fn key_span(file: &SourceFile, span: Span, key: &str) -> Span {
    let line = file.line_span(file.position(span.start).line);
    match file.slice(line).find(key) {
        Some(at) => Span::new(
            line.start as usize + at,
            line.start as usize + at + key.len(),
        ),
        None => span,
    }
}

/// The key at the outer level that a line belongs to.
fn outer_key(file: &SourceFile, line: usize) -> Option<String> {
    let outer = (1..=line)
        .rev()
        .map(|line| file.slice(file.line_span(line)));
    let mut outer = outer.filter(|text| text.starts_with(|c: char| !c.is_whitespace() && c != '#'));
    let (key, _) = outer.next()?.split_once(':')?;
    Some(key.trim().to_owned())
}

/// Blanks a line and the lines that stand deeper below it. Gives `false` when there was nothing
/// to blank, so that reading again would meet the same fault.
fn blank(file: &SourceFile, line: usize, text: &mut String) -> bool {
    let indent = |text: &str| text.len() - text.trim_start().len();
    let first = file.slice(file.line_span(line));
    let depth = indent(first);
    let mut last = line;
    loop {
        let below = file.line_span(last + 1);
        let words = file.slice(below);
        let deeper = words.trim().is_empty() || indent(words) > depth;
        if below.start as usize >= file.text().len() || !deeper {
            break;
        }
        last += 1;
    }
    let range = file.line_span(line).range().start..file.line_span(last).range().end;
    let blanked: String = text[range.clone()]
        .chars()
        .map(|c| {
            if c == '\n' {
                "\n".to_owned()
            } else {
                " ".repeat(c.len_utf8())
            }
        })
        .collect();
    let changed = text[range.clone()] != blanked;
    text.replace_range(range, &blanked);
    changed
}

/// The place of a key in a file written line by line, such as `order` and below it `date`; the
/// file's first line when the key is not found so.
pub(super) fn find_key(file: &SourceFile, path: &[&str]) -> Span {
    let mut found = Span::at(0);
    let mut wanted = path.iter();
    let mut next = wanted.next();
    let mut line = 1;
    while let Some(key) = next {
        let span = file.line_span(line);
        if span.start as usize >= file.text().len() {
            break;
        }
        let text = file.slice(span);
        let indent = text.len() - text.trim_start().len();
        if text
            .trim_start()
            .strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with(':'))
        {
            let start = span.start as usize + indent;
            found = Span::new(start, start + key.len());
            next = wanted.next();
        }
        line += 1;
    }
    found
}
