use std::ops::Range;

use super::fence::{self, FenceKind, Opening};
use super::lines::lines;
use super::mask::{DROP, Masked};
use super::numeral::{self, Typed};
use super::reader::Reader;
use crate::check::{ambiguous_number, unclosed_fence, unfinished_number, unmarked_section};
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
    /// A fenced block.
    Fence(Fence),
    /// Paragraphs, lists and pipe tables without a number of their own.
    Plain,
}

/// A fenced block.
#[derive(Clone, Debug)]
pub(super) struct Fence {
    pub(super) kind: FenceKind,
    /// The word after the opening fence.
    pub(super) info: Range<usize>,
    /// The lines between the fences.
    pub(super) content: Range<usize>,
    /// What a form holds.
    pub(super) segments: Vec<Segment>,
}

/// Whether numbers at the start of lines open clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// They do: in the text itself.
    OpenClauses,
    /// They are words as any other: inside a form.
    AreWords,
}

impl Reader<'_> {
    /// Cuts a range of the text into segments, and covers the marks and numbers they begin with.
    pub(super) fn segments(
        &mut self,
        masked: &mut Masked,
        range: Range<usize>,
        numbers: Numbers,
    ) -> Vec<Segment> {
        let mut cutter = Cutter {
            numbers,
            segments: Vec::new(),
            open: None,
            last_number: None,
            before: Before::Nothing,
        };
        for line in lines(masked.bytes(), range.clone()) {
            cutter.line(self, masked.bytes(), line);
        }
        if let Some(opening) = &cutter.open {
            let info = opening.info.clone();
            let start = self.source[..info.start].rfind('\n').map_or(0, |at| at + 1);
            let span = Span::new(start, info.end);
            self.report(unclosed_fence::finding(self.file, span));
        }
        let mut segments = cutter.segments;
        for segment in &mut segments {
            cover_marks(masked, segment);
            if let SegmentKind::Fence(fence) = &mut segment.kind
                && fence.kind == FenceKind::Form
            {
                let content = fence.content.clone();
                fence.segments = self.segments(masked, content, Numbers::AreWords);
            }
        }
        segments
    }
}

/// What stood on the line before.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Before {
    /// Nothing, or a line that belongs to no paragraph.
    Nothing,
    /// A line of text.
    Text(Range<usize>),
}

struct Cutter {
    numbers: Numbers,
    segments: Vec<Segment>,
    /// The fenced block that is open.
    open: Option<Opening>,
    /// The number of the last section or clause.
    last_number: Option<ClauseNumber>,
    before: Before,
}

impl Cutter {
    fn line(&mut self, reader: &mut Reader<'_>, bytes: &[u8], line: Range<usize>) {
        if let Some(opening) = &self.open {
            let closes = fence::closes(bytes, &line, opening);
            self.extend_fence(&line, closes);
            return;
        }
        let start = line.start + covered_space(&bytes[line.clone()]);
        if start == line.end {
            self.before = Before::Nothing;
        } else if let Some(level) = heading_level(&bytes[start..line.end]) {
            self.heading(bytes, line, start, level);
        } else if let Some(opening) = fence::opening(bytes, &line) {
            self.open_fence(reader, line, opening);
        } else {
            match self.clause_start(reader, bytes, start, &line) {
                Some(number) => {
                    self.last_number = Some(number.value.clone());
                    self.push(SegmentKind::Clause(number), line.clone());
                }
                None => self.extend(line.clone()),
            }
            self.before = Before::Text(line);
        }
    }

    fn heading(&mut self, bytes: &[u8], line: Range<usize>, start: usize, level: u8) {
        let after = start + usize::from(level);
        let words = after + covered_space(&bytes[after..line.end]);
        let number = numeral::typed(&bytes[..line.end], words).filter(|n| n.stopped);
        if let Some(number) = &number {
            self.last_number = Some(number.value.clone());
        } else if level == 1 {
            self.last_number = None;
        }
        self.push(SegmentKind::Heading { level, number }, line);
        self.before = Before::Nothing;
    }

    fn open_fence(&mut self, reader: &Reader<'_>, line: Range<usize>, opening: Opening) {
        let info = opening.info.clone();
        let kind = match FenceKind::of(reader.words(info.clone())) {
            // A form holds no other form.
            FenceKind::Form if self.numbers == Numbers::AreWords => FenceKind::Code,
            kind => kind,
        };
        let below = (line.end + 1).min(reader.source.len());
        let fence = Fence {
            kind,
            info,
            content: below..below,
            segments: Vec::new(),
        };
        self.push(SegmentKind::Fence(fence), line);
        self.open = Some(opening);
        self.before = Before::Nothing;
    }

    fn extend_fence(&mut self, line: &Range<usize>, closes: bool) {
        if let Some(segment) = self.segments.last_mut() {
            segment.range.end = line.end;
            if let SegmentKind::Fence(fence) = &mut segment.kind
                && !closes
            {
                fence.content.end = line.end;
            }
        }
        if closes {
            self.open = None;
        }
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

    /// The number that makes this line the first of a clause. After an empty line any number does.
    /// Right below other text it may as well be a reference that was wrapped («… в пункте / 4.5.
    /// настоящей Политики»): then it opens a clause when it is the number that has to come next,
    /// or when the line above ends as a clause does.
    fn clause_start(
        &mut self,
        reader: &mut Reader<'_>,
        bytes: &[u8],
        start: usize,
        line: &Range<usize>,
    ) -> Option<Typed> {
        if self.numbers == Numbers::AreWords || !bytes[start].is_ascii_digit() {
            return None;
        }
        // A full stop that was covered at the start of the line is still a full stop.
        let number = numeral::typed(&reader.source.as_bytes()[..line.end], start)?;
        let span = Span::from(number.range.clone());
        let comes_next = self.comes_next(&number.value);
        let ended = match &self.before {
            Before::Nothing => true,
            Before::Text(above) => ends_a_clause(reader.words(above.clone())),
        };
        if number.value.depth() == 1 {
            let words = reader.words(number.range.end..line.end).trim_start();
            let capital = words.chars().next().is_some_and(char::is_uppercase);
            if number.stopped && comes_next && ended && capital {
                reader.report(unmarked_section::finding(reader.file, span, &number.value));
            }
            return None;
        }
        if !number.stopped {
            if comes_next && ended {
                reader.report(unfinished_number::finding(reader.file, span, &number.value));
            }
            return None;
        }
        if self.before == Before::Nothing || (comes_next && ended) {
            return Some(number);
        }
        let opens = comes_next || ended;
        reader.report(ambiguous_number::finding(
            reader.file,
            span,
            &number.value,
            opens,
        ));
        opens.then_some(number)
    }

    fn comes_next(&self, number: &ClauseNumber) -> bool {
        match &self.last_number {
            Some(last) => number.may_follow(last),
            None => number.last() == 1,
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
        SegmentKind::Clause(number) => masked.cover(number.range.clone(), DROP),
        SegmentKind::Fence(_) | SegmentKind::Plain => {}
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

/// The level of a heading: one to six `#` and then a space or the line's end
/// (<https://spec.commonmark.org/0.31.2/#atx-headings>).
fn heading_level(bytes: &[u8]) -> Option<u8> {
    let level = bytes.iter().take_while(|&&b| b == b'#').count();
    let ends = matches!(bytes.get(level), None | Some(b' ' | b'\t'));
    let level = u8::try_from(level).ok()?;
    (ends && (1..=6).contains(&level)).then_some(level)
}

fn ends_a_clause(line: &str) -> bool {
    line.trim_end().ends_with(['.', ';', ':', '!', '?'])
}
