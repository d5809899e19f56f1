//! A policy as it is kept from one build to the next: its facts, and of its texts the outlines.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::outline::flat;
use super::{
    Annex, Division, Heading, Lang, Name, Numeral, Outline, Policy, Seal, Section, SpoiltSeal,
    Text, plain,
};
use crate::source::{FileId, Span};

/// A text: its file, language, title, the headings of its sections and annexes, and its outline.
type Kept = (
    FileId,
    Lang,
    Option<KeptHeading>,
    Vec<KeptHeading>,
    Vec<(KeptHeading, Span)>,
    Outline,
);

/// A heading. Its words are kept without marks: they are all that other pages say of it, and nothing in
/// them can be nested deeper than a reader of the file could go.
#[derive(Serialize, Deserialize)]
struct KeptHeading {
    numeral: Option<Numeral>,
    name: Option<Name>,
    words: String,
    span: Span,
}

impl KeptHeading {
    fn of(heading: &Heading) -> Self {
        Self {
            numeral: heading.numeral.clone(),
            name: heading.name.clone(),
            words: plain(&heading.content),
            span: heading.span,
        }
    }

    fn again(self) -> Heading {
        Heading {
            content: flat(&self.words, self.span),
            numeral: self.numeral,
            name: self.name,
            span: self.span,
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sections = self.main.sections.iter();
        let sections: Vec<_> = sections.map(|own| KeptHeading::of(&own.heading)).collect();
        let annexes = self.annexes.iter();
        let annexes = annexes.map(|own| (KeptHeading::of(&own.heading), own.span));
        let annexes: Vec<_> = annexes.collect();
        let title = self.title.as_ref().map(KeptHeading::of);
        let (file, lang) = (self.file, &self.lang);
        (file, lang, title, sections, annexes, self.outline()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (file, lang, title, sections, annexes, outline): Kept =
            Deserialize::deserialize(deserializer)?;
        let sections = sections.into_iter().map(|heading| Section {
            heading: heading.again(),
            blocks: Vec::new(),
            clauses: Vec::new(),
        });
        let annexes = annexes.into_iter().map(|(heading, span)| Annex {
            heading: heading.again(),
            division: Division::default(),
            span,
        });
        Ok(Self {
            file,
            lang,
            title: title.map(KeptHeading::again),
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
