use super::Sealing;
use super::desk::{Desk, Outcome, digests, sealed};
use super::future::future;
use crate::check::{broken_seal, sealed_text_changed, unsealed_correction, unsealed_end};
use crate::diagnostic::Finding;
use crate::model::{Seal, SealedEnd};
use crate::seal::end_digest;

impl Desk<'_> {
    /// Seals what was recorded of a sealed edition since: a correction, its end. Tells where there is
    /// neither.
    pub(super) fn later(&self, seal: &Seal, seals: Vec<Finding>) -> Outcome {
        let broken: Vec<Finding> = seals
            .iter()
            .filter(|finding| self.stands_in_the_way(seal, finding))
            .cloned()
            .collect();
        if !broken.is_empty() {
            return Err(("its seal does not hold any more".to_owned(), broken));
        }
        let texts = self.texts();
        let pending = self.edition.corrigenda.get(seal.corrigenda.len()..);
        let pending = pending.unwrap_or_default();
        let changed = digests(&texts) != *seal.texts();
        let correction = match (pending, changed) {
            ([], false) => None,
            ([], true) => {
                let why = "it is sealed, and its texts were changed without a corrigendum";
                return Err((why.to_owned(), seals));
            }
            ([corrigendum], true) => Some(corrigendum),
            ([corrigendum], false) => {
                let why = format!(
                    "the corrigendum of {} corrects nothing: the texts are as they were sealed",
                    corrigendum.date
                );
                return Err((why, Vec::new()));
            }
            _ => {
                let why =
                    "more than one corrigendum is not sealed; enter and seal them one at a time";
                return Err((why.to_owned(), Vec::new()));
            }
        };
        let added = self.edition.ending().besides(&seal.end());
        if correction.is_none() && added.is_empty() {
            let odd = &seal.standing.odd_witnesses;
            let written = self.write(None, &texts, |lang| odd.contains_key(lang));
            return Ok(written.map(|()| Sealing::Unchanged {
                sealed: sealed(seal, &texts),
                mended: odd.keys().cloned().collect(),
            }));
        }
        if let Some(why) = future(self.edition, self.today) {
            return Err((why, Vec::new()));
        }
        let mut grown = seal.clone();
        let mut changes = Vec::new();
        if let Some(corrigendum) = correction {
            let sealed = self.correction(seal, corrigendum, &texts, seals)?;
            changes.clone_from(&sealed.changes);
            grown.corrigenda.push(sealed);
        }
        if !added.is_empty() {
            let mut end = SealedEnd {
                sealed: self.today,
                end: added.clone(),
                digest: seal.digest,
            };
            end.digest = end_digest(&end, seal.latest_end());
            grown.ends.push(end);
        }
        let written = self.write(Some(&grown), &texts, |_| true);
        Ok(written.map(|()| Sealing::Later {
            sealed: sealed(&grown, &texts),
            changes,
            end: added,
        }))
    }

    /// Whether a finding about a seal cannot be mended by sealing what was recorded since, or by making
    /// a witness anew.
    fn stands_in_the_way(&self, seal: &Seal, finding: &Finding) -> bool {
        let rule = finding.rule;
        if rule == &sealed_text_changed::RULE || rule == &unsealed_end::RULE {
            return false;
        }
        if rule == &unsealed_correction::RULE {
            let label = finding.labels.first().map(|label| label.span);
            let pending = self.edition.corrigenda.iter().skip(seal.corrigenda.len());
            return !pending.map(|c| Some(c.span)).any(|span| span == label);
        }
        // A witness without its words is about one language, all else about the seal.
        rule != &broken_seal::RULE || finding.place.language.is_none()
    }
}
