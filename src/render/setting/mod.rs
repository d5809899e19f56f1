//! A text in the markup of the default theme, set without its templates.
//!
//! What `article.html`, `cell.html`, `rows.html` and the components that they use make of a text, minified,
//! is written here in one go, in a fraction of the time. The templates are what counts: a theme that changes one of
//! them has its texts set by them, and so has a text with what is not set here (code, words that look
//! like an entity of HTML). Tests hold that both ways give the same bytes.

mod article;
mod blocks;
mod cell;
#[cfg(test)]
mod proof;
mod rows;
mod sheet;
mod tag;

use crate::lang::Language;
use crate::load::{Theme, built_in};
use crate::model::{Inline, Numeral};
use crate::site::{Ink as _, Linking, write_words};
use crate::source::Sources;
use sheet::Sheet;
use tag::{A, SPAN};

pub(super) use article::article;
pub(super) use cell::cells;
pub(super) use rows::rows;

/// The templates whose markup is known here.
const TEMPLATES: [&str; 12] = [
    "article.html",
    "cell.html",
    "components/annex.html",
    "components/blocks.html",
    "components/clauses.html",
    "components/content.html",
    "components/form.html",
    "components/list.html",
    "components/parallel-row.html",
    "components/section.html",
    "components/table.html",
    "rows.html",
];

/// The components that those define.
const COMPONENTS: [&str; 14] = [
    "address",
    "annex",
    "block",
    "blocks",
    "clauses",
    "content",
    "ends",
    "form",
    "heading",
    "list",
    "number",
    "parallel_row",
    "section",
    "table",
];

/// Whether a theme sets its texts by the templates of the default theme.
pub(super) fn is_that_of(theme: &Theme, sources: &Sources) -> bool {
    let known: Vec<&str> = TEMPLATES.into_iter().filter_map(built_in).collect();
    let own = TEMPLATES.iter().map(|name| theme.file_of(name));
    let own = own.map(|file| file.map(|file| sources.get(file).text()));
    let mut all = theme.templates.iter();
    own.eq(known.iter().copied().map(Some))
        && all.all(|template| {
            let text = sources.get(template.file).text();
            known.contains(&text) || !defines_component(text)
        })
}

/// Whether a template has a component of its own in place of one of those known here.
fn defines_component(template: &str) -> bool {
    template.split("component").skip(1).any(|behind| {
        let word = behind.trim_start();
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '_');
        COMPONENTS.contains(&&word[..end.unwrap_or(word.len())])
    })
}

/// What sets a text.
struct Setter<'s> {
    sheet: Sheet,
    language: &'s Language,
    /// The links that the page adds to the text.
    linking: &'s Linking<'s>,
    /// What anchors begin with: numbers begin anew in each annex, so its anchors begin with its own.
    prefix: String,
    /// By how much headings inside the text stand lower.
    shift: u8,
}

impl<'s> Setter<'s> {
    fn new(language: &'s Language, linking: &'s Linking<'s>) -> Self {
        Self {
            sheet: Sheet::default(),
            language,
            linking,
            prefix: String::new(),
            shift: 0,
        }
    }

    /// Running text, with the links that the page adds to it.
    fn words(&mut self, content: &[Inline]) {
        write_words(content, Some(self.linking), &mut self.sheet);
    }

    /// Running text to which the page adds no links.
    fn bare_words(&mut self, content: &[Inline]) {
        write_words(content, None, &mut self.sheet);
    }

    /// A typed number. Where the approved text sets none, the page adds the space after it.
    fn number(&mut self, numeral: &Numeral) {
        self.class(SPAN, "number", &numeral.typed);
        if numeral.glued {
            self.sheet.begin(SPAN, &[("data-ui", None)]);
            self.sheet.text(" ");
            self.sheet.end(SPAN);
        } else {
            self.sheet.text(" ");
        }
    }

    /// An element of some class around some words.
    fn class(&mut self, tag: tag::Tag, class: &str, words: &str) {
        self.sheet.begin(tag, &[("class", Some(class))]);
        self.sheet.text(words);
        self.sheet.end(tag);
    }

    /// The addresses of something: its stable name, and a link to itself.
    fn address(&mut self, name: Option<&str>, link: Option<(&str, &str)>) {
        if let Some(name) = name {
            let attributes = [
                ("class", Some("name")),
                ("data-ui", None),
                ("id", Some(name)),
            ];
            self.sheet.begin(SPAN, &attributes);
            self.sheet.end(SPAN);
        }
        if let Some((anchor, label)) = link {
            let attributes = [
                ("aria-label", Some(label)),
                ("class", Some("self-link")),
                ("data-ui", None),
                ("href", Some(&*["#", anchor].concat())),
            ];
            self.sheet.begin(A, &attributes);
            self.sheet.end(A);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{COMPONENTS, TEMPLATES, defines_component};
    use crate::load::built_in;

    #[test]
    fn all_components_of_the_templates_are_known() {
        let mut defined: Vec<_> = TEMPLATES
            .into_iter()
            .flat_map(|name| built_in(name).unwrap().split("{% component ").skip(1))
            .map(|behind| behind.split('(').next().unwrap())
            .collect();
        defined.sort_unstable();
        assert_eq!(defined, COMPONENTS);
    }

    #[test]
    fn a_component_in_place_of_a_known_one_is_seen() {
        assert!(defines_component("{%- component  list(list) %}"));
        assert!(defines_component("{% component number() %}"));
        assert!(!defines_component("{% component lists() %}"));
        assert!(!defines_component("a list of components"));
    }
}
