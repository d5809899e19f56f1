use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::blocks::Events;
use super::mask::{Covered, DROP, KEEP, is_invisible};
use super::reader::Reader;
use super::run::Run;
use crate::check::unsupported_markup::Markup;
use crate::check::{control_character, invisible_break, raw_html};
use crate::model::{Inline, InlineKind};
use crate::source::Span;

/// Marks nested deeper than this are read through: their words stay, the marks do not.
const DEEPEST: usize = 8;

impl Reader<'_> {
    /// Reads running text up to the end of the element it stands in, or up to the next block;
    /// either is left to the caller.
    pub(super) fn inlines(&mut self, masked: Covered<'_>, events: &mut Events<'_>) -> Vec<Inline> {
        let mut run = Run::default();
        self.inline_run(masked, events, &mut run, 0);
        run.drop_backslash(self);
        run.finish(self)
    }

    fn inline_run(
        &mut self,
        masked: Covered<'_>,
        events: &mut Events<'_>,
        run: &mut Run,
        depth: usize,
    ) {
        // Elements that are read through, because they stand too deep.
        let mut through = 0;
        while let Some(event) = events.peek() {
            match event {
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
                    if depth > 0 => {}
                Event::End(_) | Event::Rule => return,
                Event::Start(
                    Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. },
                ) => {}
                Event::Start(_) => return,
                _ => {}
            }
            let Some((event, range)) = events.next() else {
                return;
            };
            match event {
                Event::End(_) if through > 0 => through -= 1,
                Event::End(_) => return,
                Event::Start(_) if depth >= DEEPEST => through += 1,
                Event::Start(tag) => self.element(masked, events, run, (tag, range), depth),
                Event::Text(text) => self.text(masked, run, &text, range),
                Event::Code(_) => {
                    let code = self
                        .words(range.clone())
                        .trim_matches('`')
                        .replace('\n', " ");
                    run.push(self, InlineKind::Code(code.trim().to_owned()), range);
                }
                Event::SoftBreak if run.take_backslash(self) => {
                    run.push(self, InlineKind::Break, range);
                }
                Event::SoftBreak => run.wrap(range),
                Event::HardBreak if self.words(range.clone()).starts_with('\\') => {
                    run.push(self, InlineKind::Break, range);
                }
                Event::HardBreak if run.take_backslash(self) => {
                    run.push(self, InlineKind::Break, range);
                }
                Event::HardBreak => {
                    let spaces = range.start..range.end.saturating_sub(1).max(range.start);
                    self.report(invisible_break::finding(self.file, spaces.into()));
                    run.wrap(range);
                }
                _ => {
                    let text = self.words(range.clone()).to_owned();
                    run.text(self, &text, range);
                }
            }
        }
    }

    /// Reads bold, italic, links and images, each with its content.
    fn element(
        &mut self,
        masked: Covered<'_>,
        events: &mut Events<'_>,
        run: &mut Run,
        (tag, range): (Tag<'_>, Range<usize>),
        depth: usize,
    ) {
        let mut inner = Run::default();
        inner.in_link = run.in_link || matches!(tag, Tag::Link { .. });
        self.inline_run(masked, events, &mut inner, depth + 1);
        let content = inner.finish(self);
        match tag {
            Tag::Strong => run.push(self, InlineKind::Strong(content), range),
            Tag::Emphasis => run.push(self, InlineKind::Emphasis(content), range),
            Tag::Link {
                dest_url,
                link_type,
                ..
            } => {
                let dest_url = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}").into(),
                    _ => dest_url,
                };
                let target = self.link_target(masked, &dest_url, range.clone());
                match target {
                    Some(target) => run.push(self, InlineKind::Link { target, content }, range),
                    None => run.extend(self, content),
                }
            }
            _ => {
                self.unsupported(Markup::Image, range.into());
                run.extend(self, content);
            }
        }
    }

    /// The words of a text event. Where the covered copy says the same as the event, the words are
    /// the text's own, without what is dropped; where not, Markdown resolved an entity.
    pub(super) fn text(
        &mut self,
        masked: Covered<'_>,
        run: &mut Run,
        event: &str,
        range: Range<usize>,
    ) {
        let copy = masked.get(range.clone());
        if copy != event {
            self.report_hidden(event, &range);
            return run.text(self, event, range);
        }
        self.report_raw_html(copy, range.clone());
        if !copy.as_bytes().contains(&DROP) {
            let words = self.words(range.clone());
            return run.text(self, words, range);
        }
        let mut from = range.start;
        for part in copy.split(char::from(DROP)) {
            let part = from..from + part.len();
            from = part.end + 1;
            if !part.is_empty() {
                let mut words = self.words(part.clone());
                // A comment between two spaces leaves one.
                if words.starts_with(' ') && run.ends_in_space() {
                    words = &words[1..];
                }
                run.text(self, words, part.end - words.len()..part.end);
            }
        }
    }

    /// Reports a character that was written as an entity and that no page can show.
    fn report_hidden(&mut self, event: &str, range: &Range<usize>) {
        if let Some(hidden) = event.chars().find(|c| is_invisible(*c)) {
            let span = range.clone().into();
            self.report(control_character::finding(self.file, span, hidden, 1));
        }
    }

    fn report_raw_html(&mut self, copy: &str, range: Range<usize>) {
        for (at, _) in copy.match_indices(char::from(KEEP)) {
            let start = range.start + at;
            if let Some(length) = raw_html::tag_length(&self.source[start..]) {
                let span = Span::new(start, start + length);
                self.report(raw_html::finding(self.file, span, self.words(span.range())));
            }
        }
    }
}
