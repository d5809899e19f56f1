use std::collections::{BTreeMap, BTreeSet};

use super::desk::{Desk, Refusal, digests};
use crate::diagnostic::Finding;
use crate::model::{Corrigendum, Digest, Lang, Seal, SealedChange, SealedCorrigendum};
use crate::seal::{
    Difference, SealedText, answers, collapsed, corrigendum_digest, differences, read_witness,
};

impl Desk<'_> {
    /// A corrigendum with what it changed, as it is sealed.
    pub(super) fn correction(
        &self,
        seal: &Seal,
        corrigendum: &Corrigendum,
        texts: &BTreeMap<Lang, SealedText>,
        seals: Vec<Finding>,
    ) -> Result<SealedCorrigendum, Refusal> {
        let mut changes = Vec::new();
        for (lang, text) in texts {
            match self.changes(seal, lang, text) {
                Some(found) => changes.extend(found),
                None => {
                    let why =
                        format!("the words that were sealed in {lang} are not there any more");
                    return Err((why, seals));
                }
            }
        }
        let reason = corrigendum.reason.iter();
        let mut correction = SealedCorrigendum {
            date: corrigendum.date,
            sealed: self.today,
            reason: reason
                .map(|(lang, words)| (lang.clone(), collapsed(words)))
                .collect(),
            languages: digests(texts),
            changes,
            digest: seal.latest(),
        };
        correction.digest = corrigendum_digest(&correction, seal.latest());
        Ok(correction)
    }

    /// What was changed in the text of a language; `None` when that cannot be known.
    fn changes(&self, seal: &Seal, lang: &Lang, text: &SealedText) -> Option<Vec<SealedChange>> {
        let digest = seal.texts().get(lang);
        if digest == Some(&text.digest) {
            return Some(Vec::new());
        }
        let witness = match digest {
            None => "",
            Some(_) => {
                let file = (*seal.standing.changed.get(lang)?)?;
                self.sources.get(file).text()
            }
        };
        let units = read_witness(witness);
        if digest.is_some_and(|digest| !answers(&units, *digest)) {
            return None;
        }
        let found = differences(&units, self.edition.text(lang)?);
        let was: BTreeMap<&str, &str> = units.iter().map(|u| (u.address, u.form)).collect();
        let is = text
            .units
            .iter()
            .map(|unit| (unit.address.as_str(), unit.digest));
        let is: BTreeMap<&str, Digest> = is.collect();
        let mut met = BTreeSet::new();
        let changes = found.into_iter().filter(|d| met.insert(d.address.clone()));
        let changes = changes.map(|Difference { address, .. }| SealedChange {
            language: lang.clone(),
            was: was.get(address.as_str()).map(|form| (*form).to_owned()),
            digest: is.get(address.as_str()).copied(),
            clause: address,
        });
        Some(changes.collect())
    }
}
