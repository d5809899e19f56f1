use memchr::memchr;
use minify_html_common::spec::tag::ns::Namespace;
use minify_html_common::spec::tag::omission::can_omit_as_before;
use minify_html_common::spec::tag::void::VOID_TAGS;
use minify_html_common::spec::tag::whitespace::{
    WhitespaceMinification, get_whitespace_minification_for_tag,
};

use super::seen::SeenTags;
use super::tag::{self, Attributes};
use super::text::{self, Spaces, is_space, may_be_written};

const DOCTYPE: &str = "<!doctype html>";

/// Elements that no other closes by beginning inside of them: most tags of a page stand in one of them.
const UNCLOSED: [&str; 8] = [
    "div", "span", "a", "ul", "section", "article", "nav", "body",
];

/// What a script element holds that is no script.
const DATA: [&str; 2] = ["application/json", "application/ld+json"];

/// What the library would make of HTML whose elements are all closed by their own tags and whose
/// attributes are all quoted, without comments, styles and scripts of its own (data for other
/// programs is none); `None` for any other.
pub(super) fn minify(html: &str) -> Option<String> {
    if !may_be_written(html) {
        return None;
    }
    let mut page = Page {
        rest: html,
        out: String::with_capacity(html.len()),
        open: vec![Open::new("", false)],
        once: Once::default(),
        attributes: Vec::new(),
        seen: SeenTags::take(),
    };
    if let Some(rest) = html.strip_prefix(DOCTYPE) {
        page.out.push_str(DOCTYPE);
        page.rest = rest;
    }
    let whole = page.steps();
    page.seen.give_back();
    whole.filter(|()| page.open.len() == 1)?;
    Some(page.out)
}

struct Page<'h> {
    rest: &'h str,
    out: String,
    /// The elements that are open, from the outermost; the first is none.
    open: Vec<Open<'h>>,
    once: Once,
    /// Those of the tag at hand.
    attributes: Attributes<'h>,
    /// The tags of pages before.
    seen: SeenTags,
}

struct Open<'h> {
    name: &'h str,
    spaces: &'static WhitespaceMinification,
    /// Whether it is or stands in a `pre`.
    kept: bool,
    /// Whether nothing stood in it yet.
    fresh: bool,
}

impl<'h> Open<'h> {
    fn new(name: &'h str, kept: bool) -> Self {
        let kept = kept || name == "pre";
        let spaces = get_whitespace_minification_for_tag(Namespace::Html, name.as_bytes(), kept);
        Self {
            name,
            spaces,
            kept,
            fresh: true,
        }
    }

    /// One whose spaces are known, outside of a `pre`.
    fn with(name: &'h str, spaces: &'static WhitespaceMinification) -> Self {
        Self {
            name,
            spaces,
            kept: false,
            fresh: true,
        }
    }
}

/// The elements that a page has once; a second one is passed over by browsers.
#[derive(Default)]
struct Once {
    seen: [bool; 3],
}

impl Once {
    const NAMES: [&'static str; 3] = ["html", "head", "body"];

    fn may_open(&mut self, name: &str) -> bool {
        match Self::NAMES.iter().position(|own| *own == name) {
            Some(at) => !std::mem::replace(&mut self.seen[at], true),
            None => true,
        }
    }
}

impl<'h> Page<'h> {
    fn steps(&mut self) -> Option<()> {
        while !self.rest.is_empty() {
            self.step()?;
        }
        Some(())
    }

    /// Takes the text up to the next tag, and the tag.
    fn step(&mut self) -> Option<()> {
        let end = memchr(b'<', self.rest.as_bytes()).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.text(text)?;
        if let Some(closing) = rest.strip_prefix("</") {
            self.close(closing)
        } else if rest.is_empty() {
            Some(())
        } else {
            self.element()
        }
    }

    fn text(&mut self, text: &str) -> Option<()> {
        let parent = self.open.last_mut()?;
        if text.is_empty() {
            return Some(());
        }
        let first = std::mem::replace(&mut parent.fresh, false);
        if parent.spaces.destroy_whole && text.bytes().all(|byte| is_space(char::from(byte))) {
            return Some(());
        }
        // Elements are closed by their own tags: what stands before a closing tag is the last.
        let last = self.rest.is_empty() || self.rest.starts_with("</");
        let spaces = Spaces {
            trim_start: parent.spaces.trim && first,
            trim_end: parent.spaces.trim && last,
            drop_alone: parent.spaces.destroy_whole,
            collapse: parent.spaces.collapse,
        };
        text::write(text, spaces, &mut self.out)
    }

    fn close(&mut self, closing: &'h str) -> Option<()> {
        // The first that is open is none, and has no tag.
        let own = self.open.pop().filter(|own| !own.name.is_empty())?;
        self.rest = closing.strip_prefix(own.name)?.strip_prefix('>')?;
        self.out.push_str("</");
        self.out.push_str(own.name);
        self.out.push('>');
        Some(())
    }

    fn element(&mut self) -> Option<()> {
        let end = memchr(b'>', self.rest.as_bytes())? + 1;
        let (source, after) = self.rest.split_at(end);
        let kept = self.open.last()?.kept;
        if !kept && let Some(tag) = self.seen.get(source) {
            let (name, spaces, void) = (&source[1..=tag.name], tag.spaces, tag.void);
            self.out.push_str(&tag.minified);
            self.rest = after;
            self.enter(name)?;
            if !void {
                self.open.push(Open::with(name, spaces));
            }
            return Some(());
        }
        let (name, rest) = tag::read(self.rest, &mut self.attributes)?;
        self.enter(name)?;
        let start = self.out.len();
        tag::write(name, &self.attributes, &mut self.out)?;
        self.rest = rest;
        match name {
            "style" | "textarea" | "svg" => return None,
            "title" => return self.title(),
            "script" if self.kind().is_some() => return self.data(),
            "script" if !rest.starts_with("</") => return None,
            _ => {}
        }
        let own = Open::new(name, kept);
        let void = VOID_TAGS.contains(name.as_bytes());
        // Of a script it has to be seen each time whether it is empty.
        if name != "script" && !own.kept && rest.len() == after.len() {
            let minified = &self.out[start..];
            self.seen.keep(source, name, own.spaces, void, minified);
        }
        if !void {
            self.open.push(own);
        }
        Some(())
    }

    /// Whether an element may stand here.
    fn enter(&mut self, name: &str) -> Option<()> {
        let parent = self.open.last_mut()?;
        parent.fresh = false;
        let closes = !UNCLOSED.contains(&parent.name)
            && can_omit_as_before(parent.name.as_bytes(), name.as_bytes());
        (!closes && self.once.may_open(name)).then_some(())
    }

    /// The type that the tag at hand names.
    fn kind(&self) -> Option<&'h str> {
        let mut attributes = self.attributes.iter();
        attributes.find_map(|(name, value)| (*name == "type").then_some(*value))
    }

    /// Data in a script element is left as it is.
    fn data(&mut self) -> Option<()> {
        self.kind().filter(|kind| DATA.contains(kind))?;
        let end = self.rest.find("</")?;
        let (data, rest) = self.rest.split_at(end);
        self.rest = rest.strip_prefix("</script>")?;
        self.out.extend([data, "</script>"]);
        Some(())
    }

    /// A title is text and nothing else.
    fn title(&mut self) -> Option<()> {
        let (text, rest) = self.rest.split_once("</title>")?;
        if text.contains('<') {
            return None;
        }
        text::write_title(text, &mut self.out)?;
        self.out.push_str("</title>");
        self.rest = rest;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use minify_html_common::spec::tag::omission::can_omit_as_before;

    use super::UNCLOSED;

    #[test]
    fn what_no_other_element_closes() {
        let others = [
            "address", "article", "aside", "body", "dd", "details", "div", "dl", "dt", "figure",
            "footer", "form", "h1", "head", "header", "html", "li", "main", "nav", "ol",
            "optgroup", "option", "p", "pre", "rp", "rt", "section", "span", "table", "tbody",
            "td", "tfoot", "th", "thead", "tr", "ul",
        ];
        for parent in UNCLOSED {
            for other in others {
                let closes = can_omit_as_before(parent.as_bytes(), other.as_bytes());
                assert!(!closes, "{other} in {parent}");
            }
        }
    }
}
