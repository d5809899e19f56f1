use serde::Deserialize;

use super::place::find_key;
use super::value::Words;
use crate::source::{SourceFile, Span};

/// `theme.yaml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    /// What the theme is, for people.
    pub description: Option<Words>,
    /// The theme it is built on: templates and assets it does not have are taken from there.
    pub base: Option<Words>,
}

/// Where the file names its base.
pub(crate) fn base_span(file: &SourceFile) -> Span {
    find_key(file, &["base"])
}
