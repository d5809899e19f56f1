//! What the YAML files say, as types: `site.yaml`, `policy.yaml`, `edition.yaml`, `glossary.yaml` and the files of
//! the languages and themes.
//!
//! Every value is read as what it is meant to be, whatever its quoting: an edition `1.10` is not
//! the number 1.1. Each type here mirrors a file key by key; all keys are optional to the reader,
//! and what has to be there is asked for afterwards, so that one reading reports everything.

mod accepted;
mod ask;
mod clauses;
mod corrigenda;
mod edition;
mod entries;
mod explain;
mod glossary;
mod keyed;
mod order;
mod pages;
mod place;
mod policy;
mod redlines;
mod rules;
mod site;
mod theme;
mod value;
mod yaml;

pub use clauses::Clauses;
pub use edition::{EditionFile, edition};
pub use glossary::{ConceptFile, FormsFile, GlossaryFile, TermForm, glossary};
pub use policy::{PolicyFile, bare_policy, policy};
pub use site::{SiteFile, site};
pub(crate) use site::{languages_span, theme_span};
pub use theme::ThemeFile;
pub(crate) use theme::base_span;
pub use value::{Day, LangCode, LevelWord, Passage, Web, Words};
pub use yaml::{Faulty, Reading, read, read_once};
