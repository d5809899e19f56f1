//! The editions of a policy one after the other, as the rules about histories look at them.

use super::sealed_facts_changed::stand;
use crate::diagnostic::{Finding, Place};
use crate::model::{Edition, Policy};

/// Each approved edition and the one before it in force, oldest first. Where a sealed fact of one of
/// them was changed, or one without a seal stands before one with a seal, that is told, and nothing
/// follows from it.
pub(super) fn successions(policy: &Policy) -> impl Iterator<Item = (&Edition, &Edition)> {
    let pairs = policy.approved().zip(policy.approved().skip(1));
    pairs.filter(|(before, edition)| {
        let bare = before.seal.is_none() && before.spoilt.is_none();
        stand(before) && stand(edition) && !(bare && edition.seal.is_some())
    })
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
