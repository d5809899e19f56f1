use crate::diagnostic::Finding;
use crate::model::Policy;
use crate::source::{FileId, Sources};

/// What was read of policies before, by somebody who knows that they are as they were.
pub trait Memory: Sync {
    /// A policy with its texts set aside, and what was met while it was read. `file` names its files by
    /// their paths. `None` where it has to be read.
    fn recall(
        &self,
        name: &str,
        file: &dyn Fn(&str) -> Option<FileId>,
    ) -> Option<(Policy, Vec<Finding>)>;

    /// Keeps a policy that was read from some files, and what was met.
    fn keep(
        &self,
        name: &str,
        files: &[FileId],
        policy: &Policy,
        met: &[Finding],
        sources: &Sources,
    );
}

/// No memory.
#[derive(Clone, Copy, Debug)]
pub struct Oblivion;

impl Memory for Oblivion {
    fn recall(
        &self,
        _: &str,
        _: &dyn Fn(&str) -> Option<FileId>,
    ) -> Option<(Policy, Vec<Finding>)> {
        None
    }

    fn keep(&self, _: &str, _: &[FileId], _: &Policy, _: &[Finding], _: &Sources) {}
}
