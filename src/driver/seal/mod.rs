//! Sealing an edition, and what is recorded of it later.

mod correction;
mod desk;
mod first;
mod future;
mod later;

use std::path::Path;

use desk::Desk;

use super::check::look_over;
use super::{Occasion, Unseen, settle};
use crate::diagnostic::{Finding, Report, Severity};
use crate::load::{find_edition, find_policy, load};
use crate::model::{Digest, Lang, SealedChange, SealedEnding};
use crate::source::Error;

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
    /// What was recorded of it since it was sealed was sealed.
    Later {
        /// The seal.
        sealed: Sealed,
        /// What was corrected in its texts.
        changes: Vec<SealedChange>,
        /// What was recorded of its end.
        end: SealedEnding,
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

/// Seals an edition of the site in a folder; of an edition that is sealed already a correction and an
/// end that were recorded since.
pub fn seal(
    root: &Path,
    policy: &str,
    edition: &str,
    occasion: Occasion,
) -> Result<Sealing, Error> {
    let mut loaded = load(root)?;
    let mut findings = std::mem::take(&mut loaded.findings).into_all();
    let scope = look_over(&loaded, occasion, &mut findings, &Unseen);
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
