//! A hyphen does a dash's work, or two kinds of dashes do the same work.
//!
//! A hyphen joins words and has no spaces around it; what stands between spaces is a dash. Which of
//! the dashes a text uses is its own affair, as long as the items of one list, or the clauses that
//! stand side by side, use the same:
//!
//! ```text
//! kk: Пайдаланушы - дербес деректер субъектісі       a hyphen
//! kk: - Веб-сайт — интернет-ресурс                   the other entries have —
//!     - Пайдаланушы – дербес деректер тиесілі субъект
//! ```
//!
//! Hyphens are told once for a section. In a text that has no dash at all they are its way and are
//! not reported. A hyphen alone in a cell, and one between figures, is left alone.
//!
//! Type the dash that the text uses.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Context;
use super::parallel::about;
use super::siblings::{Sibling, siblings};
use super::typing::{Oddity, Typed, among, around, finding};
use crate::align::UnitKind;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Facts, Run, UnitFacts};
use crate::lang::SignSet;

/// The rule.
pub static RULE: Rule = Rule {
    name: "odd-dash",
    severity: Severity::Warning,
    family: Family::Typography,
    source: include_str!("odd_dash.rs"),
};

/// Hyphens and dashes.
const DASHES: SignSet = SignSet::of(&['-', '–', '—']);

/// The same, and brackets.
const DASHES_AND_BRACKETS: SignSet = SignSet::of(&['-', '–', '—', '(', ')']);

/// Checks the words of one text.
pub fn check(text: &Facts<'_>, _: &Context<'_>, findings: &mut Vec<Finding>) {
    if text.language.grammar.typography.is_none() {
        return;
    }
    let mut found: Vec<(usize, &Run, Typed)> = Vec::new();
    for (at, unit) in text.units.iter().enumerate() {
        let runs = unit.runs.iter();
        for run in runs.filter(|run| run.words.sign_set().may_share(DASHES)) {
            found.extend(dashes(run).map(|dash| (at, run, dash)));
        }
    }
    let count = |c: char| found.iter().filter(|(.., dash)| dash.c == c).count();
    let (en, em) = (count('–'), count('—'));
    if en + em > 0 {
        let usual = if en > em { '–' } else { '—' };
        hyphens(text, &found, usual, findings);
    }
    if en > 0 && em > 0 {
        for group in siblings(text) {
            mixture(text, &group, findings);
        }
    }
}

/// Reports hyphens that do the work of the usual dash, section by section.
fn hyphens(
    text: &Facts<'_>,
    found: &[(usize, &Run, Typed)],
    usual: char,
    findings: &mut Vec<Finding>,
) {
    let mut sections: BTreeMap<usize, Vec<Oddity<'_>>> = BTreeMap::new();
    for (at, run, dash) in found.iter().filter(|(.., dash)| dash.c == '-') {
        let odd = sections.entry(section(text, *at)).or_default();
        odd.push(oddity(run, &dash.range()));
    }
    let help = format!("type {usual}, as elsewhere in the text");
    for (at, odd) in sections {
        let Some(unit) = text.units.get(at) else { continue };
        let what = "a hyphen in place of a dash";
        findings.extend(finding(&RULE, text, unit, what, &odd, help.clone()));
    }
}

/// The section that a unit stands in or is; the unit itself where there is none.
fn section(text: &Facts<'_>, at: usize) -> usize {
    let parent = |at: &usize| text.units.get(*at).and_then(|unit| unit.unit.parent);
    let is_section = |at: &usize| {
        let unit = text.units.get(*at);
        unit.is_some_and(|unit| !matches!(unit.unit.kind, UnitKind::Clause(_)))
    };
    std::iter::successors(Some(at), parent).find(is_section).unwrap_or(at)
}

fn oddity<'u>(run: &'u Run, range: &Range<usize>) -> Oddity<'u> {
    Oddity { run, range: around(run, range), about: "" }
}

/// The dashes of a run, and the hyphens that do their work: between spaces, with a word before and
/// something behind.
fn dashes(run: &Run) -> impl Iterator<Item = Typed> {
    among(run, DASHES).filter(|typed| {
        if !matches!(typed.c, '-' | '–' | '—') {
            return false;
        }
        let spaces = [typed.before, typed.behind].iter().all(|c| *c == Some(' '));
        let before = run.text[..typed.at].trim_end().chars().next_back();
        let behind = run.text[typed.range().end..].trim_start().chars().next();
        let (Some(before), Some(behind)) = (before, behind) else {
            return false;
        };
        let figures = before.is_ascii_digit() && behind.is_ascii_digit();
        let blank = before == '_' || behind == '_';
        spaces && !figures && !blank && before != '|'
    })
}

/// The first dash of a run that does not stand in brackets: the one behind a term.
fn first_dash(run: &Run) -> Option<Typed> {
    if !run.words.sign_set().may_share(DASHES) {
        return None;
    }
    let mut depth = 0_usize;
    let mut found = dashes(run).peekable();
    found.peek()?;
    for typed in among(run, DASHES_AND_BRACKETS) {
        match typed.c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if found.next_if(|dash| dash.at == typed.at).is_some() && depth == 0 {
            return Some(typed).filter(|typed| typed.c != '-');
        }
    }
    None
}

/// Reports the members of a group whose dash is not that of most; where two are equally common,
/// not that of the first.
fn mixture(text: &Facts<'_>, group: &[Sibling<'_, '_>], findings: &mut Vec<Finding>) {
    let found: Vec<(&UnitFacts<'_>, &Run, Typed)> = group
        .iter()
        .filter_map(|own| Some((own.unit, own.first, first_dash(own.first)?)))
        .collect();
    let count = |c: char| found.iter().filter(|(.., typed)| typed.c == c).count();
    let Some((.., first)) = found.first() else { return };
    let other = if first.c == '–' { '—' } else { '–' };
    let usual = if count(other) > count(first.c) { other } else { first.c };
    let odd: Vec<_> = found.iter().filter(|(.., typed)| typed.c != usual).collect();
    let Some((unit, ..)) = odd.first() else { return };
    let model = found.iter().find(|(.., typed)| typed.c == usual);
    let Some((_, model_run, model)) = model else { return };
    let oddities: Vec<Oddity<'_>> =
        odd.iter().map(|(_, run, typed)| oddity(run, &typed.range())).collect();
    let words: Vec<&str> = oddities.iter().map(Oddity::words).collect();
    let name = unit.unit.describe();
    let message = format!(
        "{name} has in {} {} where what stands beside it has {usual}: {}",
        text.text.lang,
        odd.first().map_or(' ', |(.., typed)| typed.c),
        super::spelling::quoted(words)
    );
    let mut finding = Finding::new(&RULE, message).help(format!("type {usual}"));
    for one in &oddities {
        finding = finding.label(text.text.file, one.run.span(one.range.clone()), "");
    }
    let span = model_run.span(around(model_run, &model.range()));
    findings.push(about(finding.label(text.text.file, span, format!("{usual} here")), text, unit));
}
