use std::sync::Mutex;

use crate::cache::{KeptPolicies, KeptPolicy, Survey};
use crate::diagnostic::Finding;
use crate::load::Memory;
use crate::model::Policy;
use crate::source::{FileId, Sources};

/// What builds before read of policies that are as they were, and what this one reads of the others.
pub(super) struct Recollection<'k> {
    survey: &'k Survey,
    kept: KeptPolicies,
    // Policies are read on several threads.
    known: Mutex<KeptPolicies>,
}

impl<'k> Recollection<'k> {
    pub(super) fn new(kept: KeptPolicies, survey: &'k Survey) -> Self {
        Self {
            survey,
            kept,
            known: Mutex::default(),
        }
    }

    /// All that is known now.
    pub(super) fn into_known(self) -> KeptPolicies {
        let known = self.known.into_inner();
        known.unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The digest of all that a policy is read from.
    fn digest(&self, name: &str) -> Option<String> {
        let own = self.survey.policies.get(name)?;
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.survey.shared.as_bytes());
        hasher.update(own.as_bytes());
        Some(hasher.finalize().to_hex().to_string())
    }

    fn note(&self, name: &str, policy: KeptPolicy) {
        let known = self.known.lock();
        let mut known = known.unwrap_or_else(|poisoned| poisoned.into_inner());
        known.insert(name.to_owned(), policy);
    }
}

impl Memory for Recollection<'_> {
    fn recall(
        &self,
        name: &str,
        file: &dyn Fn(&str) -> Option<FileId>,
    ) -> Option<(Policy, Vec<Finding>)> {
        let kept = self.kept.get(name)?;
        let recalled = kept.again(&self.digest(name)?, file)?;
        self.note(name, kept.clone());
        Some(recalled)
    }

    fn keep(
        &self,
        name: &str,
        files: &[FileId],
        policy: &Policy,
        met: &[Finding],
        sources: &Sources,
    ) {
        let digest = self.digest(name);
        let kept = digest.and_then(|of| KeptPolicy::new(&of, files, policy, met, sources));
        if let Some(kept) = kept {
            self.note(name, kept);
        }
    }
}
