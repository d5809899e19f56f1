use std::collections::BTreeMap;

use serde::Serialize;

use super::passage::Passage;

/// The passages of a policy, for the page.
#[derive(Serialize)]
pub(super) struct Texts<'p> {
    /// The headings that passages stand under.
    sections: Vec<&'p str>,
    passages: Vec<Shown<'p>>,
    /// The editions that the numbers of a passage stand for, newest first, each with its state.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) editions: Vec<(&'p str, &'static str)>,
    /// The editions in which a passage of the current one reads the same, by its anchor.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) same: BTreeMap<&'p str, &'p [usize]>,
}

/// Anchor, number, heading, the place of what it stands under, words; then the editions it is in.
#[derive(Serialize)]
struct Shown<'p>(
    &'p str,
    &'p str,
    &'p str,
    Option<usize>,
    &'p str,
    &'p [usize],
);

impl<'p> Texts<'p> {
    /// Passages, each with the editions it is in.
    pub(super) fn of(passages: &'p [Passage], editions: &'p [Vec<usize>]) -> Self {
        let mut sections: Vec<&str> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let shown = passages.iter().enumerate().map(|(at, passage)| {
            let section = passage.section.as_str();
            let place = (!section.is_empty()).then(|| {
                *places.entry(section).or_insert_with(|| {
                    sections.push(section);
                    sections.len() - 1
                })
            });
            let editions = editions.get(at).map(Vec::as_slice).unwrap_or_default();
            Shown(
                &passage.anchor,
                &passage.number,
                &passage.heading,
                place,
                &passage.text,
                editions,
            )
        });
        let passages = shown.collect();
        Self {
            sections,
            passages,
            editions: Vec::new(),
            same: BTreeMap::new(),
        }
    }
}
