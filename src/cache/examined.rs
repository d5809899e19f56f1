use serde::{Deserialize, Serialize};

use super::kept_finding::{Files, KeptFinding};
use crate::check::Pieces;
use crate::diagnostic::Finding;
use crate::source::{FileId, Sources};

/// Findings and pieces as they are packed: files by their numbers, and their paths in that order.
#[derive(Serialize, Deserialize)]
struct Packed {
    files: Vec<String>,
    findings: Vec<KeptFinding>,
    /// The pieces, of each text the number of its file.
    pieces: Pieces<usize>,
}

/// Packs what was found out about a policy; `None` where a finding points at a file that does not lie in
/// `folder`.
pub fn pack_examined(
    folder: &str,
    findings: &[Finding],
    pieces: &Pieces,
    sources: &Sources,
) -> Option<Vec<u8>> {
    let mut files = Files::default();
    let findings = findings.iter().map(|finding| files.finding(finding));
    let findings = findings.collect();
    let pieces = pieces.clone().try_map(|file| Some(files.number(file)))?;
    let files = files.told(sources).into_iter().map(|(path, _)| path);
    let files: Vec<String> = files.collect();
    if !files.iter().all(|path| path.starts_with(folder)) {
        return None;
    }
    let packed = Packed {
        files,
        findings,
        pieces,
    };
    postcard::to_allocvec(&packed).ok()
}

/// What was found out about a policy; `file` names a file by its path. `None` where it cannot be told
/// again.
pub fn unpack_examined(
    packed: &[u8],
    file: impl Fn(&str) -> Option<FileId>,
) -> Option<(Vec<Finding>, Pieces)> {
    let packed: Packed = postcard::from_bytes(packed).ok()?;
    let files = packed.files.iter().map(|path| file(path));
    let files: Vec<FileId> = files.collect::<Option<_>>()?;
    let findings = packed.findings.into_iter().map(|kept| kept.again(&files));
    let findings = findings.collect::<Option<_>>()?;
    let pieces = packed.pieces.try_map(|file| files.get(file).copied())?;
    Some((findings, pieces))
}
