//! The editions of a policy one after the other, as the rules about histories look at them.

use crate::diagnostic::{Finding, Place};
use crate::model::{Edition, Policy};

/// Each approved edition and the one before it in force, oldest first.
pub(super) fn successions(policy: &Policy) -> impl Iterator<Item = (&Edition, &Edition)> {
    policy.approved().zip(policy.approved().skip(1))
}

/// Says which edition of a policy a finding is about.
pub(super) fn of_edition(mut finding: Finding, policy: &Policy, edition: &Edition) -> Finding {
    finding.place = Place {
        policy: Some(policy.slug.clone()),
        edition: Some(edition.number.clone()),
        ..finding.place
    };
    finding
}
