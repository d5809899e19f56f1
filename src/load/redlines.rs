use crate::check::invalid_value;
use crate::diagnostic::Finding;
use crate::model::{Policy, RedlinePair, Redlines};
use crate::source::FileId;

/// Reports the pairs of editions in a policy's file that make no page: of an edition that is not
/// there, of an edition with itself, and those that stand there already. Which edition of a pair is
/// named first does not matter.
pub(super) fn report(file: FileId, policy: &Policy, findings: &mut Vec<Finding>) {
    let Redlines::Pairs(pairs) = &policy.redlines else {
        return;
    };
    for (at, pair) in pairs.iter().enumerate() {
        let unknown = [&pair.from, &pair.to]
            .into_iter()
            .filter(|number| policy.edition(number).is_none());
        let mut faults: Vec<String> = unknown
            .map(|number| format!("the policy has no edition `{number}`"))
            .collect();
        let earlier = pairs.iter().take(at).any(|other| same(pair, other));
        if pair.from == pair.to {
            let own = &pair.from;
            faults = vec![format!("edition `{own}` is to be compared with itself")];
        } else if earlier && faults.is_empty() {
            faults.push("the same pair stands above".to_owned());
        }
        findings.extend(
            faults
                .iter()
                .map(|why| invalid_value::finding(file, pair.span, why)),
        );
    }
}

/// Whether two pairs are of the same editions, whichever way round.
fn same(one: &RedlinePair, other: &RedlinePair) -> bool {
    let own = (&one.from, &one.to);
    own == (&other.from, &other.to) || own == (&other.to, &other.from)
}
