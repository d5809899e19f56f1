use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;

use super::{Sealed, Sealing};
use crate::diagnostic::{Family, Finding};
use crate::model::{Digest, Edition, Lang, Policy, Seal};
use crate::seal::{SealedText, seal_text, write, write_witness};
use crate::source::{Error, Sources};
use crate::write::replace;

/// Where one edition is sealed.
pub(super) struct Desk<'l> {
    pub(super) policy: &'l Policy,
    pub(super) edition: &'l Edition,
    pub(super) sources: &'l Sources,
    pub(super) folder: PathBuf,
    pub(super) today: Date,
}

/// Why an edition is not sealed, and what has to be mended first.
pub(super) type Refusal = (String, Vec<Finding>);

/// What came of sealing; the error of the machine within, why it was refused without.
pub(super) type Outcome = Result<Result<Sealing, Error>, Refusal>;

impl Desk<'_> {
    /// Seals the edition, unless it has errors.
    pub(super) fn seal(&self, errors: Vec<Finding>) -> Outcome {
        let (seals, others): (Vec<Finding>, Vec<Finding>) = errors
            .into_iter()
            .partition(|error| error.rule.family == Family::Seal);
        if !others.is_empty() {
            let why = "the edition has errors, and would be sealed with them";
            return Err((why.to_owned(), others));
        }
        match &self.edition.seal {
            None => self.first(seals),
            Some(seal) => self.later(seal, seals),
        }
    }

    /// The texts of the edition, with their digests.
    pub(super) fn texts(&self) -> BTreeMap<Lang, SealedText> {
        let texts = self.edition.texts.iter();
        texts
            .map(|text| (text.lang.clone(), seal_text(text)))
            .collect()
    }

    /// Writes the seal first: a witness that is missing can be made anew from the text.
    pub(super) fn write(
        &self,
        seal: Option<&Seal>,
        texts: &BTreeMap<Lang, SealedText>,
        wanted: impl Fn(&Lang) -> bool,
    ) -> Result<(), Error> {
        let seal = seal.map(|seal| (self.folder.join("seal.yaml"), write(seal)));
        let texts = texts.iter().filter(|(lang, _)| wanted(lang));
        let witnesses = texts.map(|(lang, text)| {
            let path = self.folder.join("seal").join(format!("{lang}.txt"));
            (path, write_witness(text))
        });
        let files: Vec<(PathBuf, String)> = seal.into_iter().chain(witnesses).collect();
        replace(&files)
    }
}

/// The digests of some texts.
pub(super) fn digests(texts: &BTreeMap<Lang, SealedText>) -> BTreeMap<Lang, Digest> {
    let texts = texts.iter();
    texts
        .map(|(lang, text)| (lang.clone(), text.digest))
        .collect()
}

/// A sealed edition in figures.
pub(super) fn sealed(seal: &Seal, texts: &BTreeMap<Lang, SealedText>) -> Sealed {
    Sealed {
        digest: seal.latest(),
        languages: texts.keys().cloned().collect(),
        clauses: texts.values().map(SealedText::clauses).sum(),
    }
}
