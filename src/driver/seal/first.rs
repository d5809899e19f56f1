use super::Sealing;
use super::desk::{Desk, Outcome, digests, sealed};
use super::future::future;
use crate::check::misplaced_edition;
use crate::diagnostic::Finding;
use crate::model::{Digest, Edition, Seal, SealedFacts, Standing};
use crate::seal::edition_digest;

impl Desk<'_> {
    /// Seals an edition for the first time.
    pub(super) fn first(&self, seals: Vec<Finding>) -> Outcome {
        let refuse = |why: String| Err((why, Vec::new()));
        let order = self.edition.order.as_ref();
        let Some((order, order_date)) = order.and_then(|order| Some((order, order.date?))) else {
            return refuse("it is a draft: no order has approved it yet".to_owned());
        };
        if self.edition.spoilt.is_some() {
            let why = "what is left of an earlier seal is in the way";
            return Err((why.to_owned(), seals));
        }
        // A seal that was taken away may be made again.
        let misplaced = |finding: &Finding| finding.rule == &misplaced_edition::RULE;
        if seals.iter().any(misplaced) {
            return Err(("an edition after it is sealed already".to_owned(), seals));
        }
        if !self.edition.corrigenda.is_empty() {
            let why =
                "it records a corrigendum, which corrects a sealed text, and was never sealed";
            return refuse(why.to_owned());
        }
        if let Some(why) = future(self.edition, self.today) {
            return refuse(why);
        }
        let [before, before_end] = match self.policy.before(self.edition) {
            None => [None, None],
            Some(Edition { number, seal, .. }) => match seal {
                Some(seal) => [Some(seal.latest()), seal.ends.last().map(|end| end.digest)],
                None => {
                    let (slug, why) = (&self.policy.slug, "the edition before it is not sealed");
                    return refuse(format!("{why}; run `tarmaq seal {slug} {number}` first"));
                }
            },
        };
        let texts = self.texts();
        let mut seal = Seal {
            file: self.edition.file,
            sealed: self.today,
            digest: Digest::new([0; 32]),
            before,
            before_end,
            facts: SealedFacts {
                edition: self.edition.number.clone(),
                order: order.number.clone(),
                order_date,
                updated: self.edition.updated,
                in_force: self.edition.in_force,
                end: self.edition.ending(),
            },
            languages: digests(&texts),
            corrigenda: Vec::new(),
            ends: Vec::new(),
            standing: Standing::default(),
        };
        seal.digest = edition_digest(&seal);
        let after = self.policy.after(self.edition);
        if let Some(after) = after
            && let Some(chained) = after.seal.as_ref().and_then(|seal| seal.before)
            && chained != seal.digest
        {
            return refuse(format!(
                "edition {} is sealed already and chained to another digest of this one: the texts, \
                 the facts or the day of sealing (`--date`) are not those of its first seal",
                after.number
            ));
        }
        let written = self.write(Some(&seal), &texts, |_| true);
        Ok(written.map(|()| Sealing::Sealed(sealed(&seal, &texts))))
    }
}
