use std::path::Path;

use super::record::Record;
use super::{Verdict, Wish, Workshop};
use crate::load::Loaded;
use crate::source::Error;
use crate::verify::{Found, Hint, likeness};

/// How much alike words have to be to be taken for a text, in thousandths.
const ALIKE: usize = 500;

/// All texts of a site, sealed or not.
pub(super) struct Archive<'l> {
    pub(super) loaded: &'l Loaded,
    pub(super) workshop: &'l Workshop<'l>,
    records: Vec<Record<'l>>,
}

impl<'l> Archive<'l> {
    pub(super) fn new(loaded: &'l Loaded, workshop: &'l Workshop<'l>) -> Self {
        let mut records = Vec::new();
        for policy in &loaded.site.policies {
            for edition in &policy.editions {
                let seal = edition.seal.as_ref();
                let sealed = seal.map(|seal| seal.texts().keys().collect::<Vec<_>>());
                let langs =
                    sealed.unwrap_or_else(|| edition.texts.iter().map(|t| &t.lang).collect());
                records.extend(langs.into_iter().map(|lang| Record {
                    policy,
                    edition,
                    lang,
                    sealed: seal.and_then(|seal| Some((seal, *seal.texts().get(lang)?))),
                }));
            }
        }
        Self {
            loaded,
            workshop,
            records,
        }
    }

    /// What becomes of the words found in a file.
    pub(super) fn judge(&self, found: &Found, wish: &Wish, at: &Path) -> Result<Verdict, Error> {
        let Some(hint) = self.believed(&found.hint) else {
            return Ok(Verdict::NoEdition);
        };
        let pick = |wished: &Option<String>, hinted: &Option<String>| {
            wished.clone().or_else(|| hinted.clone())
        };
        let policy = pick(&wish.policy, &hint.policy);
        let edition = pick(&wish.edition, &hint.edition);
        let language = pick(&wish.language, &hint.language);
        let fits = |asked: &Option<String>, own: &str| asked.as_ref().is_none_or(|a| a == own);
        let candidates = self.records.iter().filter(|record| {
            fits(&policy, &record.policy.slug)
                && fits(&edition, &record.edition.number)
                && fits(&language, record.lang.code())
        });
        let candidates: Vec<&Record<'_>> = candidates.collect();
        let sealed = candidates.iter().filter(|record| record.sealed.is_some());
        let sealed: Vec<&Record<'_>> = sealed.copied().collect();
        let named = policy.is_some() && edition.is_some();
        match (sealed.as_slice(), candidates.first()) {
            ([one], _) if named => one.judge(self, found, at),
            ([], Some(record)) if named => Ok(Verdict::NotSealed(record.told())),
            _ => self.most_alike(&sealed, found, at),
        }
    }

    /// What is believed of what a page says of itself: an edition of this site, first of all by its
    /// address, because a page has to show what its address says. `None` when it says that it is
    /// another page of this site.
    fn believed(&self, hint: &Hint) -> Option<Hint> {
        let is_known = |policy: &str, edition: Option<&str>| {
            self.records.iter().any(|record| {
                record.policy.slug == policy
                    && edition.is_none_or(|edition| record.edition.number == edition)
            })
        };
        let mut believed = Hint {
            language: hint.language.clone(),
            ..Hint::default()
        };
        if let Some(policy) = hint.policy.as_deref()
            && is_known(policy, hint.edition.as_deref())
        {
            believed = hint.clone();
        }
        let path: Option<Vec<&str>> = hint
            .path
            .as_ref()
            .map(|path| path.iter().map(String::as_str).collect());
        match path.as_deref() {
            None => {}
            Some([language, policy]) if is_known(policy, None) => {
                believed.language = Some((*language).to_owned());
                believed.policy = Some((*policy).to_owned());
            }
            Some([language, policy, edition]) if is_known(policy, Some(edition)) => {
                believed.language = Some((*language).to_owned());
                believed.policy = Some((*policy).to_owned());
                believed.edition = Some((*edition).to_owned());
            }
            Some(_) => return None,
        }
        Some(believed)
    }

    /// Takes a text for the one that it is most like.
    fn most_alike(
        &self,
        records: &[&Record<'_>],
        found: &Found,
        at: &Path,
    ) -> Result<Verdict, Error> {
        let mut best: Option<(usize, &Record<'_>)> = None;
        for record in records {
            let alike = likeness(&record.outline(self)?, found);
            if alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
                best = Some((alike, record));
            }
        }
        match best {
            Some((_, record)) => record.judge(self, found, at),
            None => Ok(Verdict::NoEdition),
        }
    }
}
