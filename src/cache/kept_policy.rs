use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::kept_finding::{Files, KeptFinding};
use crate::diagnostic::Finding;
use crate::model::Policy;
use crate::source::{FileId, Sources};

/// Policies as they were read, by the names of their folders.
pub type KeptPolicies = BTreeMap<String, KeptPolicy>;

/// A policy as it was read, but for its texts: the digest of what it was read from, and the rest packed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptPolicy {
    of: String,
    packed: Vec<u8>,
}

/// The policy, the files that it names, and what was met while it was read: of the findings the files by
/// their numbers.
#[derive(Serialize, Deserialize)]
struct Packed<P> {
    policy: P,
    files: BTreeMap<FileId, String>,
    met: Vec<KeptFinding>,
    shown: Vec<String>,
}

impl KeptPolicy {
    /// Packs a policy. `of` is the digest of what it was read from, which covers `files`; `None` where
    /// a finding points at another one.
    pub fn new(
        of: &str,
        files: &[FileId],
        policy: &Policy,
        met: &[Finding],
        sources: &Sources,
    ) -> Option<Self> {
        let mut numbers = Files::default();
        let met = met.iter().map(|finding| numbers.finding(finding)).collect();
        let files = files.iter();
        let files = files.map(|file| (*file, sources.get(*file).path().to_owned()));
        let files: BTreeMap<FileId, String> = files.collect();
        let shown = numbers.told(sources).into_iter().map(|(path, _)| path);
        let packed = Packed {
            policy,
            met,
            shown: shown.collect(),
            files,
        };
        let all: BTreeSet<&String> = packed.files.values().collect();
        if !packed.shown.iter().all(|path| all.contains(path)) {
            return None;
        }
        Some(Self {
            of: of.to_owned(),
            packed: postcard::to_allocvec(&packed).ok()?,
        })
    }

    /// The policy, if it was read from the same, and what was met; `file` names a file by its path.
    /// `None` where it has to be read again.
    pub fn again(
        &self,
        of: &str,
        file: impl Fn(&str) -> Option<FileId>,
    ) -> Option<(Policy, Vec<Finding>)> {
        if self.of != of {
            return None;
        }
        let mut packed: Packed<Policy> = postcard::from_bytes(&self.packed).ok()?;
        let files = packed.files.iter();
        let files = files.map(|(old, path)| Some((*old, file(path)?)));
        let files: BTreeMap<FileId, FileId> = files.collect::<Option<_>>()?;
        let known = |old| files.get(&old).copied();
        let shown = packed.shown.iter().map(|path| file(path));
        let shown: Vec<FileId> = shown.collect::<Option<_>>()?;
        let met = packed.met.iter().map(|kept| kept.again(&shown));
        let met = met.collect::<Option<_>>()?;
        packed
            .policy
            .rename_files(known)
            .then_some((packed.policy, met))
    }
}
