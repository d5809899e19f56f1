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

use super::parallel::about;
use super::{Context, Parallel};
use crate::align::Row;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::lang::Mention;
use crate::source::Span;

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
        for (column, text, unit) in parallel.units(row) {
            for run in &unit.runs {
                let mentions = context.glossary.mentions(&run.words, text.language);
                for mention in mentions.into_iter().filter(|mention| mention.forbidden) {
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
                    for (file, span, lang) in counterparts(parallel, context, row, column, &mention)
                    {
                        finding = finding.label(file, span, format!("in {lang}"));
                    }
                    findings.push(about(finding.help(help), text, unit));
                }
            }
        }
    }
}

/// What the other languages call the concept in the same clause, each once.
fn counterparts<'p>(
    parallel: &'p Parallel<'_>,
    context: &Context<'_>,
    row: &'p Row,
    column: usize,
    mention: &Mention,
) -> Vec<(crate::source::FileId, Span, &'p crate::model::Lang)> {
    let others = parallel.units(row).filter(|(other, ..)| *other != column);
    let places = others.filter_map(|(_, text, unit)| {
        let mut spans = unit.runs.iter().flat_map(|run| {
            let mentions = context.glossary.mentions(&run.words, text.language);
            let own = mentions
                .into_iter()
                .filter(|other| other.concept == mention.concept && !other.forbidden);
            own.map(|other| run.span(other.range)).collect::<Vec<_>>()
        });
        Some((text.text.file, spans.next()?, &text.text.lang))
    });
    places.collect()
}
