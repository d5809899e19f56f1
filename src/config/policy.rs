use serde::Deserialize;

use super::ask::Ask;
use super::entries::entries;
use super::place::find_key;
use super::redlines::{PairFile, RedlinesFile};
use super::yaml::Reading;
use crate::check::missing_key;
use crate::diagnostic::Finding;
use crate::model::{Policy, RedlinePair, Redlines};
use crate::source::{FileId, SourceFile};

/// `policy.yaml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    position: Option<u32>,
    redlines: Option<RedlinesFile>,
}

/// The policy that the file describes, without editions, and the findings. `folder` is the name of
/// the folder it stands in.
pub fn policy(
    id: FileId,
    file: &SourceFile,
    folder: &str,
    reading: Reading<PolicyFile>,
) -> (Policy, Vec<Finding>) {
    let mut ask = Ask {
        id,
        file,
        faulty: reading.faulty,
        findings: reading.findings,
    };
    let redlines = match reading.value.redlines.unwrap_or_default() {
        RedlinesFile::Neighbours => Redlines::Neighbours,
        RedlinesFile::All => Redlines::All,
        RedlinesFile::Pairs(pairs) => Redlines::Pairs(ask.pairs(pairs)),
    };
    let policy = Policy {
        position: reading.value.position,
        redlines,
        ..bare_policy(folder)
    };
    (policy, ask.findings)
}

/// A policy of which nothing is known but its folder.
pub fn bare_policy(folder: &str) -> Policy {
    Policy {
        slug: folder.to_owned(),
        position: None,
        redlines: Redlines::default(),
        editions: Vec::new(),
    }
}

impl Ask<'_> {
    /// The pairs that name both editions; the others are reported.
    fn pairs(&mut self, pairs: Vec<PairFile>) -> Vec<RedlinePair> {
        let places = entries(self.file, "redlines");
        let list = find_key(self.file, &["redlines"]);
        let mut named = Vec::new();
        for (at, pair) in pairs.into_iter().enumerate() {
            let span = places.get(at).map_or(list, |place| place.span());
            match (pair.from, pair.to) {
                (Some(from), Some(to)) => named.push(RedlinePair {
                    from: from.0,
                    to: to.0,
                    span,
                }),
                (from, _) => {
                    let missing = if from.is_none() { "from" } else { "to" };
                    let key = format!("redlines.{missing}");
                    let example = format!("{missing}: \"1.0\"");
                    let finding = missing_key::finding(self.id, span, &key, &example);
                    self.findings.push(finding);
                }
            }
        }
        named
    }
}
