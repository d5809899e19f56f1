use memchr::memchr2;

use super::tag::{A, CODE, DFN, EM, Holds, SPAN, STRONG, Tag};
use crate::render::minify::{Mark, PIECE, attribute, careful_in, is_space, mark, may_be_written};
use crate::site::{Element, Ink};

/// Minified HTML that is being written, element by element.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    out: String,
    /// The elements that are open, from the outermost.
    open: Vec<Open>,
    /// The words that are being written, where there are some.
    words: Option<Words>,
    /// Whether something was to be written that only the minifier can tell how.
    odd: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    holds: Holds,
    /// Whether nothing stands in it yet.
    fresh: bool,
}

/// Words between two tags.
#[derive(Clone, Copy, Debug)]
struct Words {
    /// Where they begin.
    start: usize,
    /// Whether white space says nothing that follows now.
    spaced: bool,
}

impl Sheet {
    /// Begins an element. Its attributes are given in the order of their names.
    pub(super) fn begin(&mut self, tag: Tag, attributes: &[(&str, Option<&str>)]) {
        self.stop_words(false);
        if let Some(parent) = self.open.last_mut() {
            parent.fresh = false;
        }
        self.open.push(Open {
            holds: tag.holds,
            fresh: true,
        });
        self.out.push('<');
        self.out.push_str(tag.name);
        if !attributes.is_empty() {
            self.attributes(attributes);
        }
        self.out.push('>');
    }

    /// Ends the element that was begun last.
    pub(super) fn end(&mut self, tag: Tag) {
        self.stop_words(true);
        self.open.pop();
        self.out.push_str("</");
        self.out.push_str(tag.name);
        self.out.push('>');
    }

    /// Takes in what was set and minified before.
    pub(super) fn ready(&mut self, html: &str) {
        self.stop_words(false);
        if let Some(parent) = self.open.last_mut() {
            parent.fresh = false;
        }
        self.out.push_str(html);
    }

    /// Leaves the rest to the minifier: there is something that is not set here.
    pub(super) fn give_up(&mut self) {
        self.odd = true;
    }

    /// All that was written; `None` where the minifier has to tell how something is written.
    pub(super) fn finish(self) -> Option<String> {
        (!self.odd && self.open.is_empty() && may_be_written(&self.out)).then_some(self.out)
    }

    /// Those with quotes stand before those without.
    fn attributes(&mut self, attributes: &[(&str, Option<&str>)]) {
        for (name, value) in attributes {
            let Some(value) = value.filter(|value| !is_bare(value)) else {
                continue;
            };
            self.odd |= !is_plain(name, value);
            let mark = mark(value);
            if mark != Mark::Unquoted {
                attribute(name, value, mark, &mut self.out);
            }
        }
        for (name, value) in attributes {
            let value = value.unwrap_or_default();
            if is_bare(value) || mark(value) == Mark::Unquoted {
                attribute(name, value, Mark::Unquoted, &mut self.out);
            }
        }
    }

    /// Ends the words at hand; they may be the last in their element.
    fn stop_words(&mut self, last: bool) {
        let (Some(words), Some(parent)) = (self.words.take(), self.open.last()) else {
            return;
        };
        let alone = parent.holds == Holds::Parts && &self.out[words.start..] == " ";
        let trimmed = last && parent.holds.trims();
        // Of white space no more than one space was written.
        if (alone || trimmed) && self.out[words.start..].ends_with(' ') {
            self.out.pop();
        }
    }
}

/// Whether a value is made of what stands in most of them, and is written as it is, without quotes.
fn is_bare(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| BARE[usize::from(byte)])
}

static BARE: [bool; 256] = {
    let mut bare = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        bare[byte] =
            c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'-' | b'.' | b'#' | b'_');
        byte += 1;
    }
    bare
};

/// Whether a value is written as it is, but for quotes. Of an empty one the minifier tells, and the
/// template, which may leave out what has no words.
fn is_plain(name: &str, value: &str) -> bool {
    let mut before = true;
    let spaced = value.bytes().all(|byte| {
        let fine = match byte {
            b' ' => !before,
            b'&' | b'\n' | b'\t' | b'\r' | 0xC => false,
            // The code of a language is written in small letters.
            b'A'..=b'Z' => name != "lang",
            _ => true,
        };
        before = byte == b' ';
        fine
    });
    spaced && !before
}

impl Ink for Sheet {
    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let Some(parent) = self.open.last_mut() else {
            return self.give_up();
        };
        let trims = parent.holds.trims();
        let words = self.words.get_or_insert(Words {
            start: self.out.len(),
            spaced: parent.fresh && trims,
        });
        parent.fresh = false;
        let mut rest = text;
        loop {
            if words.spaced {
                rest = rest.trim_start_matches(is_space);
            }
            if rest.is_empty() {
                return;
            }
            words.spaced = false;
            let at = match parent.holds {
                Holds::Letters => memchr2(b'<', b'&', rest.as_bytes()).unwrap_or(rest.len()),
                _ => special(rest.as_bytes()),
            };
            self.out.push_str(&rest[..at]);
            let Some(byte) = rest.as_bytes().get(at) else {
                return;
            };
            rest = &rest[at + 1..];
            match byte {
                b'<' => self.out.push_str("&lt;"),
                b'&' => {
                    // What would be taken for an entity, or may become one with what follows.
                    let odd = |c: char| c.is_ascii_alphanumeric() || "#&<>\"'".contains(c);
                    self.odd |= rest.is_empty() || rest.starts_with(odd);
                    self.out.push('&');
                }
                _ => {
                    self.out.push(' ');
                    words.spaced = true;
                }
            }
        }
    }

    fn open(&mut self, element: Element<'_>) {
        let tag = tag_of(element);
        match element {
            Element::Strong | Element::Emphasis | Element::Code | Element::Definition(None) => {
                self.begin(tag, &[]);
            }
            Element::Blank => self.begin(tag, &[("class", Some("blank"))]),
            Element::Link { target, named } => {
                let attributes = [("class", Some("named")), ("href", Some(target))];
                self.begin(tag, if named { &attributes } else { &attributes[1..] });
            }
            Element::Mark { class, href } => {
                self.begin(tag, &[("class", Some(class)), ("href", Some(href))]);
            }
            Element::Definition(Some(id)) => self.begin(tag, &[("id", Some(id))]),
        }
    }

    fn close(&mut self, element: Element<'_>) {
        self.end(tag_of(element));
    }

    fn line_end(&mut self) {
        self.stop_words(false);
        if let Some(parent) = self.open.last_mut() {
            parent.fresh = false;
        }
        self.out.push_str("<br>");
    }
}

fn tag_of(element: Element<'_>) -> Tag {
    match element {
        Element::Strong => STRONG,
        Element::Emphasis => EM,
        Element::Code => CODE,
        Element::Blank => SPAN,
        Element::Link { .. } | Element::Mark { .. } => A,
        Element::Definition(_) => DFN,
    }
}

/// Where the first character stands that is written otherwise or may be: a single space between two
/// words is not.
fn special(text: &[u8]) -> usize {
    let mut starts = (0..text.len()).step_by(PIECE);
    let found = starts.find_map(|start| {
        // One byte more, for a run of which each half stands in another piece.
        let piece = &text[start..text.len().min(start + PIECE + 1)];
        let mark = memchr2(b'<', b'&', piece);
        let space = careful_in(&piece[..mark.unwrap_or(piece.len())]);
        Some(start + space.or(mark)?)
    });
    let last = || text.len() - usize::from(text.ends_with(b" "));
    found.unwrap_or_else(last)
}
