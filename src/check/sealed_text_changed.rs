//! A text that was sealed has been changed.
//!
//! An edition that an order has approved and that people have accepted stays as it is, to the letter.
//! `tarmaq seal` keeps a digest of each clause in each language; how lines are wrapped and how a file is
//! saved does not count, all that a reader could see does: words, numbers, marks, lists, tables, where
//! links lead, the order of the clauses. The finding shows the words that stand there now and the
//! words that were sealed, which the folder `seal` of the edition keeps.
//!
//! ```text
//! 3.1. The data are kept for 5 (five) years.      was sealed
//! 3.1. The data are kept for 3 (three) years.     stands there now
//! ```
//!
//! Restore the sealed words. What has to say something else becomes a new edition with an order of its
//! own. A slip of the pen in a sealed text is corrected by a corrigendum: enter its date and its reason
//! in each language under `corrigenda` in `edition.yaml`, correct the text, and run `tarmaq seal` again.

use super::sealed::{clause, described, quoted};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Edition, Lang, Policy, Seal, Text};
use crate::seal::{Difference, Kind, answers, differences, read_witness};
use crate::source::{FileId, Sources, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "sealed-text-changed",
    severity: Severity::Error,
    family: Family::Seal,
    source: include_str!("sealed_text_changed.rs"),
};

/// Finds what was changed in the sealed texts of an edition.
pub fn check(policy: &Policy, edition: &Edition, sources: &Sources, findings: &mut Vec<Finding>) {
    let Some(seal) = &edition.seal else { return };
    let help = help(policy, edition, seal);
    let before = findings.len();
    for (lang, witness) in &seal.standing.changed {
        match edition.text(lang) {
            None => findings.push(absent(seal, lang)),
            Some(text) => compare(seal, text, *witness, sources, findings),
        }
    }
    for text in &edition.texts {
        if !seal.texts().contains_key(&text.lang) {
            let message = format!("the text in {} was not sealed with the others", text.lang);
            let finding = Finding::new(&RULE, message)
                .label(text.file, Span::at(0), "this text")
                .label(seal.file, Span::at(0), "the seal of the others");
            findings.push(about(finding, &text.lang, None));
        }
    }
    for finding in &mut findings[before..] {
        finding.help = help.clone().into();
    }
}

fn help(policy: &Policy, edition: &Edition, seal: &Seal) -> String {
    let command = format!("`tarmaq seal {} {}`", policy.slug, edition.number);
    match edition.corrigenda.len() > seal.corrigenda.len() {
        true => format!("{command} seals the correction that edition.yaml records"),
        false => format!(
            "restore the sealed words; to correct a slip of the pen, enter date and reason under \
             `corrigenda` in edition.yaml and run {command}"
        ),
    }
}

fn absent(seal: &Seal, lang: &Lang) -> Finding {
    let message = format!("the text in {lang} was sealed and is not there");
    let finding = Finding::new(&RULE, message).label(seal.file, Span::at(0), "sealed here");
    about(finding, lang, None)
}

/// The differences of one text from its witness.
fn compare(
    seal: &Seal,
    text: &Text,
    witness: Option<FileId>,
    sources: &Sources,
    findings: &mut Vec<Finding>,
) {
    let lang = &text.lang;
    let sealed = seal.texts().get(lang);
    let units = witness.map(|id| (id, read_witness(sources.get(id).text())));
    let Some((id, units)) =
        units.filter(|(_, units)| sealed.is_some_and(|sealed| answers(units, *sealed)))
    else {
        let message = format!(
            "the text in {lang} is not the one that was sealed; which words were changed is not \
             known, because the sealed words are not there either"
        );
        let finding = Finding::new(&RULE, message).label(text.file, Span::at(0), "this text");
        findings.push(about(finding, lang, None));
        return;
    };
    for difference in differences(&units, text) {
        findings.push(finding(difference, text, id));
    }
}

fn finding(difference: Difference, text: &Text, witness: FileId) -> Finding {
    let (unit, lang) = (described(&difference.address), &text.lang);
    let (message, now, then) = match &difference.kind {
        Kind::Words { was, is } if is.is_empty() => (
            format!("{unit} was sealed in {lang} with the words {}", quoted(was)),
            "they are missing here",
            "sealed",
        ),
        Kind::Words { was, is } if was.is_empty() => (
            format!("{unit} was sealed in {lang} without the words {}", quoted(is)),
            "added here",
            "sealed so",
        ),
        Kind::Words { was, is } => (
            format!(
                "{unit} was sealed in {lang} with {} and says {} now",
                quoted(was),
                quoted(is)
            ),
            "stands here now",
            "sealed",
        ),
        Kind::Form => (
            format!("{unit} was sealed in {lang} with the same words in another form"),
            "in this form now",
            "sealed in this form",
        ),
        Kind::Missing => (
            format!("{unit} was sealed in {lang} and is missing"),
            "missing behind this",
            "sealed",
        ),
        Kind::Added => (
            format!("{unit} in {lang} was not sealed"),
            "not sealed",
            "",
        ),
        Kind::Moved { behind } => (
            format!("{unit} was sealed in {lang} behind {}", described(behind)),
            "stands here now",
            "sealed here",
        ),
    };
    let mut finding = Finding::new(&RULE, message).label(text.file, difference.place, now);
    if let Some(range) = difference.sealed {
        finding = finding.label(witness, range.into(), then);
    }
    about(finding, lang, clause(&difference.address))
}

fn about(mut finding: Finding, lang: &Lang, clause: Option<&str>) -> Finding {
    finding.place.language = Some(lang.to_string());
    finding.place.clause = clause.map(str::to_owned);
    finding
}
