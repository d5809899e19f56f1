use std::ops::Range;
use std::sync::Arc;

use crate::check::control_character;
use crate::diagnostic::Finding;
use crate::model::Extract;
use crate::source::{FileId, SourceFile, Span};

/// More findings than anybody reads of one file. A file that is no text at all (a picture called
/// `ru.md`) would otherwise take hundreds of times its size in memory.
const MOST_FINDINGS: usize = 10_000;

/// What the steps of parsing share: the text, and the findings so far.
pub(super) struct Reader<'a> {
    pub(super) file: FileId,
    pub(super) source: &'a str,
    shared: &'a Arc<String>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: FileId, source: &'a SourceFile) -> Self {
        Self {
            file,
            source: source.text(),
            shared: source.shared(),
            findings: Vec::new(),
        }
    }

    /// Notes a finding.
    pub(super) fn report(&mut self, finding: Finding) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        }
    }

    /// Reports the control characters that stand in the text.
    pub(super) fn report_controls(&mut self, places: &[Range<usize>]) {
        let Some(first) = places.first() else { return };
        if let Some(c) = self.words(first.clone()).chars().next() {
            let span = Span::from(first.clone());
            let finding = control_character::finding(self.file, span, c, places.len());
            self.report(finding);
        }
    }

    /// The span of a range without the white space at its ends. Where it begins or ends inside a
    /// pasted bullet, which is longer than the one in the copy, it leaves the bullet out.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Span {
        let start = self.source.ceil_char_boundary(range.start);
        let end = self.source.floor_char_boundary(range.end).max(start);
        let words = self.words(start..end);
        if words.trim().is_empty() {
            return Span::at(start);
        }
        let start = start + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }

    /// The first line of a span.
    pub(super) fn first_line(&self, span: Span) -> Span {
        let words = self.words(span.range());
        let length = words.find('\n').unwrap_or(words.len());
        let words = words[..length].trim_end();
        Span::new(span.start as usize, span.start as usize + words.len())
    }

    /// The last line of a span.
    pub(super) fn last_line(&self, span: Span) -> Span {
        let words = self.words(span.range());
        let start = words.trim_end().rfind('\n').map_or(0, |at| at + 1);
        self.trimmed(span.start as usize + start..span.end as usize)
    }

    /// Words as they are kept: a stretch of the file where they stand there letter by letter.
    pub(super) fn extract(&self, words: &str, span: Span) -> Extract {
        match self.words(span.range()) == words {
            true => Extract::of(self.shared, span),
            false => words.to_owned().into(),
        }
    }

    /// The words of a range of the text; "" for a range that does not lie on characters.
    pub(super) fn words(&self, range: Range<usize>) -> &'a str {
        self.source.get(range).unwrap_or_default()
    }
}

/// A span widened to hold those of its parts. Odd white space that is trimmed off a whole may be a
/// part of it, such as a cell.
pub(super) fn around(whole: Span, parts: impl Iterator<Item = Span>) -> Span {
    parts.fold(whole, Span::to)
}
