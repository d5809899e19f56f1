use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::keeping::Keeping;
use super::recall::{Recall, surroundings};
use super::round::OwnPages;
use crate::cache::{Cache, Made, Pages, Recorder};
use crate::diagnostic::Finding;
use crate::links::Links;
use crate::model::Policy;
use crate::site::{Linking, Plan};
use crate::source::{Error, FileId};
use crate::write::Staging;

/// The pages of each policy, and all other files.
pub(super) type Recorded = (BTreeMap<String, Made>, Pages);

/// What is being recorded of a site in the making.
pub(super) struct Recording<'c> {
    keeping: &'c Keeping,
    recall: &'c Recall<'c>,
    plan: &'c Plan<'c>,
    /// Takes the files that are about no single policy.
    pub(super) rest: Recorder<'c>,
    // Policies are printed on several threads. Of each is told whether its pages were taken over.
    policies: Mutex<BTreeMap<String, (Made, bool)>>,
    /// How many files were taken over.
    taken: AtomicUsize,
}

impl<'c> Recording<'c> {
    /// A recording in which nothing is recorded yet.
    pub(super) fn new(
        keeping: &'c Keeping,
        staging: &'c Staging,
        cache: &'c Cache,
        recall: &'c Recall<'c>,
        plan: &'c Plan<'c>,
    ) -> Self {
        Self {
            keeping,
            recall,
            plan,
            rest: Recorder::new(staging, cache),
            policies: Mutex::default(),
            taken: AtomicUsize::new(0),
        }
    }

    /// Makes the pages about a policy, or takes them over from the build before. `recalled` says whether
    /// what was found in it was recalled.
    pub(super) fn print_policy(
        &self,
        policy: &Policy,
        recalled: bool,
        own: &OwnPages<'_>,
    ) -> Result<Vec<Finding>, Error> {
        let seen = self.recall.seen(policy);
        let record = self.keeping.record.as_ref();
        let known = record.and_then(|record| record.made(&policy.slug));
        if recalled
            && let Some(known) = known.filter(|known| known.seen == seen)
            && self.take(policy, known)?
        {
            return Ok(Vec::new());
        }
        let of = self.made_of(policy, own.links());
        if let Some(known) = known.filter(|known| known.of == of) {
            let known = Made {
                seen: seen.clone(),
                ..known.clone()
            };
            if self.take(policy, &known)? {
                return Ok(Vec::new());
            }
        }
        let output = self.rest.apart();
        let met = own.print(&output)?;
        let pages = output.into_pages();
        let own = self.recall.own(policy).to_owned();
        let made = Made {
            of,
            seen,
            own,
            pages,
        };
        self.note(policy, made, false);
        Ok(met)
    }

    /// Takes over the pages of a policy; `false` where that cannot be done.
    fn take(&self, policy: &Policy, known: &Made) -> Result<bool, Error> {
        let taken = self.rest.take(&known.pages)?;
        if taken {
            self.taken.fetch_add(known.pages.len(), Ordering::Relaxed);
            self.note(policy, known.clone(), true);
        }
        Ok(taken)
    }

    /// Whether all that is said in a policy is what it was in the build before.
    pub(super) fn is_as_before(&self, policy: &Policy) -> bool {
        let record = self.keeping.record.as_ref();
        let known = record.and_then(|record| record.made(&policy.slug));
        known.is_some_and(|known| known.own == self.recall.own(policy))
    }

    /// The text of a file about no single policy, as the build before wrote it.
    pub(super) fn earlier(&self, path: &str) -> Option<String> {
        let digest = self.keeping.record.as_ref()?.other(path)?;
        String::from_utf8(self.keeping.cache.file(digest)?).ok()
    }

    /// Takes over a file about no single policy from the build before, and gives its digest; `None` where
    /// that cannot be done.
    pub(super) fn take_over(&self, path: &str) -> Result<Option<blake3::Hash>, Error> {
        let record = self.keeping.record.as_ref();
        let Some(digest) = record.and_then(|record| record.other(path)) else {
            return Ok(None);
        };
        let taken = self.rest.take_one(path, digest)?;
        self.taken.fetch_add(usize::from(taken), Ordering::Relaxed);
        Ok(taken.then(|| blake3::Hash::from_hex(digest).ok()).flatten())
    }

    /// How many files were taken over from the build before.
    pub(super) fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }

    /// Keeps all files of a site that is about to be published, but for the pages of policies that were
    /// taken over and are kept already, and gives what was recorded; `None` where something could not be kept.
    pub(super) fn end(self, staging: &Staging) -> Option<Recorded> {
        let policies = self.policies.into_inner();
        let policies = policies.unwrap_or_else(|poisoned| poisoned.into_inner());
        let others = self.rest.into_pages();
        let new = policies.values().filter(|(_, taken)| !taken);
        let own = new.flat_map(|(made, _)| &made.pages);
        let files: Vec<(&String, &String)> = own.chain(&others).collect();
        let cache = &self.keeping.cache;
        cache.prepare().ok()?;
        let kept = files
            .par_iter()
            .all(|(path, digest)| cache.keep_file(staging, path, digest).is_ok());
        let policies = policies.into_iter();
        let policies = policies.map(|(policy, (made, _))| (policy, made)).collect();
        kept.then_some((policies, others))
    }

    fn note(&self, policy: &Policy, made: Made, taken: bool) {
        let mut policies = self
            .policies
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        policies.insert(policy.slug.clone(), (made, taken));
    }

    /// The digest of all that the pages of a policy are made of, with what its words lead to.
    fn made_of(&self, policy: &Policy, links: &BTreeMap<FileId, Links>) -> String {
        let Keeping {
            survey, occasion, ..
        } = self.keeping;
        let mut hasher = surroundings(policy, survey, *occasion);
        let none = Links::default();
        for text in policy.editions.iter().flat_map(|edition| &edition.texts) {
            let links = links.get(&text.file).unwrap_or(&none);
            let linking = Linking::of(links, self.plan, &text.lang);
            hasher.update(&Bytes::of(&linking).0);
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// The bytes of what is told to a hasher.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn of(told: &impl Hash) -> Self {
        let mut bytes = Self::default();
        told.hash(&mut bytes);
        bytes
    }
}

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// They are hashed elsewhere.
    fn finish(&self) -> u64 {
        0
    }
}
