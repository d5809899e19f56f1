//! The sign before a number has a space behind it in one place and none in another.
//!
//! «№ 395» and «№1», "No. 1" and "No.06-О/Д" are two ways of typing the same; a text keeps to one:
//!
//! ```text
//! en: Order No.06-О/Д       under the title
//! en: Annex No. 1           in the text
//! ```
//!
//! The line under the title that names the order is looked at as well; its words are made from
//! `edition.yaml` by the language's file. Most places show which way is meant; where both are equally
//! common, the space; one place against one shows nothing. It is told once for a text. Blanks may follow the sign as they like.
//!
//! Type the sign in one way throughout. The line under the title is changed in the language's file, in
//! `content/languages/`.

use std::ops::Range;

use super::spelling::{apart, quoted};
use super::{Context, Parallel};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, UnitFacts};
use crate::model::Edition;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "number-sign-space",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("number_sign_space.rs"),
};

/// Checks each text of an edition.
pub fn check(parallel: &Parallel<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    for text in &parallel.texts {
        let signs = signs(text, parallel.edition);
        let spaced = signs.iter().filter(|sign| sign.space).count();
        let space = spaced * 2 >= signs.len();
        let (odd, usual): (Vec<&Sign>, Vec<&Sign>) =
            signs.iter().partition(|sign| sign.space != space);
        // One place against one shows no way that is meant.
        let (Some(first), [model, _, ..]) = (odd.first(), usual.as_slice()) else {
            continue;
        };
        let (with, without) = match space {
            true => ("no space", "a space"),
            false => ("a space", "no space"),
        };
        let message = format!(
            "the sign before a number has {with} behind it in {} in {}, and {without} in {}",
            text.text.lang,
            quoted(odd.iter().map(|sign| sign.words.as_str())),
            quoted(usual.iter().map(|sign| sign.words.as_str()))
        );
        let help = match odd.iter().any(|sign| sign.file == parallel.edition.file) {
            true => {
                "the line under the title is made by the language's file: change it there, or type \
                 the sign in the text as it does"
            }
            false => "type the sign before a number in one way throughout the text",
        };
        let mut finding = Finding::new(&RULE, message).help(help);
        for sign in &odd {
            finding = finding.label(sign.file, sign.span, format!("{with} in “{}”", sign.words));
        }
        finding = finding.label(model.file, model.span, format!("{without} in “{}”", model.words));
        finding.place.language = Some(text.text.lang.to_string());
        finding.place.clause.clone_from(&first.clause);
        findings.push(finding);
    }
}

/// A sign before a number.
#[derive(Debug)]
struct Sign {
    words: String,
    space: bool,
    file: FileId,
    span: Span,
    clause: Option<String>,
}

/// The signs before numbers: in the lines under the title, then in the text.
fn signs(text: &Facts<'_>, edition: &Edition) -> Vec<Sign> {
    let Some(typography) = &text.language.grammar.typography else {
        return Vec::new();
    };
    let known = typography.number_signs.as_slice();
    let mut first: Vec<u8> = known.iter().filter_map(|sign| sign.bytes().next()).collect();
    first.sort_unstable();
    first.dedup();
    let updated = text.language.updated_line(edition);
    let lines = std::iter::once(text.language.edition_line(edition)).chain(updated);
    let span = edition.order.as_ref().map_or(Span::at(0), |order| order.span);
    let mut list: Vec<Sign> = Vec::new();
    for line in lines {
        let found = places(&line, &first).into_iter().filter_map(|at| sign_at(&line, at, known));
        list.extend(found.map(|(range, space)| Sign {
            words: line[range].to_owned(),
            space,
            file: edition.file,
            span,
            clause: None,
        }));
    }
    for unit in &text.units {
        if !unit.runs.iter().any(|run| run.words.has_figures()) {
            continue;
        }
        list.extend(signs_of(unit, text.text.file, known, &first));
    }
    list
}

fn signs_of(unit: &UnitFacts<'_>, file: FileId, known: &[String], first: &[u8]) -> Vec<Sign> {
    let with_figures = unit.runs.iter().filter(|run| run.words.has_figures());
    let signs = with_figures.flat_map(|run| {
        let found = places(&run.text, first).into_iter().filter_map(|at| sign_at(&run.text, at, known));
        let apart = apart(run);
        let found = found.filter(move |(range, _)| {
            let before = apart.partition_point(|other| other.end <= range.start);
            apart.get(before).is_none_or(|other| range.start < other.start)
        });
        found.map(|(range, space)| Sign {
            words: run.text[range.clone()].to_owned(),
            space,
            file,
            span: run.span(range),
            clause: unit.unit.address(),
        })
    });
    signs.collect()
}

/// Where a sign may stand: where a byte stands that one of them begins with.
fn places(text: &str, first: &[u8]) -> Vec<usize> {
    let bytes = text.as_bytes();
    match *first {
        [] => Vec::new(),
        [a] => memchr::memchr_iter(a, bytes).collect(),
        [a, b] => memchr::memchr2_iter(a, b, bytes).collect(),
        [a, b, c] => memchr::memchr3_iter(a, b, c, bytes).collect(),
        _ => {
            let begins = bytes.iter().enumerate().filter(|(_, byte)| first.contains(byte));
            begins.map(|(at, _)| at).collect()
        }
    }
}

/// Most bytes of a number.
const LONGEST: usize = 200;

/// The sign and the number that stand at a place, and whether there is a space between them.
fn sign_at(text: &str, at: usize, known: &[String]) -> Option<(Range<usize>, bool)> {
    let rest = text.get(at..)?;
    let sign = known.iter().find(|sign| rest.starts_with(sign.as_str()))?;
    let within = text[..at].ends_with(char::is_alphanumeric) && sign.starts_with(char::is_alphabetic);
    let behind = &rest[sign.len()..];
    let number = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}', '\u{2009}']);
    if within || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // A row of signs without a space among them is not shown with each of them.
    let number = &number[..number.floor_char_boundary(LONGEST)];
    let length = number.find(char::is_whitespace).unwrap_or(number.len());
    let number = number[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
    let space = behind.starts_with(char::is_whitespace);
    let start = rest.len() - behind.len() + (behind.len() - behind.trim_start().len());
    Some((at..at + start + number.len(), space))
}
