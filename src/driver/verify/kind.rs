use crate::model::Site;
use crate::parse::parse;
use crate::seal::{seal_text, words};
use crate::source::{SourceFile, Sources};
use crate::verify::{Found, FoundWord, read_html, read_plain};

/// The kinds of files that hold a text.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Html,
    Markdown,
    Plain,
}

impl Kind {
    /// The kind of a file by the end of its name.
    pub(super) fn of(path: &str) -> Option<Self> {
        let (_, end) = path.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "txt" => Some(Self::Plain),
            _ => None,
        }
    }

    /// The words of a file, as they are read in a site.
    pub(super) fn read(self, text: &str, site: &Site) -> Found {
        // An old page of one line, and a page without the mark of one, are HTML all the same.
        let looks_so = text.trim_start().starts_with('<');
        match self {
            Self::Html => read_html(text, &site.base_url),
            Self::Plain if looks_so => read_html(text, &site.base_url),
            Self::Plain => read_plain(text),
            Self::Markdown => read_markdown(text, site),
        }
    }
}

/// The words of a text as tarmaq reads it.
fn read_markdown(text: &str, site: &Site) -> Found {
    let Some(lang) = site.languages.first() else {
        return read_plain(text);
    };
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("text.md", text));
    let sealed = seal_text(&parse(id, sources.get(id), lang).0);
    let words = sealed.units.iter().flat_map(|unit| words(&unit.form));
    let words = words.map(|word| FoundWord {
        text: word.text.into_owned(),
        begins: false,
    });
    Found {
        words: words.collect(),
        ..Found::default()
    }
}
