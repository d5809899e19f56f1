use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::explain::{expectation, malformation};
use super::place::{key_span, location, outer_key, second, span_of_value};
use crate::check::{invalid_value, malformed_yaml, unknown_key};
use crate::diagnostic::{Finding, Label};
use crate::source::{FileId, SourceFile, Span};

/// More faults than anybody reads in one file.
const MOST_FAULTS: usize = 100;

/// What was read from a YAML file.
#[derive(Debug, Default)]
pub struct Reading<T> {
    /// What the file says, without what was faulty.
    pub value: T,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// What was faulty; what it should have said is not reported as missing as well.
    pub faulty: Faulty,
    /// The file as it was read in the end, if anything in it was faulty: that is blanked, so that places
    /// are the same.
    pub blanked: Option<SourceFile>,
}

/// The parts of a file that could not be read.
#[derive(Debug, Default)]
pub struct Faulty {
    /// Whether that is the whole file.
    whole: bool,
    /// The keys at the file's outer level in which something was faulty.
    keys: Vec<String>,
}

impl Faulty {
    /// Whether what stands at a key of the outer level may not have been read.
    pub fn covers(&self, key: &str) -> bool {
        self.whole || self.keys.iter().any(|faulty| faulty == key)
    }
}

/// Reads a file as a type whose keys are all optional. The library stops at the first fault; so
/// that all are reported, the faulty entry is blanked and the rest is read again. Places stay as
/// they are, because lines are blanked, not taken out.
pub fn read<T: DeserializeOwned + Default>(id: FileId, file: &SourceFile) -> Reading<T> {
    let mut reading = Reading::default();
    if let Err(error) = serde_yaml::from_str::<serde_yaml::Value>(file.text()) {
        reading.findings.push(malformed(id, file, &error));
        reading.faulty.whole = true;
        return reading;
    }
    let mut text = Cow::Borrowed(file.text());
    for _ in 0..MOST_FAULTS {
        match serde_yaml::from_str::<Option<T>>(&text) {
            Ok(value) => {
                reading.value = value.unwrap_or_default();
                reading.blanked = match text {
                    Cow::Borrowed(_) => None,
                    Cow::Owned(text) => Some(SourceFile::new(file.path(), text)),
                };
                return reading;
            }
            Err(error) => {
                let span = location(file, &error);
                reading
                    .findings
                    .push(fault(id, file, span, &error.to_string()));
                let line = file.position(span.start).line;
                match outer_key(file, line) {
                    Some(key) => reading.faulty.keys.push(key),
                    None => reading.faulty.whole = true,
                }
                if !blank(file, line, text.to_mut()) {
                    return reading;
                }
            }
        }
    }
    reading
}

/// The same for a type that by itself refuses a key that stands twice. Most files are without fault, and
/// reading them once tells so.
pub fn read_once<T: DeserializeOwned + Default>(id: FileId, file: &SourceFile) -> Reading<T> {
    match serde_yaml::from_str::<Option<T>>(file.text()) {
        Ok(value) => Reading {
            value: value.unwrap_or_default(),
            ..Reading::default()
        },
        Err(_) => read(id, file),
    }
}

/// The finding about a file that is no YAML. What was opened and never closed is shown where it
/// was opened, because reading stops far behind.
fn malformed(id: FileId, file: &SourceFile, error: &serde_yaml::Error) -> Finding {
    let told = malformation(&error.to_string());
    let again = told.key.as_ref().and_then(|key| second(file, key));
    let span = again.unwrap_or_else(|| location(file, error));
    let mut finding = malformed_yaml::finding(id, span, &told.why);
    if let Some(position) = told.opened {
        let opened = Label {
            file: id,
            span: span_of_value(file, position),
            message: "opened here".into(),
        };
        finding.labels.insert(0, opened);
    }
    finding
}

fn fault(id: FileId, file: &SourceFile, span: Span, message: &str) -> Finding {
    if let Some((_, rest)) = message.split_once("unknown field `")
        && let Some((key, expected)) = rest.split_once('`')
    {
        let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let span = key_span(file, span, key);
        return unknown_key::finding(id, span, key, &known);
    }
    invalid_value::finding(id, span, &expectation(message))
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
