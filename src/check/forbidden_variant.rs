//! A concept is called what the glossary says it must not be called.
//!
//! `content/glossary.yaml` lists what each concept is called in each language, and what it must not be
//! called. A reader of a legal text takes two names for two things; so a second name is wrong in any
//! clause, heading or cell. A variant that is part of a longer term which the glossary permits is no
//! fault.
//!
//! ```text
//! kk: Пайдаланушының жеке деректерін жоюды талап етуге
//! ```
//!
//! where the glossary calls this concept «дербес деректер». Write the term as the glossary has it.

use std::collections::BTreeMap;

use super::mentions::mentions;
use super::parallel::about;
use super::{Context, Parallel};
use crate::align::Row;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::Run;
use crate::lang::Mention;
use crate::model::Lang;
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "forbidden-variant",
    severity: Severity::Error,
    family: Family::Terms,
    source: include_str!("forbidden_variant.rs"),
};

/// Looks for what must not be said in the texts of an edition.
pub fn check(parallel: &Parallel<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for row in &parallel.rows {
        let mut first = BTreeMap::new();
        for (column, text, unit) in parallel.units(row) {
            for run in &unit.runs {
                let mentions = mentions(run, text, context).iter();
                for mention in mentions.filter(|mention| mention.forbidden) {
                    let Some(concept) = context.glossary.concepts.get(mention.concept) else {
                        continue;
                    };
                    let words = &run.text[mention.range.clone()];
                    let lang = &text.text.lang;
                    let name = unit.unit.describe();
                    let mut message = format!("{name} says “{words}” in {lang}");
                    let mut help = format!("write the term as the glossary has it for {lang}");
                    if let Some(term) = concept.term(lang) {
                        message = format!("{message} where the term is “{term}”");
                        help = format!("write “{term}” with its ending");
                    }
                    if let Some(note) = &concept.note {
                        help = format!("{help}; the glossary notes: {note}");
                    }
                    let span = run.span(mention.range.clone());
                    let mut finding = Finding::new(&RULE, message).label(
                        text.text.file,
                        span,
                        format!("not the term for “{}”", concept.id),
                    );
                    let place = (column, run, mention);
                    for (file, span, lang) in counterparts(parallel, context, row, place, &mut first)
                    {
                        finding = finding.label(file, span, format!("in {lang}"));
                    }
                    findings.push(about(finding.help(help), text, unit));
                }
            }
        }
    }
}

/// Where a concept is named first in the texts of a clause: by the column and the concept.
type First = BTreeMap<(usize, usize), Option<Span>>;

/// What each of the other languages calls the concept in the same clause: in the same place of it if
/// it stands there, else where it stands first, which is looked for once.
fn counterparts<'p>(
    parallel: &'p Parallel<'_>,
    context: &Context<'_>,
    row: &'p Row,
    (column, run, mention): (usize, &Run, &Mention),
    first: &mut First,
) -> Vec<(FileId, Span, &'p Lang)> {
    let others = parallel.units(row).filter(|(other, ..)| *other != column);
    let places = others.filter_map(|(other, text, unit)| {
        let named = |own: &Run| {
            let mut mentions = mentions(own, text, context).iter();
            let named = |other: &&Mention| other.concept == mention.concept && !other.forbidden;
            Some(own.span(mentions.find(named)?.range.clone()))
        };
        // Runs stand in the order of their places.
        let before = unit.runs.partition_point(|own| own.place < run.place);
        let same = unit.runs.get(before).filter(|own| own.place == run.place);
        let span = same.and_then(named);
        let span = span.or_else(|| {
            let first = first.entry((other, mention.concept));
            *first.or_insert_with(|| unit.runs.iter().find_map(named))
        })?;
        Some((text.text.file, span, &text.text.lang))
    });
    places.collect()
}
