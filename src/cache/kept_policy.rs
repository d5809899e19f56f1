use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::kept_finding::{Files, KeptFinding};
use crate::diagnostic::Finding;
use crate::model::Policy;
use crate::source::{FileId, Sources};

/// The policy, the files that it names, and what was met while it was read: of the findings the files by
/// their numbers.
#[derive(Serialize, Deserialize)]
struct Packed<P> {
    policy: P,
    files: BTreeMap<FileId, String>,
    met: Vec<KeptFinding>,
    shown: Vec<String>,
}

/// Packs a policy as it was read from some files, but for its texts; `None` where what was met points at
/// another file.
pub fn pack_policy(
    files: &[FileId],
    policy: &Policy,
    met: &[Finding],
    sources: &Sources,
) -> Option<Vec<u8>> {
    let mut numbers = Files::default();
    let met = met.iter().map(|finding| numbers.finding(finding));
    let met = met.collect();
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
    postcard::to_allocvec(&packed).ok()
}

/// A policy with its texts set aside, and what was met while it was read; `file` names a file by its
/// path. `None` where it has to be read again.
pub fn unpack_policy(
    packed: &[u8],
    file: impl Fn(&str) -> Option<FileId>,
) -> Option<(Policy, Vec<Finding>)> {
    let mut packed: Packed<Policy> = postcard::from_bytes(packed).ok()?;
    let files = packed.files.iter();
    let files = files.map(|(old, path)| Some((*old, file(path)?)));
    let files: BTreeMap<FileId, FileId> = files.collect::<Option<_>>()?;
    let known = |old| files.get(&old).copied();
    let shown = packed.shown.iter().map(|path| file(path));
    let shown: Vec<FileId> = shown.collect::<Option<_>>()?;
    let met = packed.met.into_iter().map(|kept| kept.again(&shown));
    let met = met.collect::<Option<_>>()?;
    let renamed = packed.policy.rename_files(known);
    renamed.then_some((packed.policy, met))
}
