use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::Span;
use super::packed::Packed;

/// A file that was read: its path for people, its decoded text, its lines.
#[derive(Clone, Debug)]
pub struct SourceFile {
    path: String,
    // Shared with what is made of it. Empty while it is packed and nobody has asked for it.
    text: OnceLock<Arc<String>>,
    packed: Option<Packed>,
    lines: OnceLock<Vec<u32>>,
    /// How many characters begin before each [`STRIDE`]th byte.
    characters: OnceLock<Vec<u32>>,
}

/// So many bytes are looked at to count the characters before a byte. A legal text may stand on one
/// line, and a finding must not cost the whole line.
const STRIDE: usize = 1024;

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
            text: OnceLock::from(Arc::new(text.into())),
            packed: None,
            lines: OnceLock::new(),
            characters: OnceLock::new(),
        }
    }

    /// The path relative to the site's root, with `/` between the folders on any system.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The decoded text. One that was packed is unpacked, and stays so: see [`Self::unpacked`].
    pub fn text(&self) -> &str {
        self.shared()
    }

    /// The decoded text, to be shared.
    pub fn shared(&self) -> &Arc<String> {
        self.text.get_or_init(|| {
            let packed = self.packed.as_ref();
            Arc::new(packed.map(Packed::unpack).unwrap_or_default())
        })
    }

    /// How many bytes the decoded text has.
    pub fn size(&self) -> usize {
        let packed = || self.packed.as_ref().map_or(0, |packed| packed.size);
        self.text.get().map_or_else(packed, |text| text.len())
    }

    /// Packs the text, which takes about half the room then. Lines are counted anew.
    pub fn pack(&mut self) {
        if let Some(text) = self.text.take().filter(|_| self.packed.is_none()) {
            self.packed = Some(Packed::of(&text));
        }
        self.lines.take();
        self.characters.take();
    }

    /// The file for a while: one that is packed is unpacked apart from it.
    pub fn unpacked(&self) -> Cow<'_, Self> {
        match self.text.get() {
            Some(_) => Cow::Borrowed(self),
            None => {
                let packed = self.packed.as_ref();
                let text = packed.map(Packed::unpack).unwrap_or_default();
                Cow::Owned(Self::new(self.path.clone(), text))
            }
        }
    }

    /// Whether a span lies on characters of this file. Of one that is packed only its length is asked.
    pub fn has(&self, span: Span) -> bool {
        match self.text.get() {
            Some(text) => text.get(span.range()).is_some(),
            None => span.start <= span.end && span.end as usize <= self.size(),
        }
    }

    /// The words a span covers. A span that does not lie on characters of this file gives "".
    pub fn slice(&self, span: Span) -> &str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// Line and column of a byte offset; an offset beyond the end gives the end.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.line_span(line).start as usize;
        let end = (offset as usize).min(self.text().len());
        Position {
            line,
            column: self.characters_before(end) - self.characters_before(start) + 1,
        }
    }

    /// The line of a byte offset, from 1; an offset beyond the end gives the last one.
    pub fn line(&self, offset: u32) -> usize {
        let starts = self.line_starts();
        starts.partition_point(|&start| start <= offset).max(1)
    }

    /// How many characters begin before a byte of the text.
    fn characters_before(&self, end: usize) -> usize {
        let counts = self.characters.get_or_init(|| {
            let mut count = 0;
            let strides = self.text().as_bytes().chunks(STRIDE);
            let counts = strides.map(|stride| {
                let before = count;
                count += begins(stride);
                Span::at(before).start
            });
            counts.collect()
        });
        let stride = (end / STRIDE).min(counts.len().saturating_sub(1));
        let rest = self.text().as_bytes().get(stride * STRIDE..end);
        counts.get(stride).map_or(0, |&count| count as usize) + begins(rest.unwrap_or_default())
    }

    /// The span of a line, counted from 1, without its line end.
    pub fn line_span(&self, line: usize) -> Span {
        let starts = self.line_starts();
        let start = starts
            .get(line.saturating_sub(1))
            .map_or(self.text().len(), |&start| start as usize);
        let end = starts
            .get(line)
            .map_or(self.text().len(), |&next| next as usize - 1);
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
            let breaks = memchr::memchr_iter(b'\n', self.text().as_bytes());
            std::iter::once(0)
                .chain(breaks.map(|at| Span::at(at + 1).start))
                .collect()
        })
    }
}

/// How many characters begin among bytes of UTF-8: all bytes but those that carry on a character.
fn begins(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
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
    fn columns_far_along_a_line_are_counted_from_its_beginning() {
        let line = "ж€a".repeat(2 * STRIDE);
        let file = SourceFile::new("kk.md", format!("{line}\n{line}"));
        for at in [0, 1, STRIDE / 3, STRIDE, 3 * STRIDE, 6 * STRIDE] {
            let bytes: usize = line.chars().take(at).map(char::len_utf8).sum();
            for (number, start) in [(1, 0), (2, line.len() + 1)] {
                let position = file.position(u32::try_from(start + bytes).unwrap());
                let (line, column) = (number, at + 1);
                assert_eq!(position, Position { line, column });
            }
        }
    }

    #[test]
    fn a_span_is_in_a_file_where_it_lies_on_its_characters() {
        let mut file = SourceFile::new("kk.md", "бап");
        assert!(file.has(Span::new(0, 6)) && file.has(Span::at(6)));
        assert!(!file.has(Span::new(0, 1)) && !file.has(Span::new(0, 8)));
        file.pack();
        assert!(file.has(Span::new(0, 6)) && !file.has(Span::new(0, 8)));
    }

    #[test]
    fn the_end_of_an_empty_file_is_line_one() {
        let file = SourceFile::new("en.md", "");
        assert_eq!(file.position(0), Position { line: 1, column: 1 });
        assert_eq!(file.line_span(1), Span::at(0));
        assert_eq!(file.offset(Position { line: 9, column: 9 }), 0);
    }
}
