//! References by title that most languages of a clause make and one does not.

use std::collections::{BTreeMap, BTreeSet};

use super::defined_terms::defined_terms;
use super::references::{Reference, References, Target, alike, names, number, title};
use super::text_terms::TextTerms;
use super::titles::phrase;
use super::{Context, Parallel};
use crate::diagnostic::Finding;
use crate::facts::{Facts, Run, UnitFacts, Value};
use crate::lang::same_word;
use crate::model::{Heading, plain};
use crate::source::{FileId, Span};

/// A row in which a language lacks a reference by title that most of the languages make.
pub(crate) struct Lack<'p> {
    pub(crate) text: &'p Facts<'p>,
    pub(crate) unit: &'p UnitFacts<'p>,
    /// What the others refer to.
    pub(crate) target: Target,
    /// Its title, as it stands in this language.
    pub(super) file: FileId,
    pub(super) heading: &'p Heading,
    /// The texts that make it, and where.
    pub(super) made: Vec<(&'p Facts<'p>, Span)>,
    /// The words that stand there instead: a title that is nobody's.
    pub(crate) instead: Option<(Span, String)>,
}

impl Lack<'_> {
    /// What is referred to, by its title.
    pub(super) fn called(&self) -> String {
        plain(&self.heading.content)
    }

    /// Shows in a finding where the other texts make the reference.
    pub(super) fn show(&self, mut finding: Finding) -> Finding {
        for (text, span) in &self.made {
            finding = finding.label(text.text.file, *span, format!("in {}", text.text.lang));
        }
        finding
    }
}

/// Where a language lacks a reference by title that at least half of the languages make, although
/// the target has a title in it.
pub(crate) fn lacks<'p>(parallel: &'p Parallel<'_>, context: &'p Context<'_>) -> Vec<Lack<'p>> {
    let mut terms = Terms::default();
    let references = References::of(parallel, context);
    let mut lacks = Vec::new();
    for (at, row) in parallel.rows.iter().enumerate() {
        if !references.any(at) {
            continue;
        }
        let made: Vec<(usize, &[Reference])> = parallel
            .units(row)
            .map(|(column, ..)| (column, references.made(at, column)))
            .collect();
        let all = made.iter().flat_map(|(_, list)| *list);
        let mut targets: Vec<Target> = all.map(|reference| reference.target).collect();
        targets.sort_unstable();
        targets.dedup();
        for target in targets {
            let by: Vec<(usize, Span)> = made
                .iter()
                .filter_map(|(column, list)| {
                    let own = list.iter().find(|reference| reference.target == target)?;
                    Some((*column, own.span))
                })
                .collect();
            if by.len() * 2 < made.len() {
                continue;
            }
            for (column, text, unit) in parallel.units(row) {
                let makes = by.iter().any(|(other, _)| *other == column);
                let title = title(parallel, context, column, target);
                let Some((file, heading)) = title.filter(|_| !makes) else {
                    continue;
                };
                let by_number = number(parallel, column, target).is_some_and(|number| {
                    let number = Value::Clause(number);
                    unit.facts.iter().any(|fact| fact.value == number)
                });
                let phrase = phrase(heading);
                if by_number || names(text, unit, &phrase) {
                    continue;
                }
                let is_term = |run: &Run, at: usize| {
                    let all = TextTerms::of(parallel, context).get(column);
                    terms.has(column, text, all, run, at)
                };
                let shown = by.iter().filter_map(|(column, span)| {
                    let text = parallel.texts.get(*column)?;
                    Some((text, *span))
                });
                lacks.push(Lack {
                    text,
                    unit,
                    target,
                    file,
                    heading,
                    made: shown.collect(),
                    instead: alike(text, unit, &phrase, is_term),
                });
            }
        }
    }
    lacks
}

/// The first words of the terms that texts declare or define; looked for where they are asked for,
/// and once in each text.
#[derive(Default)]
struct Terms {
    columns: BTreeMap<usize, BTreeSet<String>>,
}

impl Terms {
    /// Whether the word at a place of a run is the first of a term.
    fn has(
        &mut self,
        column: usize,
        text: &Facts<'_>,
        all: Option<&TextTerms>,
        run: &Run,
        at: usize,
    ) -> bool {
        let own = self.columns.entry(column);
        let own = own.or_insert_with(|| {
            let all = all.map_or(&[][..], |own| &own.definitions);
            let terms = defined_terms(all).into_iter();
            terms.map(|term| term.phrase.first().to_owned()).collect()
        });
        let word = run.words.get(at).map_or("", |(_, folded)| folded);
        let endings = &text.language.grammar.endings;
        own.iter().any(|first| same_word(first, word, endings))
    }
}
