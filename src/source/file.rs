use std::sync::OnceLock;

use super::Span;

/// Names one file of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

/// A file that was read: its path for people, its decoded text, its lines.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    lines: OnceLock<Vec<u32>>,
}

/// A place for people: line and column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in Unicode scalar values, from 1.
    pub column: usize,
}

impl SourceFile {
    /// A file from its path relative to the site's root, with `/` between the folders, and its
    /// decoded text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// The path relative to the site's root, with `/` between the folders on any system.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words a span covers. A span that does not lie on characters of this file gives "".
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Line and column of a byte offset; an offset beyond the end gives the end.
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset);
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0) as usize;
        let end = (offset as usize).min(self.text.len());
        let before = self.text.get(start..end).unwrap_or_default();
        Position {
            line: line.max(1),
            column: before.chars().count() + 1,
        }
    }

    /// The span of a line, counted from 1, without its line end.
    pub fn line_span(&self, line: usize) -> Span {
        let starts = self.line_starts();
        let start = starts
            .get(line.saturating_sub(1))
            .map_or(self.text.len(), |&start| start as usize);
        let end = starts
            .get(line)
            .map_or(self.text.len(), |&next| next as usize - 1);
        Span::new(start, end)
    }

    /// The byte offset of a line and a column, both from 1; beyond the line's end gives its end.
    pub fn offset(&self, position: Position) -> usize {
        let line = self.line_span(position.line);
        let text = self.slice(line);
        let column = position.column.saturating_sub(1);
        let within = text
            .char_indices()
            .nth(column)
            .map_or(text.len(), |(i, _)| i);
        line.start as usize + within
    }

    // Lines are only asked for when a finding is shown, so most files never pay for them.
    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
            std::iter::once(0)
                .chain(breaks.map(|(at, _)| Span::at(at + 1).start))
                .collect()
        })
    }
}

/// All files that were read, in the order of their reading.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes a file in and gives its name.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        id
    }

    /// The file of that name.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let file = SourceFile::new("ru.md", "Первая\nвторая строка\n");
        let offset = file.text().find("строка").unwrap();
        let position = file.position(u32::try_from(offset).unwrap());
        assert_eq!(position, Position { line: 2, column: 8 });
        assert_eq!(file.offset(position), offset);
    }

    #[test]
    fn the_end_of_an_empty_file_is_line_one() {
        let file = SourceFile::new("en.md", "");
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.line_span(1), Span::at(0));
        assert_eq!(file.offset(Position { line: 9, column: 9 }), 0);
    }
}
