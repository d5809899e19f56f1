use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Digest, Lang, Localized, SealedEnding, SealedFacts};
use crate::source::FileId;

/// What was sealed of an edition, as `seal.yaml` says it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Seal {
    /// The file that says it.
    pub file: FileId,
    /// The day it was sealed.
    pub sealed: Date,
    /// The digest of the edition as it was sealed first.
    pub digest: Digest,
    /// The digest of the edition before; `None` for the first edition.
    pub before: Option<Digest>,
    /// The digest of the end of the edition before, where that was recorded after its own sealing.
    pub before_end: Option<Digest>,
    /// The facts that were sealed.
    pub facts: SealedFacts,
    /// The digest of the text in each language, as it was sealed first.
    pub languages: BTreeMap<Lang, Digest>,
    /// The corrections that were sealed since, in order.
    pub corrigenda: Vec<SealedCorrigendum>,
    /// What was recorded of its end since, in order.
    pub ends: Vec<SealedEnd>,
    /// How the files of the edition stand to the seal today.
    pub standing: Standing,
}

/// A correction of a sealed text that was sealed in its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedCorrigendum {
    /// The date of the corrigendum.
    pub date: Date,
    /// The day it was sealed.
    pub sealed: Date,
    /// Its reason in each language.
    pub reason: Localized,
    /// The digest of the text in each language since then.
    pub languages: BTreeMap<Lang, Digest>,
    /// What was corrected.
    pub changes: Vec<SealedChange>,
    /// The digest of the edition since then.
    pub digest: Digest,
}

/// A unit of a text that a corrigendum changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedChange {
    /// The language of the text.
    pub language: Lang,
    /// The address of the unit.
    pub clause: String,
    /// Its canonical plain form before; `None` for a unit that was added.
    pub was: Option<String>,
    /// Its digest since then; `None` for a unit that was taken out.
    pub digest: Option<Digest>,
}

/// What was recorded of the end of a sealed edition, and sealed in its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedEnd {
    /// The day it was sealed.
    pub sealed: Date,
    /// What was recorded.
    pub end: SealedEnding,
    /// Its digest.
    pub digest: Digest,
}

/// A seal that does not answer for the edition whose folder it lies in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum SpoiltSeal {
    /// Its file cannot be read, or is not as it was written; a finding tells so.
    Unreadable,
    /// Its file is not there, and the sealed words are; a finding tells so.
    Gone,
    /// It was made for another edition.
    Foreign(Box<Seal>),
}

/// How the files of an edition stand to its seal.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Standing {
    /// The languages whose text is not the sealed one, with the witness of what was sealed; without
    /// one when its file is not there.
    pub changed: BTreeMap<Lang, Option<FileId>>,
    /// The languages whose text is the sealed one while its witness is not, with the witness; without
    /// one when its file is not there.
    pub odd_witnesses: BTreeMap<Lang, Option<FileId>>,
}

impl Seal {
    /// The digest of the text in each language as it has to be today: after the last corrigendum.
    pub fn texts(&self) -> &BTreeMap<Lang, Digest> {
        let last = self.corrigenda.last();
        last.map_or(&self.languages, |corrigendum| &corrigendum.languages)
    }

    /// The digest of the edition today: after the last corrigendum.
    pub fn latest(&self) -> Digest {
        let last = self.corrigenda.last();
        last.map_or(self.digest, |corrigendum| corrigendum.digest)
    }

    /// What is sealed of the edition's end: as it was known when the edition was sealed, and as it was
    /// recorded since.
    pub fn end(&self) -> SealedEnding {
        let first = self.facts.end.clone();
        self.ends
            .iter()
            .fold(first, |end, more| end.with(&more.end))
    }

    /// The digest that whatever is recorded next of the edition's end is chained to.
    pub fn latest_end(&self) -> Digest {
        self.ends.last().map_or(self.digest, |end| end.digest)
    }

    /// All digests the edition has had, the first one first.
    pub fn digests(&self) -> impl Iterator<Item = Digest> + '_ {
        let later = self.corrigenda.iter().map(|corrigendum| corrigendum.digest);
        std::iter::once(self.digest).chain(later)
    }
}
