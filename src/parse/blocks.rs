use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Options, Parser, Tag};

use super::mask::Covered;
use super::reader::{Reader, around};
use crate::check::broken_table;
use crate::check::unsupported_markup::{self, Markup};
use crate::model::{Block, Code, Inline, InlineKind, Item, List, Paragraph};
use crate::source::Span;

/// Lists deeper than this are read as plain words: no policy has them, and the stack has an end.
const DEEPEST: usize = 10;

/// What pulldown-cmark sees in a range of the covered copy, by place in the whole text.
pub(super) struct Events<'m> {
    events: Peekable<OffsetIter<'m>>,
    base: usize,
}

impl<'m> Events<'m> {
    fn new(masked: Covered<'m>, range: Range<usize>) -> Self {
        let base = range.start;
        let text = masked.get(range);
        // Smart punctuation stays off: it would rewrite the quotes and dashes of approved text.
        let parser = Parser::new_ext(text, Options::ENABLE_TABLES);
        Self {
            events: parser.into_offset_iter().peekable(),
            base,
        }
    }

    pub(super) fn next(&mut self) -> Option<(Event<'m>, Range<usize>)> {
        let (event, range) = self.events.next()?;
        Some((event, self.base + range.start..self.base + range.end))
    }

    pub(super) fn peek(&mut self) -> Option<&Event<'m>> {
        self.events.peek().map(|(event, _)| event)
    }

    /// Passes over all events up to the end of the element that was just begun.
    pub(super) fn skip_element(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

impl Reader<'_> {
    /// Reads a range of whole lines as paragraphs, lists and pipe tables.
    pub(super) fn blocks(&mut self, masked: Covered<'_>, range: Range<usize>) -> Vec<Block> {
        let words = self.words_alone(masked, range.clone());
        words.unwrap_or_else(|| self.markdown(masked, range))
    }

    /// The same for any range.
    pub(super) fn markdown(&mut self, masked: Covered<'_>, range: Range<usize>) -> Vec<Block> {
        let mut events = Events::new(masked, range);
        let mut blocks = Vec::new();
        // One run reads the whole range, unless an end without a beginning stops it.
        while events.peek().is_some() {
            blocks.append(&mut self.block_run(masked, &mut events, 0));
            events.next();
        }
        blocks
    }

    /// Reads blocks up to the end of the element they stand in, which is left to the caller.
    fn block_run(
        &mut self,
        masked: Covered<'_>,
        events: &mut Events<'_>,
        depth: usize,
    ) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = events.peek() {
            match event {
                Event::End(_) => break,
                event if is_inline(event) => {
                    let content = self.inlines(masked, events);
                    self.push_paragraph(&mut blocks, content);
                }
                _ => {
                    if let Some((event, range)) = events.next() {
                        self.block(masked, events, (event, range), depth, &mut blocks);
                    }
                }
            }
        }
        blocks
    }

    fn block(
        &mut self,
        masked: Covered<'_>,
        events: &mut Events<'_>,
        (event, range): (Event<'_>, Range<usize>),
        depth: usize,
        blocks: &mut Vec<Block>,
    ) {
        match event {
            Event::Start(_) if depth >= DEEPEST => {
                events.skip_element();
                let span = self.trimmed(range);
                self.unsupported(Markup::TooDeep, self.first_line(span));
                self.push_words(blocks, span);
            }
            Event::Start(Tag::Paragraph) => {
                let content = self.inlines(masked, events);
                events.next();
                self.push_paragraph(blocks, content);
            }
            Event::Start(Tag::Heading { .. }) => {
                let span = self.trimmed(range);
                match self.words(span.range()).starts_with('#') {
                    true => self.unsupported(Markup::HeadingInside, span),
                    false => self.unsupported(Markup::Underline, self.last_line(span)),
                }
                let content = self.inlines(masked, events);
                events.next();
                self.push_paragraph(blocks, content);
            }
            Event::Start(Tag::List(_)) => {
                let span = self.trimmed(range);
                let items = self.items(masked, events, depth);
                let span = around(span, items.iter().map(|item| item.span));
                blocks.push(Block::List(List { items, span }));
            }
            // The mask leaves no line so deep that it would be code; should one be left, its words
            // stay.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                events.skip_element();
                let span = self.trimmed(range);
                self.push_words(blocks, span);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let span = self.trimmed(range.clone());
                self.unsupported(Markup::FenceInside, self.first_line(span));
                blocks.push(self.fenced_inside(events, &info, span));
            }
            Event::Start(Tag::Table(_)) => {
                let (table, below) = self.pipe_table(masked, events, range);
                blocks.push(Block::Table(table));
                self.push_paragraph(blocks, below);
            }
            Event::Start(_) => {
                let span = self.trimmed(range);
                self.unsupported(Markup::Other, self.first_line(span));
                blocks.append(&mut self.block_run(masked, events, depth + 1));
                events.next();
            }
            _ => {
                let span = self.trimmed(range);
                self.unsupported(Markup::Line, span);
                self.push_words(blocks, span);
            }
        }
    }

    fn items(&mut self, masked: Covered<'_>, events: &mut Events<'_>, depth: usize) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, range)) = events.next() {
            if !matches!(event, Event::Start(_)) {
                break;
            }
            let span = self.trimmed(range);
            let blocks = self.block_run(masked, events, depth + 1);
            let blocks = self.typed_lists(blocks);
            events.next();
            let span = around(span, blocks.iter().map(Block::span));
            items.push(Item {
                marker: None,
                blocks,
                span,
            });
        }
        items
    }

    fn fenced_inside(&mut self, events: &mut Events<'_>, info: &str, span: Span) -> Block {
        let mut code = String::new();
        while let Some((Event::Text(_), range)) = events.next() {
            code.push_str(self.words(range));
        }
        Block::Code(Code {
            language: Some(info.to_owned()).filter(|info| !info.is_empty()),
            code,
            span,
        })
    }

    pub(super) fn push_paragraph(&mut self, blocks: &mut Vec<Block>, content: Vec<Inline>) {
        let (Some(first), Some(last)) = (content.first(), content.last()) else {
            return;
        };
        let span = first.span.to(last.span);
        if self.words(span.range()).starts_with('|') {
            let finding = broken_table::no_table(self.file, self.first_line(span));
            self.report(finding);
        }
        blocks.push(Block::Paragraph(Paragraph { content, span }));
    }

    /// Keeps the words of a range that has no better reading.
    fn push_words(&mut self, blocks: &mut Vec<Block>, span: Span) {
        let words = self.words(span.range()).replace('\n', " ");
        if !words.is_empty() {
            let kind = InlineKind::Text(words.into());
            let content = vec![Inline { kind, span }];
            blocks.push(Block::Paragraph(Paragraph { content, span }));
        }
    }

    pub(super) fn unsupported(&mut self, markup: Markup, span: Span) {
        self.report(unsupported_markup::finding(self.file, span, markup));
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(_) | Event::Rule => false,
        _ => true,
    }
}
