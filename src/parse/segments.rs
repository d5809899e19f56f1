use std::ops::Range;

use super::fence::{Fence, FenceKind};
use super::lines::lines;
use super::mask::{DROP, Masked};
use super::numeral::{self, Typed};
use super::opening::{Before, Numbers};
use super::reader::Reader;
use crate::check::{unclosed_fence, unfinished_number, unmarked_section};
use crate::model::ClauseNumber;
use crate::source::Span;

/// A stretch of whole lines that tarmaq's format tells apart.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) kind: SegmentKind,
    /// Its lines, with marks and numbers.
    pub(super) range: Range<usize>,
}

/// The kinds of [`Segment`].
#[derive(Clone, Debug)]
pub(super) enum SegmentKind {
    /// A line that begins with `#`.
    Heading {
        /// How many `#`.
        level: u8,
        /// The number typed at its start.
        number: Option<Typed>,
    },
    /// A clause's number and the paragraphs and lists that follow it.
    Clause(Typed),
    /// A fenced block, and what it holds if it is a form.
    Fence(Fence, Vec<Segment>),
    /// Paragraphs, lists and pipe tables without a number of their own.
    Plain,
}

impl Reader<'_> {
    /// Cuts a range of the text into segments, and covers the marks and numbers they begin with.
    pub(super) fn segments(
        &mut self,
        masked: &mut Masked,
        range: Range<usize>,
        fences: Vec<Fence>,
        numbers: Numbers,
    ) -> Vec<Segment> {
        let mut cutter = Cutter::new(numbers);
        let mut from = range.start;
        let end = range.end;
        for fence in fences {
            cutter.lines(self, masked, from..fence.range.start);
            from = fence.range.end.saturating_add(1).min(end);
            self.report_unclosed(&fence);
            let segment = self.fence_segment(masked, fence);
            cutter.push(segment.kind, segment.range);
            cutter.before = Before::Nothing;
        }
        cutter.lines(self, masked, from..end);
        for segment in &cutter.segments {
            cover_marks(masked, segment);
        }
        cutter.segments
    }

    fn fence_segment(&mut self, masked: &mut Masked, mut fence: Fence) -> Segment {
        let range = fence.range.clone();
        let inner = std::mem::take(&mut fence.inner);
        let inside = match fence.kind {
            FenceKind::Form => {
                self.segments(masked, fence.content.clone(), inner, Numbers::AreWords)
            }
            FenceKind::Table | FenceKind::Code => Vec::new(),
        };
        let kind = SegmentKind::Fence(fence, inside);
        Segment { kind, range }
    }

    fn report_unclosed(&mut self, fence: &Fence) {
        if !fence.closed {
            let span = self.trimmed(fence.range.start..fence.info.end);
            self.report(unclosed_fence::finding(self.file, span));
        }
    }
}

/// Cuts lines into segments.
pub(super) struct Cutter {
    pub(super) numbers: Numbers,
    segments: Vec<Segment>,
    /// The number of the last section or clause.
    pub(super) last_number: Option<ClauseNumber>,
    pub(super) before: Before,
    /// The number of the last line that began as the entry of a counted list.
    pub(super) counted: u16,
    /// Whether the title stands before: a further `#` begins an annex.
    titled: bool,
    /// Where in an annex the lines are; `None` outside.
    pub(super) annex: Option<InAnnex>,
}

/// A place in an annex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InAnnex {
    /// Below its heading, or in a section with a number.
    Numbered,
    /// In a section without a number: what is numbered there are points.
    Unnumbered,
}

impl Cutter {
    fn new(numbers: Numbers) -> Self {
        Self {
            numbers,
            segments: Vec::new(),
            last_number: None,
            before: Before::Nothing,
            counted: 0,
            titled: false,
            annex: None,
        }
    }

    fn lines(&mut self, reader: &mut Reader<'_>, masked: &Masked, range: Range<usize>) {
        if range.start < range.end {
            for line in lines(masked.bytes(), range) {
                self.line(reader, masked.bytes(), line);
            }
        }
    }

    fn line(&mut self, reader: &mut Reader<'_>, bytes: &[u8], line: Range<usize>) {
        let start = line.start + covered_space(&bytes[line.clone()]);
        if start == line.end {
            self.before = Before::Nothing;
        } else if let Some(level) = heading_level(&bytes[start..line.end]) {
            self.heading(reader, bytes, line, start + usize::from(level), level);
        } else {
            if let Some(marks) = unspaced_marks(&bytes[start..line.end]) {
                let span = Span::new(start, start + marks);
                reader.report(unmarked_section::without_space(reader.file, span));
            }
            match self.clause_start(reader, start, &line) {
                Some(number) => {
                    self.last_number = Some(number.value.clone());
                    self.counted = 0;
                    self.push(SegmentKind::Clause(number), line.clone());
                }
                None => self.extend(line.clone()),
            }
            self.before = Before::Text(line);
        }
    }

    fn heading(
        &mut self,
        reader: &mut Reader<'_>,
        bytes: &[u8],
        line: Range<usize>,
        after: usize,
        level: u8,
    ) {
        let words = after + covered_space(&bytes[after..line.end]);
        // In a title, in an annex's heading and in a form a number is a word as any other.
        let counts = level > 1 && self.numbers == Numbers::OpenClauses;
        let typed = counts.then(|| numeral::typed(&reader.source.as_bytes()[..line.end], words));
        let typed = typed.flatten();
        if let Some(number) = &typed
            && !number.stopped
            && self.comes_next(&number.value)
        {
            let span = number.range.clone().into();
            reader.report(unfinished_number::finding(reader.file, span, &number.value));
        }
        let number = typed.filter(|number| number.stopped);
        if let Some(number) = &number {
            self.last_number = Some(number.value.clone());
        } else if level == 1 {
            self.last_number = None;
        }
        if level == 1 && self.numbers == Numbers::OpenClauses {
            self.annex = self.titled.then_some(InAnnex::Numbered);
            self.titled = true;
        } else if level == 2 && self.annex.is_some() {
            self.annex = Some(match number {
                Some(_) => InAnnex::Numbered,
                None => InAnnex::Unnumbered,
            });
        }
        self.counted = 0;
        self.push(SegmentKind::Heading { level, number }, line);
        self.before = Before::Nothing;
    }

    fn push(&mut self, kind: SegmentKind, range: Range<usize>) {
        self.segments.push(Segment { kind, range });
    }

    fn extend(&mut self, line: Range<usize>) {
        match self.segments.last_mut() {
            Some(Segment {
                kind: SegmentKind::Clause(_) | SegmentKind::Plain,
                range,
            }) => range.end = line.end,
            _ => self.push(SegmentKind::Plain, line),
        }
    }
}

/// Covers the `#` of a heading and the number of a heading or clause: they are kept elsewhere.
fn cover_marks(masked: &mut Masked, segment: &Segment) {
    match &segment.kind {
        SegmentKind::Heading { level, number } => {
            let bytes = &masked.bytes()[segment.range.clone()];
            let start = segment.range.start + covered_space(bytes);
            masked.cover(start..start + usize::from(*level), DROP);
            if let Some(number) = number {
                masked.cover(number.range.clone(), DROP);
            }
            if let Some(closing) = closing_marks(masked.bytes(), &segment.range) {
                masked.cover(closing, DROP);
            }
        }
        SegmentKind::Clause(number) => {
            masked.cover(number.range.clone(), DROP);
            masked.cover_bars(number.range.end);
        }
        SegmentKind::Fence(..) | SegmentKind::Plain => {}
    }
}

/// The `#` that a heading may end with, as in `## Title ##`.
fn closing_marks(bytes: &[u8], line: &Range<usize>) -> Option<Range<usize>> {
    let text = bytes[line.clone()].trim_ascii_end();
    let marks = text.iter().rev().take_while(|&&b| b == b'#').count();
    let end = line.start + text.len();
    let spaced = text.get(text.len().checked_sub(marks + 1)?) == Some(&b' ');
    (marks > 0 && spaced).then_some(end - marks..end)
}

/// How many bytes of white space and of covered comments a line begins with.
fn covered_space(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|b| matches!(b, b' ' | b'\t') || **b == DROP)
        .count()
}

/// How many `#` a line begins with when there is a letter or a digit right behind them.
fn unspaced_marks(bytes: &[u8]) -> Option<usize> {
    let marks = bytes.iter().take_while(|&&b| b == b'#').count();
    let word = bytes
        .get(marks)
        .is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
    ((1..=6).contains(&marks) && word).then_some(marks)
}

/// The level of a heading: one to six `#` and then a space or the line's end
/// (<https://spec.commonmark.org/0.31.2/#atx-headings>).
fn heading_level(bytes: &[u8]) -> Option<u8> {
    let level = bytes.iter().take_while(|&&b| b == b'#').count();
    let ends = matches!(bytes.get(level), None | Some(b' ' | b'\t'));
    let level = u8::try_from(level).ok()?;
    (ends && (1..=6).contains(&level)).then_some(level)
}
