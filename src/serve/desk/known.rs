use crate::diagnostic::{Finding, Place};

/// What a finding is known by, wherever its words have moved to.
pub(super) type Known = (&'static str, String, Place);

/// What a finding is known by.
pub(super) fn known(finding: &Finding) -> Known {
    (
        finding.rule.name,
        finding.message.clone(),
        finding.place.clone(),
    )
}
