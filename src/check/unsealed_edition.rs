//! An edition that an order has approved is not sealed, on a site that seals its editions.
//!
//! What was once approved has to stay as it was. An edition that is not sealed can be changed
//! without anybody noticing, and the editions after it cannot be sealed either, because each seal is
//! chained to the one before. Drafts are not meant, and neither is a site on which nothing is sealed
//! at all.
//!
//! ```text
//! content/privacy-policy/1.0/edition.yaml     not sealed
//! content/privacy-policy/1.1/edition.yaml     the edition after it
//! ```
//!
//! Run `tarmaq seal` with the policy and the edition, for the oldest edition first.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Policy};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unsealed-edition",
    severity: Severity::Warning,
    family: Family::Seal,
    source: include_str!("unsealed_edition.rs"),
};

/// Finds an edition without a seal; for sites that seal their editions.
pub fn check(policy: &Policy, edition: &Edition, findings: &mut Vec<Finding>) {
    if edition.seal.is_some() || edition.is_draft() {
        return;
    }
    let (slug, number) = (&policy.slug, &edition.number);
    let after = policy.after(edition);
    let message = match after {
        Some(after) => {
            let after = &after.number;
            format!("edition {number} is not sealed, although edition {after} follows it")
        }
        None => format!("edition {number} is not sealed, although an order has approved it"),
    };
    let mut finding = Finding::new(&RULE, message);
    finding = finding.label(edition.file, edition.places.number, "not sealed");
    if let Some(after) = after {
        finding = finding.label(after.file, after.places.number, "the edition after it");
    }
    let finding = finding
        .help(format!("run `tarmaq seal {slug} {number}`"));
    findings.push(finding);
}
