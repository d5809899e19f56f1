//! An acceptance that nothing answers to.
//!
//! A defect of an approved text stays until the next order, and `edition.yaml` says that it was
//! accepted: by rule, language, clause and words. When no finding has this rule, language, clause
//! and these very words any more, the defect was mended or the text changed, and what was accepted
//! is no longer what stands there. Nobody should believe that somebody has looked at it.
//!
//! ```text
//! accepted:
//!   - rule: number-gap
//!     language: kk
//!     clause: "5.3"
//!     words: "5.3."
//!     reason: clause 5.2 was taken out by the order; to be renumbered by the next one
//! ```
//!
//! Here clause 5.2 is back, or clause 5.3 is called otherwise now. Delete the acceptance when the
//! defect is mended. When the text was changed and the defect is still there, the finding names the
//! words that are in question now: look at them, and write them into the acceptance. Where an
//! acceptance names several clauses, each of them has to have such a finding. Acceptances of a rule
//! that `site.yaml` switches off are not looked at. Where another error may hide what was accepted
//! (the same clause has one, the languages of the edition do not have the same clauses, a file cannot
//! be read), mend that first: the acceptance is told of afterwards, if nothing answers to it then.

use crate::diagnostic::{Family, Finding, Place, Rule, Severity};
use crate::model::Acceptance;

/// The rule.
pub static RULE: Rule = Rule {
    name: "stale-acceptance",
    severity: Severity::Error,
    family: Family::Acceptance,
    source: include_str!("stale_acceptance.rs"),
};

/// Most words in question that are named.
pub const NAMED: usize = 5;

/// The finding about an acceptance in one of its places; `now` holds the words of other findings of
/// its rule there.
pub fn finding(acceptance: &Acceptance, place: Place, now: &[String]) -> Finding {
    let (rule, language) = (&acceptance.rule, &acceptance.language);
    let shown = match &place.clause {
        Some(clause) => format!("{language}, clause {clause}"),
        None => format!("{language}, outside of the clauses"),
    };
    let told: Vec<String> = now.iter().take(NAMED).map(|words| format!("`{words}`")).collect();
    let help = match told.is_empty() {
        true => "delete the acceptance if the defect is mended; else correct its rule, language, \
                 clause or words"
            .to_owned(),
        false => format!(
            "the words in question are now {}; look at them, and correct or delete the acceptance",
            told.join(", ")
        ),
    };
    let message = format!("no finding of `{rule}` in {shown} is about the accepted words");
    let mut finding = Finding::new(&RULE, message)
        .label(acceptance.file, acceptance.span, "accepted here")
        .help(help);
    finding.place = place;
    finding
}
