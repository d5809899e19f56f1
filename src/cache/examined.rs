use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kept_finding::{Files, KeptFinding};
use crate::check::Pieces;
use crate::diagnostic::Finding;
use crate::source::{FileId, Sources};

/// What a build found out about policies, by their names.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Examinations(BTreeMap<String, Examination>);

/// What was found out about one policy: the digest of all that was looked at, and the findings and
/// pieces, packed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Examination {
    of: String,
    packed: Vec<u8>,
}

/// Findings and pieces as they are packed: files by their numbers, and their paths in that order.
#[derive(Serialize, Deserialize)]
struct Packed {
    files: Vec<String>,
    findings: Vec<KeptFinding>,
    /// The pieces, of each the number of its file.
    pieces: Pieces<usize>,
}

impl Examinations {
    /// What was found out about a policy when the same was looked at.
    pub fn get(&self, policy: &str, of: &str) -> Option<&Examination> {
        self.0.get(policy).filter(|kept| kept.of == of)
    }
}

impl FromIterator<(String, Examination)> for Examinations {
    fn from_iter<I: IntoIterator<Item = (String, Examination)>>(kept: I) -> Self {
        Self(kept.into_iter().collect())
    }
}

impl Examination {
    /// Packs what was found out about a policy. `of` is the digest of what was looked at, which covers
    /// the files in `folder`; `None` where a finding points at another file.
    pub fn new(
        of: &str,
        folder: &str,
        findings: &[Finding],
        pieces: &Pieces,
        sources: &Sources,
    ) -> Option<Self> {
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
        Some(Self {
            of: of.to_owned(),
            packed: postcard::to_allocvec(&packed).ok()?,
        })
    }

    /// What was found out; `file` names a file by its path. `None` where it cannot be told again.
    pub fn again(&self, file: impl Fn(&str) -> Option<FileId>) -> Option<(Vec<Finding>, Pieces)> {
        let packed: Packed = postcard::from_bytes(&self.packed).ok()?;
        let files = packed.files.iter().map(|path| file(path));
        let files: Vec<FileId> = files.collect::<Option<_>>()?;
        let findings = packed.findings.iter().map(|kept| kept.again(&files));
        let findings = findings.collect::<Option<_>>()?;
        let pieces = packed.pieces.try_map(|file| files.get(file).copied())?;
        Some((findings, pieces))
    }
}
