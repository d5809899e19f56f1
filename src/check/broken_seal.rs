//! A seal is not as it was made.
//!
//! `seal.yaml` and the witnesses in the folder `seal` are written by `tarmaq seal` and by nothing else.
//! Each digest in them has to be that of what it stands for, each witness has to keep the sealed words,
//! and the seal of an edition has to name the digest of the edition before, so that no sealed edition
//! can be changed, taken out or put in unnoticed.
//!
//! ```text
//! before: sha256:3b0c…     the edition before has another digest
//! ```
//!
//! Restore the files of the seal, or of the edition before, as they were: the version history has them.
//! Where only a witness is damaged and the text itself is as it was sealed, `tarmaq seal` makes the
//! witness anew.

use super::sealed::line_of;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Policy};
use crate::source::{FileId, Sources, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "broken-seal",
    severity: Severity::Error,
    family: Family::Seal,
    source: include_str!("broken_seal.rs"),
};

/// The finding about a place of a seal, and what is wrong there.
pub fn finding(file: FileId, span: Span, why: &str) -> Finding {
    Finding::new(&RULE, format!("the seal is broken: {why}"))
        .label(file, span, "")
        .help("restore the files of the seal from the version history")
}

/// Finds witnesses that are not the sealed text, and seals that do not follow the edition before.
pub fn check(policy: &Policy, edition: &Edition, sources: &Sources, findings: &mut Vec<Finding>) {
    let Some(seal) = &edition.seal else { return };
    for (lang, witness) in &seal.standing.odd_witnesses {
        let path = format!("seal/{lang}.txt");
        let why = match witness {
            Some(_) => format!("{path} does not keep the words that were sealed"),
            None => format!("{path}, which keeps the sealed words, is not there"),
        };
        let (slug, number) = (&policy.slug, &edition.number);
        let shown = witness.unwrap_or(seal.file);
        let mut finding = finding(shown, Span::at(0), &why).help(format!(
            "`tarmaq seal {slug} {number}` makes it anew from the text, which is as it was sealed"
        ));
        finding.place.language = Some(lang.to_string());
        findings.push(finding);
    }
    let before = policy.before(edition);
    let line = |key| line_of(sources.get(seal.file), key);
    let (key, why) = match (seal.before, before) {
        (None, None) => return,
        (None, Some(before)) => (
            "digest:",
            format!("it is that of a first edition, and edition {} stands before it", before.number),
        ),
        (Some(_), None) => (
            "before:",
            "the edition before, which it is chained to, is not there".to_owned(),
        ),
        (Some(digest), Some(before)) => {
            let number = &before.number;
            match &before.seal {
                None => (
                    "before:",
                    format!("it is chained to edition {number}, which has no seal any more"),
                ),
                Some(seal) if seal.digests().any(|other| other == digest) => return,
                Some(_) => (
                    "before:",
                    format!("it is chained to an edition {number} with another digest"),
                ),
            }
        }
    };
    findings.push(finding(seal.file, line(key), &why));
}
