use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Options, Parser, Tag};

use super::mask::{Covered, DROP};
use super::reader::Reader;
use crate::check::unsupported_markup::{self, Markup};
use crate::model::{Block, Code, Inline, InlineKind, Item, List, Paragraph};
use crate::source::Span;

/// Lists deeper than this are read as plain words: no policy has them, and the stack has an end.
const DEEPEST: usize = 24;

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
                self.unsupported(Markup::TooDeep, range.clone());
                self.push_words(blocks, range);
            }
            Event::Start(Tag::Paragraph) => {
                let content = self.inlines(masked, events);
                events.next();
                self.push_paragraph(blocks, content);
            }
            Event::Start(Tag::Heading { .. }) => {
                let markup = match self.words(range.clone()).trim_start().starts_with('#') {
                    true => Markup::HeadingInside,
                    false => Markup::Underline,
                };
                self.unsupported(markup, range);
                let content = self.inlines(masked, events);
                events.next();
                self.push_paragraph(blocks, content);
            }
            Event::Start(Tag::List(_)) => {
                let span = self.trimmed(range);
                let items = self.items(masked, events, depth);
                blocks.push(Block::List(List { items, span }));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                events.skip_element();
                blocks.append(&mut self.indented(masked, range));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                self.unsupported(Markup::FenceInside, range.clone());
                blocks.push(self.fenced_inside(events, &info, range));
            }
            Event::Start(Tag::Table(_)) => {
                let table = self.pipe_table(masked, events, range);
                blocks.push(Block::Table(table));
            }
            Event::Start(_) => {
                self.unsupported(Markup::Other, range);
                blocks.append(&mut self.block_run(masked, events, depth + 1));
                events.next();
            }
            _ => {
                self.unsupported(Markup::Line, range.clone());
                self.push_words(blocks, range);
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
            events.next();
            items.push(Item {
                marker: None,
                blocks,
                span,
            });
        }
        items
    }

    /// Four leading spaces are code to Markdown; to a lawyer they are an indent. The lines are read
    /// again without it: a line that begins with a bullet becomes an item, others flow together.
    fn indented(&mut self, masked: Covered<'_>, range: Range<usize>) -> Vec<Block> {
        let start = self.source[..range.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let mut flat = String::with_capacity(range.end - start);
        for line in masked.get(start..range.end).split_inclusive('\n') {
            let words = line.trim_start_matches([' ', '\t']);
            let cover = match words.starts_with("- ") || words.starts_with("* ") {
                true => '\n',
                false => char::from(DROP),
            };
            flat.extend(std::iter::repeat_n(cover, line.len() - words.len()));
            flat.push_str(words);
        }
        self.blocks(Covered::new(&flat, start), start..range.end)
    }

    fn fenced_inside(&mut self, events: &mut Events<'_>, info: &str, range: Range<usize>) -> Block {
        let mut code = String::new();
        while let Some((Event::Text(_), range)) = events.next() {
            code.push_str(self.words(range));
        }
        Block::Code(Code {
            language: Some(info.to_owned()).filter(|info| !info.is_empty()),
            code,
            span: range.into(),
        })
    }

    fn push_paragraph(&mut self, blocks: &mut Vec<Block>, content: Vec<Inline>) {
        let (Some(first), Some(last)) = (content.first(), content.last()) else {
            return;
        };
        let span = first.span.to(last.span);
        blocks.push(Block::Paragraph(Paragraph { content, span }));
    }

    /// Keeps the words of a range that has no better reading.
    fn push_words(&mut self, blocks: &mut Vec<Block>, range: Range<usize>) {
        let span = self.trimmed(range);
        let words = self.words(span.range()).replace('\n', " ");
        if !words.is_empty() {
            let kind = InlineKind::Text(words);
            let content = vec![Inline { kind, span }];
            blocks.push(Block::Paragraph(Paragraph { content, span }));
        }
    }

    /// The span of a range without the white space at its ends.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Span {
        let words = self.words(range.clone());
        let start = range.start + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }

    pub(super) fn unsupported(&mut self, markup: Markup, range: Range<usize>) {
        let span = self.trimmed(range);
        self.report(unsupported_markup::finding(self.file, span, markup));
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(_) | Event::Rule => false,
        _ => true,
    }
}
