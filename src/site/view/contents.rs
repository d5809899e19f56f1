use serde::Serialize;

use super::anchor::{anchored, annex_anchor};
use crate::model::{Text, plain};

/// An entry of the table of contents.
#[derive(Debug, Serialize)]
pub(super) struct TocEntry {
    anchor: String,
    number: Option<String>,
    title: String,
    annex: bool,
}

/// The table of contents: the sections and the annexes.
pub(super) fn contents(text: &Text) -> Vec<TocEntry> {
    let sections = anchored(&text.main.sections);
    let sections = sections.map(|(anchor, section)| TocEntry {
        anchor,
        number: section
            .heading
            .numeral
            .as_ref()
            .map(|numeral| numeral.typed.clone()),
        title: plain(&section.heading.content),
        annex: false,
    });
    let annexes = text.annexes.iter().enumerate().map(|(at, annex)| TocEntry {
        anchor: annex_anchor(at),
        number: None,
        title: plain(&annex.heading.content),
        annex: true,
    });
    sections.chain(annexes).collect()
}
