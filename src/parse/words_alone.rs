//! Paragraphs of words alone. Most clauses are such, and need no reader of Markdown to be told what
//! they are.

use std::ops::Range;

use super::lines::lines;
use super::mask::{Covered, DROP, KEEP};
use super::reader::Reader;
use super::run::Run;
use super::scan::first as first_byte;
use crate::model::Block;

impl Reader<'_> {
    /// Reads a range of whole lines that hold nothing but words as Markdown reads them; `None` for any
    /// other.
    pub(super) fn words_alone(
        &mut self,
        masked: Covered<'_>,
        range: Range<usize>,
    ) -> Option<Vec<Block>> {
        let text = masked.get(range.clone()).as_bytes();
        if !lines(text, 0..text.len()).all(|line| is_plain(&text[line])) {
            return None;
        }
        let mut blocks = Vec::new();
        let mut run: Option<Run> = None;
        for line in lines(text, 0..text.len()) {
            let at = range.start + line.start..range.start + line.end;
            if line.is_empty() {
                self.end_paragraph(run.take(), &mut blocks);
                continue;
            }
            if let Some(run) = &mut run {
                run.wrap(at.start - 1..at.start);
            }
            self.text(
                masked,
                run.get_or_insert_default(),
                masked.get(at.clone()),
                at,
            );
        }
        self.end_paragraph(run, &mut blocks);
        Some(blocks)
    }

    fn end_paragraph(&mut self, run: Option<Run>, blocks: &mut Vec<Block>) {
        if let Some(run) = run {
            let content = run.finish(self);
            self.push_paragraph(blocks, content);
        }
    }
}

/// Whether a line of the covered copy is words to Markdown, whatever stands around it
/// (<https://spec.commonmark.org/0.31.2/#paragraphs>).
fn is_plain(line: &[u8]) -> bool {
    let [first, .., last] = line else {
        return line.iter().all(|byte| opens(*byte));
    };
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let counted = digits > 0 && matches!(line.get(digits), Some(b'.' | b')'));
    opens(*first) && !counted && *last != b' ' && first_byte(line, may_mark).is_none()
}

/// Whether a line that begins with a byte begins with a word.
fn opens(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'(' | b'"' | DROP | KEEP)
}

/// Whether a byte may mean something to Markdown where it stands behind the first of a line.
fn may_mark(byte: u8) -> bool {
    let control = (byte < b' ') & (byte != DROP);
    let opens = (byte == b'[') | (byte == b']') | (byte == b'<') | (byte == b'&') | (byte == b'`');
    let turns = (byte == b'*') | (byte == b'_') | (byte == b'~') | (byte == b'^');
    control | opens | turns | (byte == b'\\') | (byte == b'|')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::mask::{Covered, mask};
    use super::super::reader::Reader;
    use crate::source::{SourceFile, Sources};

    const PIECES: [&str; 30] = [
        "words",
        "слова,",
        " ",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "1.1. ",
        "2025 ",
        "13) ",
        "- ",
        "-",
        "+7 ",
        "# ",
        "=",
        ": ",
        "(a)",
        "\"",
        "!",
        "____",
        "a_b",
        "https://ioka.kz/a_b",
        "a@ioka.kz",
        "<!-- x -->",
        "<b>",
        "2*3",
        "\u{A0}",
        "Веб-\nсайт",
        "{#name}",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn words_alone_are_read_as_markdown_reads_them(
            pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14),
        ) {
            let source = format!("a{}", pieces.concat());
            let file = SourceFile::new("en.md", source.as_str());
            let id = Sources::default().add(file.clone());
            let masked = mask(&source);
            let masked = masked.as_text();
            let range = 0..source.len();
            let mut quick = Reader::new(id, &file);
            let blocks = quick.words_alone(Covered(&masked), range.clone());
            // Too few that are words alone fail the test.
            prop_assume!(blocks.is_some());
            let mut thorough = Reader::new(id, &file);
            let read = thorough.markdown(Covered(&masked), range);
            prop_assert_eq!(blocks, Some(read), "{}", source);
            prop_assert_eq!(quick.findings, thorough.findings, "{}", source);
        }
    }
}
