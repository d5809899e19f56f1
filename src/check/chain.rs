//! Whether the seals of a policy are chained one to the other. Whoever broke the chain is told, and none
//! of those it was broken for.

use super::sealed::line_of;
use super::{broken_seal, misplaced_edition};
use crate::diagnostic::Finding;
use crate::model::{Digest, Edition, Policy, Seal};
use crate::source::Sources;

/// Follows the chain of seals of a policy. Editions stand in the order of the days that were sealed.
pub(super) fn check(policy: &Policy, sources: &Sources, findings: &mut Vec<Finding>) {
    let mut before: Option<(&Edition, &Seal)> = None;
    let mut between: Vec<&Edition> = Vec::new();
    for edition in &policy.editions {
        let Some(seal) = &edition.seal else {
            between.push(edition);
            continue;
        };
        let link = Link {
            policy,
            sources,
            before,
            between: std::mem::take(&mut between),
            edition,
            seal,
        };
        link.check(findings);
        before = Some((edition, seal));
    }
}

/// A sealed edition, the sealed one before it, and the editions that are not sealed between the two.
struct Link<'p> {
    policy: &'p Policy,
    sources: &'p Sources,
    before: Option<(&'p Edition, &'p Seal)>,
    between: Vec<&'p Edition>,
    edition: &'p Edition,
    seal: &'p Seal,
}

impl Link<'_> {
    fn check(&self, findings: &mut Vec<Finding>) {
        let before = self.before.map(|(edition, _)| edition);
        let holds = match (self.seal.before, self.before) {
            (None, None) => true,
            (Some(digest), Some((_, seal))) => has(seal, digest),
            _ => false,
        };
        if holds {
            // An edition with a spoilt seal has been told of.
            let loose = self.between.iter().filter(|own| own.spoilt.is_none());
            findings.extend(
                loose.map(|own| misplaced_edition::finding(self.policy, own, before, self.edition)),
            );
            findings.extend(self.lost_end());
        } else if self.between.iter().all(|own| own.spoilt.is_none()) {
            findings.push(self.broken());
        }
    }

    /// The finding about the end of the edition before, where it was sealed and is not any more.
    fn lost_end(&self) -> Option<Finding> {
        let (edition, seal) = self.before?;
        let digest = self.seal.before_end?;
        if seal.ends.iter().any(|end| end.digest == digest) {
            return None;
        }
        let (number, next) = (&edition.number, &self.edition.number);
        let message = format!(
            "the end of edition {number} that edition {next} is chained to is not in its seal any more"
        );
        let places = [
            (seal.file, self.line(seal, "digest:")),
            (self.seal.file, self.line(self.seal, "before_end:")),
        ];
        let help =
            "restore seal.yaml and edition.yaml of the earlier edition from the version history";
        Some(broken_seal::about(
            self.policy,
            edition,
            message,
            &places,
            help,
        ))
    }

    /// The finding about a chain that does not hold, at the edition that broke it as far as that is
    /// known.
    fn broken(&self) -> Finding {
        let number = &self.edition.number;
        let own = (self.seal.file, self.line(self.seal, "before:"));
        let about = |edition, message, places: &[_], help| {
            broken_seal::about(self.policy, edition, message, places, help)
        };
        let lost = self.between.last().filter(|_| self.seal.before.is_some());
        let other = self.seal.before.and_then(|digest| {
            let mut editions = self.policy.editions.iter();
            editions.find(|other| other.seal.as_ref().is_some_and(|seal| has(seal, digest)))
        });
        let apart = "the two were sealed apart from each other: delete seal.yaml and the folder `seal` \
                     of the one that is not published yet, and run `tarmaq seal` again";
        let history = "restore what was there from the version history";
        match (lost, other, self.before) {
            (Some(lost), ..) => {
                let message = format!(
                    "edition {} has no seal any more, and edition {number} after it is chained to one",
                    lost.number
                );
                let help = "restore its seal.yaml and the folder `seal` from the version history; if \
                            this edition is new, correct its date";
                about(lost, message, &[(lost.file, lost.places.number), own], help)
            }
            (None, Some(other), Some((before, _))) => {
                let message = format!(
                    "edition {number} is chained to edition {}, and edition {}, which is sealed too, \
                     stands between them",
                    other.number, before.number
                );
                about(self.edition, message, &[own], apart)
            }
            (None, _, Some((before, _))) if self.seal.before.is_none() => {
                let message = format!(
                    "edition {number} is sealed as the first edition, and edition {}, which is sealed \
                     too, stands before it",
                    before.number
                );
                let own = (self.seal.file, self.line(self.seal, "digest:"));
                about(self.edition, message, &[own], apart)
            }
            (None, _, Some((before, seal))) if seal.sealed > self.seal.sealed => {
                let message = format!(
                    "edition {} was sealed anew on {}, after edition {number} had been chained to its \
                     seal of before",
                    before.number, seal.sealed
                );
                let place = (seal.file, self.line(seal, "sealed:"));
                about(before, message, &[place, own], history)
            }
            (None, _, before) => {
                let known = before.map(|(before, _)| before.number.as_str());
                let other =
                    known.map(|known| format!(", and it is not edition {known} as it is now"));
                let message = format!(
                    "the edition before edition {number}, which it is chained to, is not there{}",
                    other.unwrap_or_default()
                );
                about(self.edition, message, &[own], history)
            }
        }
    }

    fn line(&self, seal: &Seal, key: &str) -> crate::source::Span {
        line_of(self.sources.get(seal.file), key)
    }
}

fn has(seal: &Seal, digest: Digest) -> bool {
    seal.digests().any(|own| own == digest)
}
