use std::path::Path;

use super::archive::Archive;
use super::{Subject, Verdict};
use crate::model::{Digest, Edition, Lang, Order, Policy, Seal, Text};
use crate::seal::{answers, read_witness, seal_text};
use crate::source::Error;
use crate::verify::{Found, Make, Outline, compare};

/// One text.
pub(super) struct Record<'l> {
    pub(super) policy: &'l Policy,
    pub(super) edition: &'l Edition,
    pub(super) lang: &'l Lang,
    pub(super) sealed: Option<(&'l Seal, Digest)>,
}

impl Record<'_> {
    /// What it is called.
    pub(super) fn told(&self) -> String {
        let (policy, edition) = (&self.policy.slug, &self.edition.number);
        format!("edition {edition} of {policy} in {}", self.lang)
    }

    /// What becomes of the words of the file at a path that are taken for this text.
    pub(super) fn judge(
        &self,
        archive: &Archive<'_>,
        found: &Found,
        at: &Path,
    ) -> Result<Verdict, Error> {
        let Some((_, digest)) = self.sealed else {
            return Ok(Verdict::NotSealed(self.told()));
        };
        let subject = Subject {
            policy: self.policy.slug.clone(),
            edition: self.edition.number.clone(),
            language: self.lang.clone(),
            digest,
        };
        let departures = compare(&self.outline(archive)?, found);
        if !departures.is_empty() {
            return Ok(Verdict::Departs(subject, departures));
        }
        let make = match &found.frame {
            None => Make::default(),
            Some(frame) => archive.workshop.compare(self, frame, at)?,
        };
        Ok(match make.faults.is_empty() {
            true => Verdict::Equal(subject, make),
            false => Verdict::Tampered(subject, make),
        })
    }

    /// What was sealed: the text, if it is as it was sealed, else its witness.
    pub(super) fn outline(&self, archive: &Archive<'_>) -> Result<Outline, Error> {
        let Some((seal, digest)) = self.sealed else {
            return Ok(Outline::default());
        };
        let lines = self.lines(archive, seal);
        if let Some(text) = self.sealed_text() {
            let sealed = seal_text(text);
            let units = sealed.units.iter();
            let units = units.map(|unit| (unit.address.as_str(), unit.form.as_str()));
            return Ok(Outline::new(units, &lines));
        }
        let witness = seal.standing.changed.get(self.lang).copied().flatten();
        let witness = witness.map(|id| archive.loaded.sources.get(id).text());
        let units = read_witness(witness.unwrap_or_default());
        if !answers(&units, digest) {
            let why = format!(
                "neither the text nor the witness of {} is as it was sealed",
                self.told()
            );
            return Err(Error::explained(
                "find the words sealed in",
                seal_path(self).as_ref(),
                why,
            ));
        }
        let units = units.iter().map(|unit| (unit.address, unit.form));
        Ok(Outline::new(units, &lines))
    }

    /// The text in the sources, if it is as it was sealed.
    pub(super) fn sealed_text(&self) -> Option<&Text> {
        let (seal, _) = self.sealed?;
        let is_changed = seal.standing.changed.contains_key(self.lang);
        self.edition.text(self.lang).filter(|_| !is_changed)
    }

    /// The lines about the edition that stand below its title, from the facts that were sealed.
    fn lines(&self, archive: &Archive<'_>, seal: &Seal) -> Vec<String> {
        let Some(language) = archive.loaded.languages.get(self.lang) else {
            return Vec::new();
        };
        let facts = &seal.facts;
        let span = crate::source::Span::at(0);
        let edition = Edition {
            number: facts.edition.clone(),
            order: Some(Order {
                number: facts.order.clone(),
                span,
                date: Some(facts.order_date),
                date_span: span,
            }),
            updated: facts.updated,
            in_force: facts.in_force,
            ..self.edition.clone()
        };
        let updated = language.updated_line(&edition);
        updated
            .into_iter()
            .chain([language.edition_line(&edition)])
            .collect()
    }
}

fn seal_path(record: &Record<'_>) -> String {
    format!("content/{}/{}", record.policy.slug, record.edition.number)
}
