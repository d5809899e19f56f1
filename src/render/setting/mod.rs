//! A text in the markup of the default theme, set without its templates.
//!
//! What `article.html`, `cell.html`, `rows.html` and the components that they use make of a text,
//! minified, is written here in one go, in a fraction of the time. The templates are what counts: a theme
//! that changes one of them has its texts, or its rows, set by them, and so has a text with what is not
//! set here (code, words that look like an entity of HTML). Tests hold that both ways give the same bytes.

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

/// Templates whose markup is known here.
struct Known {
    templates: &'static [&'static str],
    /// The components that those define.
    components: &'static [&'static str],
}

/// The templates of a text, as a whole and in cells.
const TEXTS: Known = Known {
    templates: &[
        "article.html",
        "cell.html",
        "components/annex.html",
        "components/blocks.html",
        "components/clauses.html",
        "components/content.html",
        "components/form.html",
        "components/list.html",
        "components/section.html",
        "components/table.html",
    ],
    components: &[
        "address", "annex", "block", "blocks", "clauses", "content", "ends", "form", "heading",
        "list", "number", "section", "table",
    ],
};

/// The templates of the rows in which languages stand side by side.
const ROWS: Known = Known {
    templates: &["components/parallel-row.html", "rows.html"],
    components: &["parallel_row"],
};

/// What a theme sets by the templates of the default theme, so that it may be set without them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sets {
    pub(super) texts: bool,
    pub(super) rows: bool,
}

impl Sets {
    /// What a theme sets by them.
    pub(super) fn by(theme: &Theme, sources: &Sources) -> Self {
        Self {
            texts: TEXTS.are_those_of(theme, sources),
            rows: ROWS.are_those_of(theme, sources),
        }
    }
}

impl Known {
    /// Whether a theme has these templates as they are known.
    fn are_those_of(&self, theme: &Theme, sources: &Sources) -> bool {
        let names = self.templates.iter();
        let known: Vec<&str> = names.clone().filter_map(|name| built_in(name)).collect();
        let own = names.map(|name| theme.file_of(name));
        let own = own.map(|file| file.map(|file| sources.get(file).text()));
        let mut all = theme.templates.iter();
        own.eq(known.iter().copied().map(Some))
            && all.all(|template| {
                let text = sources.get(template.file).text();
                known.contains(&text) || !self.are_defined_anew(text)
            })
    }

    /// Whether a template has a component of its own in place of one of them.
    fn are_defined_anew(&self, template: &str) -> bool {
        template.split("component").skip(1).any(|behind| {
            let word = behind.trim_start();
            let end = word.find(|c: char| !c.is_alphanumeric() && c != '_');
            self.components
                .contains(&&word[..end.unwrap_or(word.len())])
        })
    }
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
    use super::{ROWS, TEXTS};
    use crate::load::built_in;

    #[test]
    fn all_components_of_the_templates_are_known() {
        for known in [TEXTS, ROWS] {
            let mut defined: Vec<_> = known
                .templates
                .iter()
                .flat_map(|name| built_in(name).unwrap().split("{% component ").skip(1))
                .map(|behind| behind.split('(').next().unwrap())
                .collect();
            defined.sort_unstable();
            assert_eq!(defined, known.components);
        }
    }

    #[test]
    fn a_component_in_place_of_a_known_one_is_seen() {
        assert!(TEXTS.are_defined_anew("{%- component  list(list) %}"));
        assert!(TEXTS.are_defined_anew("{% component number() %}"));
        assert!(!TEXTS.are_defined_anew("{% component lists() %}"));
        assert!(!TEXTS.are_defined_anew("a list of components"));
        assert!(ROWS.are_defined_anew("{% component parallel_row(row, columns) %}"));
        assert!(!ROWS.are_defined_anew("{% component number() %}"));
    }
}
