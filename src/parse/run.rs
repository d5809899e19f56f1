use std::ops::Range;

use super::reader::Reader;
use crate::check::{line_end_hyphen, stray_backslash};
use crate::model::{Inline, InlineKind};
use crate::source::Span;

/// Running text in the making.
#[derive(Default)]
pub(super) struct Run {
    done: Vec<Inline>,
    /// The piece of text at the end, and where it stands: letter by letter, but for line ends,
    /// which are spaces.
    text: String,
    span: Option<Span>,
    /// The place of a line end that is not decided on yet.
    wrap: Option<Range<usize>>,
    /// Whether it is the words of a link, in which addresses are words.
    pub(super) in_link: bool,
}

impl Run {
    /// Adds words, read from a range of the file.
    pub(super) fn text(&mut self, reader: &mut Reader<'_>, words: &str, range: Range<usize>) {
        self.settle_wrap(reader, words);
        let span = Span::from(range);
        if words.len() != span.range().len() {
            // Not letter by letter what stands in the file: it stays a piece of its own.
            self.flush(reader);
            let kind = InlineKind::Text(words.to_owned().into());
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

    /// Notes a line end of the file; what it means shows with what follows.
    pub(super) fn wrap(&mut self, range: Range<usize>) {
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
            let kind = InlineKind::Text(" ".to_owned().into());
            let span = range.into();
            self.done.push(Inline { kind, span });
        }
    }

    /// Adds anything but words.
    pub(super) fn push(&mut self, reader: &mut Reader<'_>, kind: InlineKind, range: Range<usize>) {
        match kind {
            InlineKind::Break => self.wrap = None,
            _ => self.settle_wrap(reader, ""),
        }
        self.flush(reader);
        let span = range.into();
        self.done.push(Inline { kind, span });
    }

    /// Adds running text that was read already.
    pub(super) fn extend(&mut self, reader: &mut Reader<'_>, content: Vec<Inline>) {
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
    pub(super) fn take_backslash(&mut self, reader: &mut Reader<'_>) -> bool {
        let Some(span) = self.backslash(reader) else {
            return false;
        };
        self.shorten();
        reader.report(stray_backslash::before_space(reader.file, span));
        true
    }

    /// Takes off a backslash at the end, below which there is no line.
    pub(super) fn drop_backslash(&mut self, reader: &mut Reader<'_>) {
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

    /// Whether the words so far end in a space.
    pub(super) fn ends_in_space(&self) -> bool {
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
        // Its room serves the next piece.
        self.text = text;
        self.text.clear();
    }

    /// The running text, without white space at its ends.
    pub(super) fn finish(mut self, reader: &mut Reader<'_>) -> Vec<Inline> {
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
        *text = text.part(space..text.len());
        span.start = (span.start + Span::at(space).start).min(span.end);
    }
    if let Some(Inline {
        kind: InlineKind::Text(text),
        span,
    }) = content.last_mut()
    {
        let length = text.trim_end().len();
        let space = text.len() - length;
        *text = text.part(0..length);
        span.end = span
            .end
            .saturating_sub(Span::at(space).start)
            .max(span.start);
    }
}
