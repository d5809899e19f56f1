//! A seal is not as it was made, or does not belong where it lies.
//!
//! `seal.yaml` and the witnesses in the folder `seal` are written by `tarmaq seal` and by nothing else:
//! any change of a line is an error. Each digest in them has to be that of what it stands for, each
//! witness has to keep the sealed words, and the seal of an edition has to name the digest of the edition
//! before, so that no sealed edition can be changed, taken out or put in unnoticed.
//!
//! ```text
//! before: sha256:3b0c…     the edition before has another digest
//! ```
//!
//! Restore the files of the seal as they were: the version history has them. Where only a witness is
//! damaged and the text itself is as it was sealed, `tarmaq seal` makes the witness anew. Where the
//! folder of an edition was copied, its seal was copied with it: delete `seal.yaml` and the folder `seal`
//! of the copy. The finding says which of these it is.

use super::sealed::line_of;
use crate::diagnostic::{Family, Finding, Place, Rule, Severity};
use crate::model::{Edition, Policy, Seal, SpoiltSeal};
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

/// Finds witnesses that are not the sealed text, and a seal that was made for another edition.
pub fn check(policy: &Policy, edition: &Edition, sources: &Sources, findings: &mut Vec<Finding>) {
    if let Some(SpoiltSeal::Foreign(seal)) = &edition.spoilt {
        findings.push(foreign(policy, edition, seal, sources));
    }
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
}

/// The finding about a seal that was made for another edition: it came with a folder that was copied,
/// or the folder was called another name.
fn foreign(policy: &Policy, edition: &Edition, seal: &Seal, sources: &Sources) -> Finding {
    let (slug, number, sealed) = (&policy.slug, &edition.number, &seal.facts.edition);
    let delete = format!("delete seal.yaml and the folder `seal` from content/{slug}/{number}");
    let copied = format!("it was copied with the folder: {delete}");
    let (whose, help) = match (sealed == number, policy.edition(sealed)) {
        (true, _) => ("of another policy".to_owned(), copied),
        (false, Some(_)) => (format!("of edition {sealed}"), copied),
        (false, None) => (
            format!("of edition {sealed}"),
            format!(
                "call the folder and the edition {sealed} again; if this is a copy of an edition \
                 that is not here, {delete}"
            ),
        ),
    };
    let message = format!("the seal that lies with edition {number} is that {whose}");
    let place = line_of(sources.get(seal.file), "edition:");
    Finding::new(&RULE, message)
        .label(seal.file, place, "sealed for this edition")
        .label(edition.file, edition.places.number, "lies with this one")
        .help(help)
}

/// A finding about the seal of an edition and the one before it.
pub(super) fn about(
    policy: &Policy,
    edition: &Edition,
    message: String,
    places: &[(FileId, Span)],
    help: &'static str,
) -> Finding {
    let mut finding = Finding::new(&RULE, message).help(help);
    for (file, span) in places {
        finding = finding.label(*file, *span, "");
    }
    finding.place = Place {
        policy: Some(policy.slug.clone()),
        edition: Some(edition.number.clone()),
        ..Place::default()
    };
    finding
}
