//! A corrigendum is recorded and not sealed, or sealed and not recorded as it was.
//!
//! A sealed text is corrected in the open: `edition.yaml` says when and why under `corrigenda`, the
//! pages of the edition and of the policy's history show it, and the seal keeps it with the words that
//! stood there before. The two have to be the same.
//!
//! ```text
//! corrigenda:
//!   - date: 2026-04-02
//!     reason: { ru: опечатка в адресе, en: a slip in the address, kk: мекенжайдағы қате }
//! ```
//!
//! Run `tarmaq seal` after a corrigendum was entered and the text corrected. A corrigendum that was
//! sealed stays as it is.

use super::sealed::{line_of, when};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Corrigendum, Edition, Policy, SealedCorrigendum};
use crate::seal::collapsed;
use crate::source::Sources;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unsealed-correction",
    severity: Severity::Error,
    family: Family::Seal,
    source: include_str!("unsealed_correction.rs"),
};

/// Finds corrigenda that the edition and its seal do not tell alike.
pub fn check(policy: &Policy, edition: &Edition, sources: &Sources, findings: &mut Vec<Finding>) {
    let Some(seal) = &edition.seal else { return };
    let command = format!("`tarmaq seal {} {}`", policy.slug, edition.number);
    for corrigendum in edition.corrigenda.iter().skip(seal.corrigenda.len()) {
        let message = format!("the corrigendum of {} is not sealed", corrigendum.date);
        let finding = Finding::new(&RULE, message)
            .label(edition.file, corrigendum.span, "this corrigendum")
            .help(format!("correct the text, if that is still to do, and run {command}"));
        findings.push(finding);
    }
    for (at, sealed) in seal.corrigenda.iter().enumerate() {
        let recorded = edition.corrigenda.get(at);
        let message = match recorded {
            None => format!("the corrigendum of {} was sealed and is not recorded", sealed.date),
            Some(recorded) if !same(recorded, sealed) => format!(
                "the corrigendum of {} was sealed with another date or reason",
                recorded.date
            ),
            Some(_) => continue,
        };
        let span = recorded.map_or(edition.places.number, |recorded| recorded.span);
        let key = format!("- date: {}", sealed.date);
        let finding = Finding::new(&RULE, message)
            .label(edition.file, span, "not as it was sealed")
            .label(seal.file, line_of(sources.get(seal.file), &key), when(seal))
            .help("restore the corrigendum in edition.yaml as it was sealed");
        findings.push(finding);
    }
}

/// Finds a corrigendum of an edition that is not sealed; for sites that seal their editions.
pub fn check_unsealed(edition: &Edition, findings: &mut Vec<Finding>) {
    let (None, Some(corrigendum)) = (&edition.seal, edition.corrigenda.first()) else {
        return;
    };
    let message = "a corrigendum corrects a sealed text, and this edition is not sealed";
    let finding = Finding::new(&RULE, message)
        .label(edition.file, corrigendum.span, "this corrigendum")
        .help("correct the text and take the corrigendum out, or restore the seal");
    findings.push(finding);
}

/// Whether a corrigendum says what was sealed. Reasons in languages that came later are none of it.
fn same(recorded: &Corrigendum, sealed: &SealedCorrigendum) -> bool {
    let reasons = sealed.reason.iter().all(|(lang, words)| {
        let now = recorded.reason.get(lang).map(|now| collapsed(now));
        now.as_ref() == Some(words)
    });
    recorded.date == sealed.date && reasons
}
