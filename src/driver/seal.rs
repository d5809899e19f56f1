use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::{Occasion, examine, scope, settle};
use crate::check::broken_seal;
use crate::diagnostic::{Family, Finding, Report, Severity};
use crate::load::{find_edition, find_policy, load};
use crate::model::{
    Corrigendum, Digest, Edition, Lang, Policy, Seal, SealedChange, SealedCorrigendum, SealedFacts,
    Standing,
};
use crate::seal::{
    Difference, SealedText, answers, collapsed, corrigendum_digest, differences, edition_digest,
    read_witness, seal_text, write, write_witness,
};
use crate::source::{Error, Sources};
use crate::write::replace;

/// What became of an edition that was to be sealed.
#[derive(Debug)]
pub enum Sealing {
    /// It was sealed now.
    Sealed(Sealed),
    /// It was sealed before, and is as it was sealed. `mended` tells whether a witness was made anew.
    Unchanged {
        /// The seal.
        sealed: Sealed,
        /// The languages whose witness was made anew.
        mended: Vec<Lang>,
    },
    /// A correction of it was sealed.
    Corrected {
        /// The seal.
        sealed: Sealed,
        /// What was corrected.
        changes: Vec<SealedChange>,
    },
    /// It cannot be sealed.
    Refused {
        /// Why.
        why: String,
        /// What has to be mended first.
        report: Box<Report>,
    },
}

/// A sealed edition in figures.
#[derive(Debug)]
pub struct Sealed {
    /// Its digest.
    pub digest: Digest,
    /// The languages of its texts.
    pub languages: Vec<Lang>,
    /// The clauses of all texts.
    pub clauses: usize,
}

/// Seals an edition of the site in a folder, or a correction of an edition that is sealed already.
pub fn seal(
    root: &Path,
    policy: &str,
    edition: &str,
    occasion: Occasion,
) -> Result<Sealing, Error> {
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let scope = scope::scope(&examine::examine(&loaded, occasion, &mut findings).0);
    let settled = settle::settle(&loaded, findings);
    let found = find_policy(&loaded.site, policy)?;
    let chosen = find_edition(found, edition)?;
    let errors = settled.findings.into_iter().filter(|finding| {
        let place = &finding.place;
        let here = place
            .edition
            .as_ref()
            .is_none_or(|number| number == edition);
        let mine = place.policy.as_ref().is_none_or(|slug| slug == policy) && here;
        mine && finding.severity == Severity::Error
    });
    let errors: Vec<Finding> = errors.collect();
    let desk = Desk {
        policy: found,
        edition: chosen,
        sources: &loaded.sources,
        folder: root.join("content").join(policy).join(edition),
        today: occasion.today,
    };
    match desk.seal(errors) {
        Ok(sealing) => sealing,
        Err((why, errors)) => {
            let report = Report::new(loaded.sources, errors, Vec::new(), scope);
            let report = Box::new(report);
            Ok(Sealing::Refused { why, report })
        }
    }
}

/// Where one edition is sealed.
struct Desk<'l> {
    policy: &'l Policy,
    edition: &'l Edition,
    sources: &'l Sources,
    folder: PathBuf,
    today: Date,
}

/// Why an edition is not sealed, and what has to be mended first.
type Refusal = (String, Vec<Finding>);

impl Desk<'_> {
    fn seal(&self, errors: Vec<Finding>) -> Result<Result<Sealing, Error>, Refusal> {
        let (seals, others): (Vec<Finding>, Vec<Finding>) = errors
            .into_iter()
            .partition(|error| error.rule.family == Family::Seal);
        if !others.is_empty() {
            let why = "the edition has errors, and would be sealed with them";
            return Err((why.to_owned(), others));
        }
        match &self.edition.seal {
            None => self.first(seals),
            Some(seal) => self.again(seal, seals),
        }
    }

    /// Seals an edition for the first time.
    fn first(&self, seals: Vec<Finding>) -> Result<Result<Sealing, Error>, Refusal> {
        let refuse = |why: String| Err((why, Vec::new()));
        let order = self.edition.order.as_ref();
        let Some((order, order_date)) = order.and_then(|order| Some((order, order.date?))) else {
            return refuse("it is a draft: no order has approved it yet".to_owned());
        };
        if !seals.is_empty() {
            return Err((
                "what is left of an earlier seal is in the way".to_owned(),
                seals,
            ));
        }
        if !self.edition.corrigenda.is_empty() {
            let why =
                "it records a corrigendum, which corrects a sealed text, and was never sealed";
            return refuse(why.to_owned());
        }
        let before = match self.policy.before(self.edition) {
            None => None,
            Some(Edition { number, seal, .. }) => match seal {
                Some(seal) => Some(seal.latest()),
                None => {
                    let (slug, why) = (&self.policy.slug, "the edition before it is not sealed");
                    return refuse(format!("{why}; run `tarmaq seal {slug} {number}` first"));
                }
            },
        };
        let texts = self.texts();
        let facts = SealedFacts {
            edition: self.edition.number.clone(),
            order: order.number.clone(),
            order_date,
            updated: self.edition.updated,
            in_force: self.edition.in_force,
        };
        let languages = digests(&texts);
        let digest = edition_digest(&facts, &languages, before);
        let after = self.policy.after(self.edition);
        if let Some(after) = after
            && let Some(chained) = after.seal.as_ref().and_then(|seal| seal.before)
            && chained != digest
        {
            return refuse(format!(
                "edition {} is sealed already and chained to another digest of this one: the texts \
                 or the facts were changed since",
                after.number
            ));
        }
        let seal = Seal {
            file: self.edition.file,
            sealed: self.today,
            digest,
            before,
            facts,
            languages,
            corrigenda: Vec::new(),
            standing: Standing::default(),
        };
        let written = self.write(Some(&seal), &texts, |_| true);
        Ok(written.map(|()| Sealing::Sealed(sealed(&seal, &texts))))
    }

    /// Seals a correction, or tells that there is none.
    fn again(&self, seal: &Seal, seals: Vec<Finding>) -> Result<Result<Sealing, Error>, Refusal> {
        let pending = self.edition.corrigenda.get(seal.corrigenda.len()..);
        let pending = pending.unwrap_or_default();
        let broken: Vec<Finding> = seals
            .iter()
            .filter(|finding| self.stands_in_the_way(seal, finding))
            .cloned()
            .collect();
        if !broken.is_empty() {
            return Err(("its seal does not hold any more".to_owned(), broken));
        }
        let texts = self.texts();
        let changed = digests(&texts) != *seal.texts();
        match (pending, changed) {
            ([], false) => {
                let odd = &seal.standing.odd_witnesses;
                let written = self.write(None, &texts, |lang| odd.contains_key(lang));
                Ok(written.map(|()| Sealing::Unchanged {
                    sealed: sealed(seal, &texts),
                    mended: odd.keys().cloned().collect(),
                }))
            }
            ([], true) => Err((
                "it is sealed, and its texts were changed without a corrigendum".to_owned(),
                seals,
            )),
            ([corrigendum], true) => self.correct(seal, corrigendum, &texts, seals),
            ([corrigendum], false) => Err((
                format!(
                    "the corrigendum of {} corrects nothing: the texts are as they were sealed",
                    corrigendum.date
                ),
                Vec::new(),
            )),
            _ => Err((
                "more than one corrigendum is not sealed; enter and seal them one at a time"
                    .to_owned(),
                Vec::new(),
            )),
        }
    }

    /// Whether a finding about a seal cannot be mended by sealing a correction, or by making a
    /// witness anew.
    fn stands_in_the_way(&self, seal: &Seal, finding: &Finding) -> bool {
        match finding.rule.name {
            "sealed-text-changed" => false,
            "unsealed-correction" => {
                let label = finding.labels.first().map(|label| label.span);
                let pending = self.edition.corrigenda.iter().skip(seal.corrigenda.len());
                !pending.map(|c| Some(c.span)).any(|span| span == label)
            }
            _ if finding.rule == &broken_seal::RULE => {
                // A witness without its words is about one language, all else about the seal.
                finding.place.language.is_none()
            }
            _ => true,
        }
    }

    fn correct(
        &self,
        seal: &Seal,
        corrigendum: &Corrigendum,
        texts: &BTreeMap<Lang, SealedText>,
        seals: Vec<Finding>,
    ) -> Result<Result<Sealing, Error>, Refusal> {
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
            changes: changes.clone(),
            digest: seal.latest(),
        };
        correction.digest = corrigendum_digest(&correction, seal.latest());
        let mut seal = seal.clone();
        seal.corrigenda.push(correction);
        let written = self.write(Some(&seal), texts, |_| true);
        Ok(written.map(|()| Sealing::Corrected {
            sealed: sealed(&seal, texts),
            changes,
        }))
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

    fn texts(&self) -> BTreeMap<Lang, SealedText> {
        let texts = self.edition.texts.iter();
        texts
            .map(|text| (text.lang.clone(), seal_text(text)))
            .collect()
    }

    /// Writes the seal first: a witness that is missing can be made anew from the text.
    fn write(
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

fn digests(texts: &BTreeMap<Lang, SealedText>) -> BTreeMap<Lang, Digest> {
    let texts = texts.iter();
    texts
        .map(|(lang, text)| (lang.clone(), text.digest))
        .collect()
}

fn sealed(seal: &Seal, texts: &BTreeMap<Lang, SealedText>) -> Sealed {
    Sealed {
        digest: seal.latest(),
        languages: texts.keys().cloned().collect(),
        clauses: texts.values().map(SealedText::clauses).sum(),
    }
}
