use serde::Deserialize;

use super::yaml::Reading;
use crate::diagnostic::Finding;
use crate::model::Policy;

/// `policy.yaml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    position: Option<u32>,
}

/// The policy that the file describes, without editions, and the findings. `folder` is the name of
/// the folder it stands in.
pub fn policy(folder: &str, reading: Reading<PolicyFile>) -> (Policy, Vec<Finding>) {
    let policy = Policy {
        slug: folder.to_owned(),
        position: reading.value.position,
        editions: Vec::new(),
    };
    (policy, reading.findings)
}
