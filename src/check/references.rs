//! References that clauses make by title: to a section of the same policy, to another policy.

use std::collections::BTreeMap;
use std::ops::Range;

use super::titles::{Found, Position, Titles, capital, position};
use super::{Context, Parallel};
use crate::align::UnitKind;
use crate::facts::{Facts, Run, UnitFacts};
use crate::lang::{Endings, Phrase, Word, WordList, same_word};
use crate::model::Heading;
use crate::source::{FileId, Span};

/// What a clause refers to by its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// A section of the policy, by its row.
    Section(usize),
    /// A policy, by its place among those of the site.
    Policy(usize),
}

/// A reference by title.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) target: Target,
    /// The words that refer.
    pub(crate) span: Span,
    /// The run they stand in, by its place among the runs of its unit.
    pub(crate) run: usize,
    /// The words, as bytes of the run's text.
    pub(crate) range: Range<usize>,
}

/// The references by title that the texts of an edition make: by the row and the column.
#[derive(Debug, Default)]
pub(crate) struct References {
    made: BTreeMap<(usize, usize), Vec<Reference>>,
}

impl References {
    /// Those of an edition; looked for once.
    pub(crate) fn of<'p>(parallel: &'p Parallel<'_>, context: &Context<'_>) -> &'p Self {
        parallel.memo.references.get_or_init(|| {
            let headings = Headings::of(parallel);
            let mut made = BTreeMap::new();
            for (at, row) in parallel.rows.iter().enumerate() {
                for (column, _, unit) in parallel.units(row) {
                    let references = headings.references(parallel, context, column, unit);
                    if !references.is_empty() {
                        made.insert((at, column), references);
                    }
                }
            }
            Self { made }
        })
    }

    /// Whether there are any in a row.
    pub(super) fn any(&self, row: usize) -> bool {
        self.made.range((row, 0)..(row + 1, 0)).next().is_some()
    }

    /// Those of a text in a row.
    pub(crate) fn made(&self, row: usize, column: usize) -> &[Reference] {
        self.made.get(&(row, column)).map_or(&[], Vec::as_slice)
    }
}

/// The headings that each text of an edition may refer to.
struct Headings {
    columns: Vec<Titles<usize>>,
}

impl Headings {
    /// The headings of the sections of an edition's texts.
    fn of(parallel: &Parallel<'_>) -> Self {
        let mut columns: Vec<Titles<usize>> = Vec::new();
        columns.resize_with(parallel.texts.len(), Titles::default);
        for (at, row) in parallel.rows.iter().enumerate() {
            for (column, _, unit) in parallel.units(row) {
                let words = section(unit).and_then(|_| unit.heading_words());
                if let (Some(words), Some(titles)) = (words, columns.get_mut(column)) {
                    titles.add(words, at);
                }
            }
        }
        Self { columns }
    }

    /// The references by title that a unit makes: words with a capital in the middle of a sentence,
    /// or in quotation marks, that are the title of a section or of another policy in any form.
    fn references(
        &self,
        parallel: &Parallel<'_>,
        context: &Context<'_>,
        column: usize,
        unit: &UnitFacts<'_>,
    ) -> Vec<Reference> {
        let mut references = Vec::new();
        let Some(text) = parallel.texts.get(column) else {
            return references;
        };
        let Some(sections) = self.columns.get(column) else {
            return references;
        };
        let policies = context.titles.in_language(&text.language.lang);
        let may_begin = |word: &Word| {
            let begins = |titles: &Titles<usize>| titles.may_begin(word.beginning);
            word.capital && (begins(sections) || policies.is_some_and(begins))
        };
        let endings = &text.language.grammar.endings;
        let runs = unit.runs.iter().enumerate();
        for (run_at, run) in runs.filter(|(_, run)| is_body(run)) {
            let mut from = 0;
            for (at, word) in run.words.words().iter().enumerate() {
                if !may_begin(word) || at < from || !is_name(run, at) {
                    continue;
                }
                let title = Self::title_at(sections, policies, &run.words, at, endings);
                let Some((target, words)) = title else {
                    continue;
                };
                from = at + words;
                let own = match target {
                    Target::Policy(policy) => context
                        .policies
                        .get(policy)
                        .is_some_and(|policy| policy.slug == parallel.policy.slug),
                    Target::Section(_) => false,
                };
                if !own {
                    let range = words_range(run, at, words);
                    references.push(Reference {
                        target,
                        span: run.span(range.clone()),
                        run: run_at,
                        range,
                    });
                }
            }
        }
        references
    }

    fn title_at(
        sections: &Titles<usize>,
        policies: Option<&Titles<usize>>,
        list: &WordList,
        at: usize,
        endings: &Endings,
    ) -> Option<(Target, usize)> {
        let section: Option<Found<usize>> = sections.at(list, at, endings);
        let policy = policies.and_then(|titles| titles.at(list, at, endings));
        match (section, policy) {
            (Some(section), Some(policy)) if section.words > policy.words => {
                Some((Target::Section(section.target), section.words))
            }
            (_, Some(policy)) => Some((Target::Policy(policy.target), policy.words)),
            (Some(section), None) => Some((Target::Section(section.target), section.words)),
            (None, None) => None,
        }
    }
}

/// The title of what is referred to, as it stands in the language of a column.
pub(super) fn title<'t>(
    parallel: &'t Parallel<'_>,
    context: &'t Context<'_>,
    column: usize,
    target: Target,
) -> Option<(FileId, &'t Heading)> {
    let text = parallel.texts.get(column)?;
    match target {
        Target::Section(row) => {
            let unit = parallel.unit(parallel.rows.get(row)?, column)?;
            Some((text.text.file, section(unit)?))
        }
        Target::Policy(policy) => {
            let edition = context.policies.get(policy)?.editions.last()?;
            let text = edition.text(&text.text.lang)?;
            Some((text.file, text.title.as_ref()?))
        }
    }
}

/// The number of a section that is referred to, as it is in a column.
pub(super) fn number(parallel: &Parallel<'_>, column: usize, target: Target) -> Option<String> {
    let Target::Section(row) = target else {
        return None;
    };
    match parallel.unit(parallel.rows.get(row)?, column)?.unit.kind {
        UnitKind::Section(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Where a unit names a title in any form, capital or not.
pub(super) fn names(text: &Facts<'_>, unit: &UnitFacts<'_>, title: &Phrase) -> bool {
    let endings = &text.language.grammar.endings;
    body(unit).any(|run| (0..run.words.len()).any(|at| title.stands_at(&run.words, at, endings)))
}

/// Words of a unit that look like a title and begin like this one, which they are not: a capital in
/// the middle of a sentence or in quotation marks, and the first word of the title. Words that the
/// text uses as terms begin with a capital anyway; `is_term` tells them.
pub(super) fn alike(
    text: &Facts<'_>,
    unit: &UnitFacts<'_>,
    title: &Phrase,
    mut is_term: impl FnMut(&Run, usize) -> bool,
) -> Option<(Span, String)> {
    let endings = &text.language.grammar.endings;
    for run in body(unit) {
        for (at, (_, folded)) in run.words.iter().enumerate() {
            if !is_name(run, at) || !same_word(title.first(), folded, endings) || is_term(run, at) {
                continue;
            }
            let joined = (1..title.len()).take_while(|i| {
                let next = run.words.get(at + i);
                next.is_some_and(|(word, _)| word.joined)
            });
            let words = 1 + joined.count();
            if words == title.len() {
                let span = words_span(run, at, words);
                return Some((span, words_text(run, at, words)));
            }
        }
    }
    None
}

/// The heading of a section.
fn section<'u>(unit: &'u UnitFacts<'_>) -> Option<&'u Heading> {
    let is_section = matches!(
        unit.unit.kind,
        UnitKind::Section(_) | UnitKind::Unnumbered(_)
    );
    unit.unit.heading.filter(|_| is_section)
}

/// The runs of a unit without its heading.
fn body<'u>(unit: &'u UnitFacts<'_>) -> impl Iterator<Item = &'u Run> {
    unit.runs.iter().filter(|run| is_body(run))
}

fn is_body(run: &Run) -> bool {
    !run.place.0.is_empty()
}

fn is_name(run: &Run, at: usize) -> bool {
    capital(run, at) && position(run, at) != Position::First
}

fn words_range(run: &Run, at: usize, words: usize) -> Range<usize> {
    let first = run.words.get(at).map_or(0, |(word, _)| word.range.start);
    let last = run.words.get(at + words.saturating_sub(1));
    first..last.map_or(first, |(word, _)| word.range.end)
}

fn words_span(run: &Run, at: usize, words: usize) -> Span {
    run.span(words_range(run, at, words))
}

fn words_text(run: &Run, at: usize, words: usize) -> String {
    run.text[words_range(run, at, words)].to_owned()
}
