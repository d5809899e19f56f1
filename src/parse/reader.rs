use std::ops::Range;

use crate::check::control_character;
use crate::diagnostic::Finding;
use crate::source::{FileId, Span};

/// What the steps of parsing share: the text, and the findings so far.
pub(super) struct Reader<'a> {
    pub(super) file: FileId,
    pub(super) source: &'a str,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: FileId, source: &'a str) -> Self {
        Self {
            file,
            source,
            findings: Vec::new(),
        }
    }

    /// Notes a finding.
    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Reports the control characters that stand in the text.
    pub(super) fn report_controls(&mut self, places: &[usize]) {
        if let Some(&first) = places.first() {
            let span = Span::new(first, first + 1);
            let code = self.source.as_bytes()[first];
            self.report(control_character::finding(
                self.file,
                span,
                code,
                places.len(),
            ));
        }
    }

    /// The words of a range of the text; "" for a range that does not lie on characters.
    pub(super) fn words(&self, range: Range<usize>) -> &'a str {
        self.source.get(range).unwrap_or_default()
    }
}
