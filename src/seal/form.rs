//! The canonical plain form of a unit: what a reader sees of it, and nothing else.
//!
//! It is text in UTF-8, a line for each part of the unit; each line ends in one line feed (U+000A). A
//! line is an indent, a word that says what the part is, and, if the part has words, a space and the
//! words. The indent is two spaces for each part around it.
//!
//! | line | part |
//! |---|---|
//! | `title Privacy policy` | the title of the text |
//! | `annex Annex No. 1` | the heading of an annex |
//! | `section 3. Application` | the heading of a section: its number as typed, then its words |
//! | `clause 3.1. This Policy …` | a clause: its number as typed, then the words of its first paragraph |
//! | `name right-to-know` | the stable name of the unit, on the line after its first |
//! | `text Words.` | a paragraph |
//! | `heading3 Words` | a heading inside the unit, of that depth |
//! | `list`, below it `bullet Words;` or `item 1) Words;` | a list and its items; a typed marker stands before the words |
//! | `table`, below it `row`, below it `cell Words` | a table; its first row is the head |
//! | `form` | a form; its parts stand below it |
//! | `left City`, then `right Date` | a line of a form with two ends |
//! | `code rust`, below it `line fn main() {}` | a block of code, line by line, with all its spaces |
//!
//! Where an item or a cell begins with a paragraph, its words stand on the line of the item or cell;
//! what else it holds stands below it. A number and the words after it have a space between them
//! exactly if they had one when they were typed. Paragraphs without words are left out.
//!
//! Of words, Unicode's normalization form C is taken. A run of white space (Unicode's property
//! `White_Space`) is one space; there is none at the beginning, at the end and beside a line break. `&`,
//! `<`, `>` and `"` are written `&amp;`, `&lt;`, `&gt;` and `&quot;`. Marks are written `<b>…</b>` (bold),
//! `<i>…</i>` (italics), `<code>…</code>` and `<a href="target">…</a>`; white space goes before an opening
//! mark and behind a closing one, and marks around nothing are left out. An address that is a link
//! only because it is an address (its target is the words themselves, `mailto:` and the words, or
//! `tel:+` and their digits) is plain words. A line break within a paragraph is ` <br> `; a blank is as
//! many underscores as were typed.

use super::letters::{escape, is_canonical, normalized};
use crate::align::{Unit, UnitKind};
use crate::model::{Block, Inline, InlineKind, Item, List, Numeral, Table, plain};
use crate::source::Span;

/// The canonical plain form of a unit.
pub fn form(unit: &Unit<'_>) -> String {
    write(unit, None).0
}

/// The canonical plain form of a unit, and where in the file its words were read: for places in the
/// form, in ascending order, the place in the file.
pub fn form_with_places(unit: &Unit<'_>) -> (String, Vec<(usize, Span)>) {
    write(unit, Some(Vec::new()))
}

fn write(unit: &Unit<'_>, places: Option<Vec<(usize, Span)>>) -> (String, Vec<(usize, Span)>) {
    let mut writer = Writer {
        out: String::new(),
        space: false,
        breaks: 0,
        opens: Vec::new(),
        places,
    };
    writer.unit(unit);
    (writer.out, writer.places.unwrap_or_default())
}

/// Writes lines; holds back what may turn out to stand before nothing.
struct Writer {
    out: String,
    /// Whether white space came before what is written next.
    space: bool,
    /// Line breaks that came before what is written next.
    breaks: usize,
    /// Opening marks that came before what is written next.
    opens: Vec<String>,
    places: Option<Vec<(usize, Span)>>,
}

impl Writer {
    fn unit(&mut self, unit: &Unit<'_>) {
        let kind = match unit.kind {
            UnitKind::Title => "title",
            UnitKind::Annex(_) => "annex",
            UnitKind::Section(_) | UnitKind::Unnumbered(_) => "section",
            UnitKind::Clause(_) => "clause",
        };
        self.begin(0, kind);
        if let Some(numeral) = unit.numeral {
            self.number(numeral);
        }
        let mut blocks = unit.blocks;
        match (unit.kind, unit.heading, blocks) {
            (UnitKind::Clause(_), _, [Block::Paragraph(first), rest @ ..]) => {
                self.inlines(&first.content);
                blocks = rest;
            }
            (_, Some(heading), _) => self.inlines(&heading.content),
            _ => {}
        }
        self.end();
        if let Some(name) = unit.name {
            self.begin(0, "name");
            self.text(name, unit.span);
            self.end();
        }
        self.blocks(0, blocks);
    }

    fn number(&mut self, numeral: &Numeral) {
        self.text(&numeral.typed, numeral.span);
        self.space = !numeral.glued;
    }

    fn blocks(&mut self, depth: usize, blocks: &[Block]) {
        for block in blocks {
            self.block(depth, block);
        }
    }

    fn block(&mut self, depth: usize, block: &Block) {
        match block {
            Block::Paragraph(paragraph) if paragraph.content.is_empty() => {}
            Block::Paragraph(paragraph) => self.line(depth, "text", &paragraph.content),
            Block::Subheading(heading) => {
                self.line(
                    depth,
                    &format!("heading{}", heading.level),
                    &heading.content,
                );
            }
            Block::List(list) => self.list(depth, list),
            Block::Table(table) => self.table(depth, table),
            Block::Form(form) => {
                self.line(depth, "form", &[]);
                self.blocks(depth + 1, &form.blocks);
            }
            Block::Ends(ends) => {
                self.line(depth, "left", &ends.left);
                self.line(depth, "right", &ends.right);
            }
            Block::Code(code) => {
                self.begin(depth, "code");
                self.text(code.language.as_deref().unwrap_or_default(), code.span);
                self.end();
                for line in code.code.lines() {
                    self.begin(depth + 1, "line");
                    self.place(code.span);
                    self.out.push(' ');
                    escape(line, &mut self.out);
                    self.end();
                }
            }
        }
    }

    fn list(&mut self, depth: usize, list: &List) {
        self.line(depth, "list", &[]);
        for Item {
            marker,
            blocks,
            span,
        } in &list.items
        {
            match marker {
                None => self.begin(depth + 1, "bullet"),
                Some(marker) => {
                    self.begin(depth + 1, "item");
                    self.text(marker, *span);
                    self.space = true;
                }
            }
            self.rest_of_line(depth + 1, blocks);
        }
    }

    fn table(&mut self, depth: usize, table: &Table) {
        self.line(depth, "table", &[]);
        for row in std::iter::once(&table.head).chain(&table.rows) {
            self.line(depth + 1, "row", &[]);
            for cell in &row.cells {
                self.begin(depth + 2, "cell");
                self.rest_of_line(depth + 2, &cell.blocks);
            }
        }
    }

    /// What an item or a cell holds: a first paragraph on its own line, the rest below it.
    fn rest_of_line(&mut self, depth: usize, blocks: &[Block]) {
        let mut rest = blocks;
        if let [Block::Paragraph(first), others @ ..] = blocks {
            self.inlines(&first.content);
            rest = others;
        }
        self.end();
        self.blocks(depth + 1, rest);
    }

    fn line(&mut self, depth: usize, kind: &str, content: &[Inline]) {
        self.begin(depth, kind);
        self.inlines(content);
        self.end();
    }

    fn begin(&mut self, depth: usize, kind: &str) {
        self.out.extend(std::iter::repeat_n("  ", depth));
        self.out.push_str(kind);
        self.space = true;
    }

    fn end(&mut self) {
        self.out.push('\n');
        self.space = false;
        self.breaks = 0;
        self.opens.clear();
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text, inline.span),
                InlineKind::Code(code) => {
                    self.marked("<code>".to_owned(), "</code>", |writer| {
                        writer.text(code, inline.span);
                    });
                }
                InlineKind::Strong(content) => {
                    self.marked("<b>".to_owned(), "</b>", |writer| writer.inlines(content));
                }
                InlineKind::Emphasis(content) => {
                    self.marked("<i>".to_owned(), "</i>", |writer| writer.inlines(content));
                }
                InlineKind::Link { target, content } if is_bare(target, content) => {
                    self.inlines(content);
                }
                InlineKind::Link { target, content } => {
                    let mut open = String::from("<a href=\"");
                    escape(&normalized(target), &mut open);
                    open.push_str("\">");
                    self.marked(open, "</a>", |writer| writer.inlines(content));
                }
                InlineKind::Blank { width } => {
                    self.flush(inline.span);
                    self.out.extend(std::iter::repeat_n('_', *width as usize));
                }
                InlineKind::Break => {
                    self.breaks += 1;
                    self.space = false;
                }
            }
        }
    }

    fn marked(&mut self, open: String, close: &str, write: impl FnOnce(&mut Self)) {
        let before = self.opens.len();
        self.opens.push(open);
        write(self);
        match self.opens.len() > before {
            true => self.opens.truncate(before),
            false => self.out.push_str(close),
        }
    }

    /// Words, white space as one space.
    fn text(&mut self, text: &str, span: Span) {
        if self.places.is_none() && is_canonical(text) {
            let words = text.trim_matches(' ');
            self.space |= text.starts_with(' ');
            if !words.is_empty() {
                self.flush(span);
                self.out.push_str(words);
                self.space = text.ends_with(' ');
            }
            return;
        }
        let text = normalized(text);
        let exact = span.range().len() == text.len();
        let mut at = 0;
        for part in text.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            if !word.is_empty() {
                let start = span.range().start + at;
                self.flush(match exact {
                    true => Span::new(start, start + word.len()),
                    false => span,
                });
                escape(word, &mut self.out);
            }
            self.space |= word.len() < part.len();
            at += part.len();
        }
    }

    /// Writes what was held back, because something to be seen comes now.
    fn flush(&mut self, span: Span) {
        if self.breaks > 0 {
            // A break at the beginning of a line stands behind the space that is there anyway.
            for _ in 0..self.breaks {
                self.out.push_str(" <br>");
            }
            self.space = true;
        }
        if self.space {
            self.out.push(' ');
        }
        (self.space, self.breaks) = (false, 0);
        for open in self.opens.drain(..) {
            self.out.push_str(&open);
        }
        self.place(span);
    }

    fn place(&mut self, span: Span) {
        let at = self.out.len();
        if let Some(places) = &mut self.places {
            places.push((at, span));
        }
    }
}

/// Whether a link is one only because its words are an address.
pub(crate) fn is_bare(target: &str, content: &[Inline]) -> bool {
    let words = plain(content);
    let digits = || words.chars().filter(char::is_ascii_digit);
    target == words
        || target.strip_prefix("mailto:") == Some(words.as_str())
        || target
            .strip_prefix("tel:+")
            .is_some_and(|number| words.starts_with('+') && digits().eq(number.chars()))
}
