use crate::cache::{Drawer, NewDrawer, Survey, pack_policy, unpack_policy};
use crate::diagnostic::Finding;
use crate::load::Memory;
use crate::model::Policy;
use crate::source::{FileId, Sources};

/// What builds before read of policies that are as they were, and what this one reads of the others.
pub(super) struct Recollection<'k> {
    pub(super) survey: &'k Survey,
    pub(super) kept: Option<Drawer>,
    /// All that is known now.
    pub(super) known: NewDrawer,
}

impl Recollection<'_> {
    /// The digest of all that a policy is read from.
    fn digest(&self, name: &str) -> Option<String> {
        let own = self.survey.policies.get(name)?;
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.survey.shared.as_bytes());
        hasher.update(own.as_bytes());
        Some(hasher.finalize().to_hex().to_string())
    }
}

impl Memory for Recollection<'_> {
    fn recall(
        &self,
        name: &str,
        file: &dyn Fn(&str) -> Option<FileId>,
    ) -> Option<(Policy, Vec<Finding>)> {
        let digest = self.digest(name)?;
        let kept = self.kept.as_ref()?.get(name, &digest)?;
        let recalled = unpack_policy(&kept, file)?;
        self.known.put(name, &digest, &kept);
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
        let packed = pack_policy(files, policy, met, sources);
        if let (Some(digest), Some(packed)) = (self.digest(name), packed) {
            self.known.put(name, &digest, &packed);
        }
    }
}
