use serde::Serialize;

use crate::diagnostic::{Finding, Severity};
use crate::driver::Live;

/// A finding.
#[derive(Serialize)]
pub(super) struct Note {
    rule: &'static str,
    severity: Severity,
    message: String,
    help: String,
    /// Where on the page it is to be told.
    at: Vec<At>,
    places: Vec<Place>,
}

/// A place on a page: a clause of a text, or the whole text.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) language: Option<String>,
    pub(super) clause: Option<String>,
}

/// Words in a file.
#[derive(Serialize)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) text: String,
    pub(super) message: String,
    language: Option<String>,
}

/// Most letters of words in question that are told.
const TOLD: usize = 140;

impl Note {
    /// A finding with the words that it shows.
    pub(super) fn of(live: &Live, finding: &Finding) -> Self {
        Self {
            rule: finding.rule.name,
            severity: finding.severity,
            message: finding.message.clone(),
            help: finding.help.to_string(),
            at: Vec::new(),
            places: places(live, finding),
        }
    }

    /// The same at some places of a page.
    pub(super) fn standing(self, at: Vec<At>) -> Self {
        Self { at, ..self }
    }

    /// A failure of the machine.
    pub(super) fn failure(message: String) -> Self {
        Self {
            rule: "",
            severity: Severity::Error,
            message,
            help: String::new(),
            at: Vec::new(),
            places: Vec::new(),
        }
    }
}

/// Words in question, cut when they are many.
fn told(words: &str) -> String {
    match words.char_indices().nth(TOLD) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

/// The words that a finding shows, with their places.
pub(super) fn places(live: &Live, finding: &Finding) -> Vec<Place> {
    let labels = finding.labels.iter().map(|label| {
        let file = live.sources().get(label.file);
        let position = file.position(label.span.start);
        let name = file.path().rsplit('/').next();
        Place {
            file: file.path().to_owned(),
            line: position.line,
            column: position.column,
            text: told(file.slice(label.span)),
            message: label.message.to_string(),
            language: name.and_then(|n| n.strip_suffix(".md")).map(str::to_owned),
        }
    });
    labels.collect()
}
