//! A policy as it is kept from one build to the next: its facts, and of its texts the outlines.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Annex, Division, Heading, Lang, Outline, Policy, Seal, Section, SpoiltSeal, Text};
use crate::source::{FileId, Span};

/// A text: its file, language, title, the headings of its sections and annexes, and its outline.
type Kept = (
    FileId,
    Lang,
    Option<Heading>,
    Vec<Heading>,
    Vec<(Heading, Span)>,
    Outline,
);

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sections: Vec<&Heading> = self.main.sections.iter().map(|own| &own.heading).collect();
        let annexes = self.annexes.iter().map(|own| (&own.heading, own.span));
        let annexes: Vec<(&Heading, Span)> = annexes.collect();
        let (file, lang, title) = (self.file, &self.lang, &self.title);
        (file, lang, title, sections, annexes, self.outline()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (file, lang, title, sections, annexes, outline): Kept =
            Deserialize::deserialize(deserializer)?;
        let sections = sections.into_iter().map(|heading| Section {
            heading,
            blocks: Vec::new(),
            clauses: Vec::new(),
        });
        let annexes = annexes.into_iter().map(|(heading, span)| Annex {
            heading,
            division: Division::default(),
            span,
        });
        Ok(Self {
            file,
            lang,
            title,
            main: Division {
                sections: sections.collect(),
                ..Division::default()
            },
            annexes: annexes.collect(),
            aside: Some(outline),
        })
    }
}

impl Policy {
    /// Gives other names to all files that it was read from; `false` where one of them has none.
    pub fn rename_files(&mut self, name: impl Fn(FileId) -> Option<FileId>) -> bool {
        let mut known = true;
        let mut rename = |file: &mut FileId| match name(*file) {
            Some(new) => *file = new,
            None => known = false,
        };
        for edition in &mut self.editions {
            rename(&mut edition.file);
            edition
                .texts
                .iter_mut()
                .for_each(|own| rename(&mut own.file));
            let accepted = edition.accepted.iter_mut();
            accepted.for_each(|own| rename(&mut own.file));
            edition
                .seal
                .iter_mut()
                .for_each(|seal| rename_in(seal, &mut rename));
            if let Some(SpoiltSeal::Foreign(seal)) = &mut edition.spoilt {
                rename_in(seal, &mut rename);
            }
        }
        known
    }
}

fn rename_in(seal: &mut Seal, rename: &mut impl FnMut(&mut FileId)) {
    rename(&mut seal.file);
    let standing = &mut seal.standing;
    let texts = standing.changed.values_mut();
    let witnesses = texts.chain(standing.odd_witnesses.values_mut());
    witnesses.flatten().for_each(rename);
}
