use std::ops::Range;

use super::fence::{Fence, FenceKind};
use super::mask::Covered;
use super::numeral::Typed;
use super::reader::Reader;
use super::segments::{Segment, SegmentKind};
use crate::check::missing_title;
use crate::model::{
    Annex, Block, Clause, Code, Division, Heading, Inline, Lang, Numeral, Paragraph, Section, Text,
};
use crate::source::Span;

impl Reader<'_> {
    /// Hangs the segments of a text into one another.
    pub(super) fn outline(
        &mut self,
        masked: Covered<'_>,
        segments: Vec<Segment>,
        lang: &Lang,
    ) -> Text {
        let mut text = Text {
            file: self.file,
            lang: lang.clone(),
            title: None,
            main: Division::default(),
            annexes: Vec::new(),
            aside: None,
        };
        let first = segments.first().map(|segment| segment.range.clone());
        let title =
            |segment: &Segment| matches!(segment.kind, SegmentKind::Heading { level: 1, .. });
        let late = segments.iter().position(title).is_some_and(|at| at > 0);
        for segment in segments {
            self.hang(masked, segment, &mut text);
        }
        let first = first.map_or(Span::at(0), |range| self.trimmed(range));
        let first = self.first_line(first);
        match &text.title {
            None => self.report(missing_title::finding(self.file, first)),
            Some(title) if title.content.is_empty() => {
                self.report(missing_title::finding(self.file, title.span));
            }
            Some(_) if late => self.report(missing_title::late(self.file, first)),
            Some(_) => {}
        }
        text
    }

    fn hang(&mut self, masked: Covered<'_>, segment: Segment, text: &mut Text) {
        let range = segment.range.clone();
        match segment.kind {
            SegmentKind::Heading { level: 1, number } => {
                let heading = self.heading(masked, range, number);
                let is_title = text.title.is_none() && text.annexes.is_empty();
                if is_title {
                    text.title = Some(heading);
                } else {
                    text.annexes.push(Annex {
                        span: heading.span,
                        heading,
                        division: Division::default(),
                    });
                }
            }
            // The number decides, not how many `#` there are: `## 5.1. Title` and `### 5.1. Title`
            // are clauses with a heading of their own.
            SegmentKind::Heading {
                number: Some(number),
                ..
            } if number.value.depth() > 1 => {
                let clause = self.clause(masked, range, number);
                attach(current(text), clause);
            }
            SegmentKind::Heading { level: 2, number }
            | SegmentKind::Heading {
                number: number @ Some(_),
                ..
            } => {
                let heading = self.heading(masked, range, number);
                current(text).sections.push(Section {
                    heading,
                    blocks: Vec::new(),
                    clauses: Vec::new(),
                });
            }
            SegmentKind::Heading {
                level,
                number: None,
            } => {
                let heading = self.subheading(masked, &segment, level);
                append(current(text), vec![Block::Subheading(heading)]);
            }
            SegmentKind::Clause(number) => {
                let clause = self.clause(masked, range, number);
                attach(current(text), clause);
            }
            SegmentKind::Fence(fence, inside) => {
                let block = self.fence(masked, fence, inside);
                append(current(text), vec![block]);
            }
            SegmentKind::Plain => {
                let blocks = self.blocks(masked, range);
                let blocks = self.typed_lists(blocks);
                append(current(text), blocks);
            }
        }
    }

    /// Reads a fenced block of any kind. `inside` is what a form holds.
    pub(super) fn fence(
        &mut self,
        masked: Covered<'_>,
        fence: Fence,
        inside: Vec<Segment>,
    ) -> Block {
        let span = self.trimmed(fence.range);
        match fence.kind {
            FenceKind::Table => Block::Table(self.list_table(masked, fence.content, span)),
            FenceKind::Form => Block::Form(self.form(masked, inside, span)),
            FenceKind::Code => {
                let info = self.words(fence.info).split_whitespace().next();
                Block::Code(Code {
                    language: info.map(str::to_owned),
                    code: self.words(fence.content).to_owned(),
                    span,
                })
            }
        }
    }

    fn heading(
        &mut self,
        masked: Covered<'_>,
        range: Range<usize>,
        number: Option<Typed>,
    ) -> Heading {
        let span = self.trimmed(range.clone());
        let mut content = self.line_content(masked, range);
        let name = self.take_name(&mut content);
        Heading {
            numeral: number.map(|number| self.numeral(number)),
            name,
            content,
            span,
        }
    }

    fn clause(&mut self, masked: Covered<'_>, range: Range<usize>, number: Typed) -> Clause {
        let span = self.trimmed(range.clone());
        let numeral = self.numeral(number);
        let mut blocks = self.blocks(masked, range);
        if !matches!(blocks.first(), Some(Block::Paragraph(first)) if follows(self.source, &numeral, first))
        {
            blocks.insert(0, nothing_after(&numeral));
        }
        let name = match blocks.first_mut() {
            Some(Block::Paragraph(first)) => self.take_name(&mut first.content),
            _ => None,
        };
        let mut blocks = self.typed_lists(blocks);
        if !matches!(blocks.first(), Some(Block::Paragraph(_))) {
            blocks.insert(0, nothing_after(&numeral));
        }
        Clause {
            numeral,
            name,
            blocks,
            clauses: Vec::new(),
            span,
        }
    }

    fn numeral(&self, number: Typed) -> Numeral {
        Numeral {
            typed: self.words(number.range.clone()).to_owned(),
            value: number.value,
            glued: number.glued,
            span: number.range.into(),
        }
    }

    /// The running text of a single line, such as a heading.
    pub(super) fn line_content(&mut self, masked: Covered<'_>, range: Range<usize>) -> Vec<Inline> {
        let blocks = self.blocks(masked, range).into_iter();
        let paragraphs = blocks.filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.content),
            _ => None,
        });
        paragraphs.flatten().collect()
    }
}

/// The empty paragraph of a clause whose words begin further below.
fn nothing_after(numeral: &Numeral) -> Block {
    let span = Span::at(numeral.span.end as usize);
    let content = Vec::new();
    Block::Paragraph(Paragraph { content, span })
}

/// Whether the paragraph begins on the line of the number, or on the next.
fn follows(source: &str, numeral: &Numeral, paragraph: &Paragraph) -> bool {
    let between = numeral.span.end as usize..paragraph.span.start as usize;
    source
        .get(between)
        .is_some_and(|between| between.matches('\n').count() < 2)
}

/// The part of the text that is being read: the last annex, else the main part.
fn current(text: &mut Text) -> &mut Division {
    match text.annexes.last_mut() {
        Some(annex) => &mut annex.division,
        None => &mut text.main,
    }
}

/// Puts blocks at the end of what was read last: a clause of any depth, else a section, else what
/// stands before the first section.
fn append(division: &mut Division, blocks: Vec<Block>) {
    let (own, clauses) = match division.sections.last_mut() {
        Some(section) => (&mut section.blocks, &mut section.clauses),
        None => (&mut division.blocks, &mut division.clauses),
    };
    let place = match clauses.last_mut() {
        Some(clause) => &mut last_below(clause).blocks,
        None => own,
    };
    place.extend(blocks);
}

fn last_below(clause: &mut Clause) -> &mut Clause {
    if clause.clauses.is_empty() {
        return clause;
    }
    let last = clause.clauses.len() - 1;
    last_below(&mut clause.clauses[last])
}

/// Hangs a clause below the last clause whose number its own continues, else into the section.
fn attach(division: &mut Division, clause: Clause) {
    let mut siblings = match division.sections.last_mut() {
        Some(section) => &mut section.clauses,
        None => &mut division.clauses,
    };
    while siblings
        .last()
        .is_some_and(|last| clause.numeral.value.is_below(&last.numeral.value))
    {
        let last = siblings.len() - 1;
        siblings = &mut siblings[last].clauses;
    }
    siblings.push(clause);
}
