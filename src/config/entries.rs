use super::place::{find_key, value_of};
use crate::source::{SourceFile, Span};

/// One entry of a list of a YAML file, as it stands there line by line.
pub(super) struct Entry<'f> {
    file: &'f SourceFile,
    /// Its first line and the line after its last.
    lines: (usize, usize),
}

/// The entries of the list below a key of the outer level. Without any when the list is written in
/// brackets.
pub(super) fn entries<'f>(file: &'f SourceFile, key: &str) -> Vec<Entry<'f>> {
    let key = find_key(file, &[key]);
    let first = file.line(key.start) + 1;
    let mut starts = Vec::new();
    let mut depth = None;
    let mut line = first;
    while let Some((indent, words)) = read(file, line) {
        let begins = words == "-" || words.starts_with("- ");
        if begins && indent == *depth.get_or_insert(indent) {
            starts.push(line);
        } else if indent == 0 && !words.is_empty() && !words.starts_with('#') {
            break;
        }
        line += 1;
    }
    let ends = starts.iter().skip(1).copied().chain([line]);
    let lines = starts.iter().copied().zip(ends);
    lines.map(|lines| Entry { file, lines }).collect()
}

/// A line's indent and its words; `None` behind the last line.
fn read(file: &SourceFile, line: usize) -> Option<(usize, &str)> {
    let span = file.line_span(line);
    let there = (span.start as usize) < file.text().len();
    let text = file.slice(span);
    there.then(|| (text.len() - text.trim_start().len(), text.trim()))
}

impl Entry<'_> {
    /// All its lines.
    pub(super) fn span(&self) -> Span {
        let (first, end) = self.lines;
        self.file.line_span(first).to(self.file.line_span(end - 1))
    }

    /// What stands in its lines.
    pub(super) fn text(&self) -> &str {
        self.file.slice(self.span())
    }

    /// The key it begins with.
    pub(super) fn begin(&self) -> Span {
        let span = self.file.line_span(self.lines.0);
        let text = self.file.slice(span);
        let words = text.trim_start_matches([' ', '-']);
        let start = span.end as usize - words.len();
        let key = words.split(':').next().unwrap_or_default();
        Span::new(start, start + key.len())
    }

    /// The value of one of its keys on the key's line; the key itself when the value stands below.
    pub(super) fn value(&self, key: &str) -> Option<Span> {
        let (first, end) = self.lines;
        let found = (first..end).find_map(|line| {
            let span = self.file.line_span(line);
            let text = self.file.slice(span);
            let words = text.trim_start_matches([' ', '-']);
            let rest = words.strip_prefix(key)?;
            let start = span.end as usize - words.len();
            let is_key = rest.trim_start().starts_with(':');
            is_key.then(|| Span::new(start, start + key.len()))
        });
        found.map(|key| value_of(self.file, key))
    }
}
