use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::blocks::Events;
use super::mask::{Covered, DROP, KEEP, is_invisible};
use super::reader::Reader;
use crate::check::unsupported_markup::Markup;
use crate::check::{
    control_character, invisible_break, line_end_hyphen, raw_html, stray_backslash,
};
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
        let mut inner = Run {
            in_link: run.in_link || matches!(tag, Tag::Link { .. }),
            ..Run::default()
        };
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
    fn text(&mut self, masked: Covered<'_>, run: &mut Run, event: &str, range: Range<usize>) {
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

/// Running text in the making.
#[derive(Default)]
struct Run {
    done: Vec<Inline>,
    /// The piece of text at the end, and where it stands: letter by letter, but for line ends,
    /// which are spaces.
    text: String,
    span: Option<Span>,
    /// The place of a line end that is not decided on yet.
    wrap: Option<Range<usize>>,
    in_link: bool,
}

impl Run {
    fn text(&mut self, reader: &mut Reader<'_>, words: &str, range: Range<usize>) {
        self.settle_wrap(reader, words);
        let span = Span::from(range);
        if words.len() != span.range().len() {
            // Not letter by letter what stands in the file: it stays a piece of its own.
            self.flush(reader);
            let kind = InlineKind::Text(words.to_owned());
            return self.done.push(Inline { kind, span });
        }
        match &mut self.span {
            Some(own) if own.end == span.start => *own = own.to(span),
            Some(_) => {
                self.flush(reader);
                self.span = Some(span);
            }
            None => self.span = Some(span),
        }
        self.text.push_str(words);
    }

    fn wrap(&mut self, range: Range<usize>) {
        self.wrap = Some(range);
    }

    /// A line end is a space, but for a word broken at its hyphen («Веб-» / «сайт»).
    fn settle_wrap(&mut self, reader: &mut Reader<'_>, next: &str) {
        let Some(range) = self.wrap.take() else {
            return;
        };
        let mut tail = self.text.chars().rev();
        let hyphen = tail.next() == Some('-') && tail.next().is_some_and(char::is_alphabetic);
        if hyphen && next.starts_with(char::is_lowercase) {
            let line = &reader.source[..range.start];
            let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
            let start = line.len() - word.len();
            let fits = |c: char| c.is_alphanumeric() || c == '-';
            let length = next.find(|c| !fits(c)).unwrap_or(next.len());
            let joined = format!("{}{}", &line[start..], &next[..length]);
            let span = Span::new(start, range.start);
            reader.report(line_end_hyphen::finding(reader.file, span, &joined));
            return;
        }
        if let Some(span) = &mut self.span
            && span.end as usize == range.start
            && range.len() == 1
        {
            self.text.push(' ');
            span.end += 1;
            return;
        }
        self.flush(reader);
        let begins = matches!(
            self.done.last().map(|last| &last.kind),
            None | Some(InlineKind::Break)
        );
        if !begins {
            let kind = InlineKind::Text(" ".to_owned());
            let span = range.into();
            self.done.push(Inline { kind, span });
        }
    }

    fn push(&mut self, reader: &mut Reader<'_>, kind: InlineKind, range: Range<usize>) {
        match kind {
            InlineKind::Break => self.wrap = None,
            _ => self.settle_wrap(reader, ""),
        }
        self.flush(reader);
        let span = range.into();
        self.done.push(Inline { kind, span });
    }

    fn extend(&mut self, reader: &mut Reader<'_>, content: Vec<Inline>) {
        self.settle_wrap(reader, "");
        self.flush(reader);
        self.done.extend(content);
    }

    /// The backslash that the text ends in, unless it is an escaped one.
    fn backslash(&self, reader: &Reader<'_>) -> Option<Span> {
        let end = self.span.filter(|_| self.text.ends_with('\\'))?.end as usize;
        let before = reader.words(0..end);
        let count = before.bytes().rev().take_while(|&b| b == b'\\').count();
        (count % 2 == 1).then(|| Span::new(end - 1, end))
    }

    /// Takes off a backslash that spaces follow: it was meant to break the line.
    fn take_backslash(&mut self, reader: &mut Reader<'_>) -> bool {
        let Some(span) = self.backslash(reader) else {
            return false;
        };
        self.shorten();
        reader.report(stray_backslash::before_space(reader.file, span));
        true
    }

    /// Takes off a backslash at the end, below which there is no line.
    fn drop_backslash(&mut self, reader: &mut Reader<'_>) {
        if let Some(span) = self.backslash(reader) {
            self.shorten();
            reader.report(stray_backslash::at_end(reader.file, span));
        }
    }

    fn shorten(&mut self) {
        self.text.pop();
        if let Some(span) = &mut self.span {
            span.end -= 1;
        }
    }

    fn ends_in_space(&self) -> bool {
        self.text.ends_with(' ')
    }

    /// Ends the piece of text in the making, with its addresses as links and its blanks.
    fn flush(&mut self, reader: &mut Reader<'_>) {
        let (Some(span), text) = (self.span.take(), std::mem::take(&mut self.text)) else {
            return;
        };
        match self.in_link {
            true => reader.split_blanks(&text, span, &mut self.done),
            false => reader.split_addresses(&text, span, &mut self.done),
        }
    }

    fn finish(mut self, reader: &mut Reader<'_>) -> Vec<Inline> {
        self.flush(reader);
        trim(&mut self.done);
        self.done
    }
}

/// Takes the white space and the line breaks off the ends of a piece of running text.
pub(super) fn trim(content: &mut Vec<Inline>) {
    let is_empty = |inline: &Inline| match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::Break => true,
        _ => false,
    };
    while content.pop_if(|last| is_empty(last)).is_some() {}
    let words = content.iter().position(|inline| !is_empty(inline));
    content.drain(..words.unwrap_or_default());
    if let Some(Inline {
        kind: InlineKind::Text(text),
        span,
    }) = content.first_mut()
    {
        let space = text.len() - text.trim_start().len();
        text.drain(..space);
        span.start = (span.start + Span::at(space).start).min(span.end);
    }
    if let Some(Inline {
        kind: InlineKind::Text(text),
        span,
    }) = content.last_mut()
    {
        let length = text.trim_end().len();
        let space = text.len() - length;
        text.truncate(length);
        span.end = span
            .end
            .saturating_sub(Span::at(space).start)
            .max(span.start);
    }
}
