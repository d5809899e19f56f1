use serde::{Deserialize, Serialize};

use super::{Block, Division, Inline, InlineKind, Text, plain};
use crate::source::Span;

/// Most headings, of all policies in a language together, that a page lists besides their own pages.
pub const MOST_LISTED: usize = 1_000;

/// So many characters of an opening are kept: more than any page repeats of it.
const OPENING: usize = 200;

/// What stays known of a text that is set aside, besides its title and its headings: what a site says of
/// it on other pages than its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// The words of its first paragraph, or the first 200 characters of them.
    pub opening: String,
    /// How many clauses it has.
    pub clauses: usize,
    /// How many sections and annexes it has.
    pub headings: usize,
}

impl Text {
    /// Its outline.
    pub fn outline(&self) -> Outline {
        if let Some(outline) = &self.aside {
            return outline.clone();
        }
        let divisions = self.divisions();
        Outline {
            opening: opening(&self.main),
            clauses: divisions
                .map(|(_, division)| division.walk_clauses().count())
                .sum(),
            headings: self.main.sections.len() + self.annexes.len(),
        }
    }

    /// Lets go of all that stands under its title and its headings, but for its outline. Of the headings
    /// the words stay.
    pub fn set_aside(&mut self) {
        self.aside = Some(self.outline());
        let Division { sections, .. } = std::mem::take(&mut self.main);
        self.main.sections = sections;
        for section in &mut self.main.sections {
            (section.blocks, section.clauses) = (Vec::new(), Vec::new());
        }
        for annex in &mut self.annexes {
            annex.division = Division::default();
        }
        let sections = self.main.sections.iter_mut().map(|own| &mut own.heading);
        let annexes = self.annexes.iter_mut().map(|own| &mut own.heading);
        let headings = self.title.iter_mut().chain(sections).chain(annexes);
        for heading in headings {
            heading.content = flat(&plain(&heading.content), heading.span);
        }
    }

    /// Lets go of the headings too, if all else is set aside.
    pub fn forget_headings(&mut self) {
        if self.is_aside() {
            self.main = Division::default();
            self.annexes = Vec::new();
        }
    }

    /// Whether what stands under its title has to be read again.
    pub fn is_aside(&self) -> bool {
        self.aside.is_some()
    }
}

/// Words of their own, without marks: a stretch of the file would keep the whole file in memory.
pub(super) fn flat(words: &str, span: Span) -> Vec<Inline> {
    let kind = InlineKind::Text(words.to_owned().into());
    let inline = Inline { kind, span };
    (!words.is_empty()).then_some(inline).into_iter().collect()
}

/// The words of the first paragraph that has any.
fn opening(main: &Division) -> String {
    let in_sections = main.sections.iter().flat_map(|section| {
        let clauses = section.clauses.iter().flat_map(|clause| &clause.blocks);
        section.blocks.iter().chain(clauses)
    });
    let clauses = main.clauses.iter().flat_map(|clause| &clause.blocks);
    let mut all = main.blocks.iter().chain(clauses).chain(in_sections);
    let words = all.find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)).filter(|w| !w.is_empty()),
        _ => None,
    });
    let mut words = words.unwrap_or_default();
    if let Some((end, _)) = words.char_indices().nth(OPENING) {
        words.truncate(end);
        words.shrink_to_fit();
    }
    words
}
