use std::collections::BTreeMap;

use super::Finding;
use crate::source::Sources;

/// What a finding is known by from one run to the next: its rule, its place and the words, not the
/// line, so that it stays the same when lines move. The second of two findings of the same words in
/// the same place counts as the second, and so on.
#[derive(Default)]
pub(super) struct Fingerprints {
    met: BTreeMap<[u8; 32], usize>,
}

impl Fingerprints {
    /// The fingerprint of the next finding.
    pub(super) fn of(&mut self, finding: &Finding, sources: &Sources) -> String {
        let hash = hash(finding, sources);
        let times = self.met.entry(hash.into()).or_default();
        *times += 1;
        let shown = &hash.to_hex()[..32];
        match times {
            1 => shown.to_owned(),
            times => format!("{shown}:{times}"),
        }
    }
}

fn hash(finding: &Finding, sources: &Sources) -> blake3::Hash {
    let mut hash = blake3::Hasher::new();
    let place = &finding.place;
    let facts = [
        &place.policy,
        &place.edition,
        &place.language,
        &place.clause,
    ];
    hash.update(finding.rule.name.as_bytes());
    for fact in facts {
        hash.update(b"\0");
        hash.update(fact.as_deref().unwrap_or_default().as_bytes());
    }
    for label in &finding.labels {
        let file = sources.get(label.file);
        hash.update(b"\0");
        hash.update(file.path().as_bytes());
        hash.update(b"\0");
        hash.update(file.slice(label.span).as_bytes());
    }
    hash.finalize()
}
