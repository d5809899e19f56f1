use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use super::mark::{Mark, MarkKind};
use super::stand::{Stand, stand};
use crate::align::UnitKind;
use crate::check::{DefinedTerm, Terms};
use crate::facts::Run;
use crate::lang::{Phrase, WordList};

/// Fewest words that define a term: "Silver — 2 percent" says what something costs.
const FEWEST: usize = 3;

/// A term that a text declares or defines.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) phrase: Phrase,
    /// The address of its definition.
    pub(super) anchor: String,
    /// Whether it is declared in quotation marks, with the capital that it keeps.
    pub(super) declared: bool,
    /// Whether it is what the text calls itself: "the Policy".
    pub(super) own: bool,
    /// The runs that declare or define it, each with its unit.
    pub(super) runs: BTreeSet<(usize, usize)>,
    /// Where it is defined, and the address that it has there.
    definition: (DefinedTerm, Option<String>),
}

/// The terms of a text.
pub(super) struct Defined {
    pub(super) terms: Vec<Term>,
    /// They are looked up here, by their places among the terms.
    pub(super) index: Terms<usize>,
}

/// The terms of a text. Where it is both declared («далее – «Веб-сайт»») and defined («Веб-сайт —
/// интернет-ресурс»), a term leads to where it is defined.
pub(super) fn definitions(ground: &Ground<'_>) -> Defined {
    let mut places: BTreeMap<Phrase, Vec<DefinedTerm>> = BTreeMap::new();
    let all = ground.terms.definitions.iter();
    for term in all.filter(|term| counts(ground, term)) {
        let places = places.entry(term.phrase.clone()).or_default();
        places.push(term.clone());
    }
    let places = places.into_iter().filter_map(|(phrase, places)| {
        let declared = places.iter().filter(|term| term.declared);
        let first = declared.min_by_key(|term| term.place()).cloned();
        let defined = places.iter().find(|term| !term.declared);
        let definition = defined.or(first.as_ref()).cloned()?;
        Some((definition, first, phrase, places))
    });
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|(definition, ..)| definition.place());
    let mut taken = Taken::default();
    let mut terms = Vec::new();
    let mut index = Terms::default();
    for (definition, first, phrase, places) in places {
        let clause = address_of_clause(ground, &definition);
        let id = match &clause {
            Some(_) => None,
            None => Some(id(ground, &definition, &mut taken)),
        };
        let Some(anchor) = clause.or(id.clone()) else {
            continue;
        };
        // A word that is declared somewhere means that from there on; what a list of terms defines
        // means it everywhere.
        let mut from = definition.clone();
        let declared = first.is_some();
        match first {
            Some(first) => from = first,
            None => (from.unit, from.run, from.range) = (0, 0, 0..0),
        }
        let own = definition.declared && phrase.words().all(|word| ground.is_of_title(word));
        index.keep(terms.len(), from);
        terms.push(Term {
            anchor,
            declared,
            own,
            runs: places.iter().map(|term| (term.unit, term.run)).collect(),
            definition: (definition, id),
            phrase,
        });
    }
    Defined { terms, index }
}

impl Defined {
    /// The marks of the terms where they are defined.
    pub(super) fn marks(&self, ground: &Ground<'_>) -> Vec<Mark> {
        let marks = self.terms.iter().filter_map(|term| {
            let (definition, id) = &term.definition;
            let run = run(ground, definition)?;
            Some(Mark {
                span: run.span(definition.range.clone()),
                kind: MarkKind::Definition(id.clone()),
            })
        });
        marks.collect()
    }

    /// Whether some words are a term in any of its forms.
    pub(super) fn has(&self, words: &Phrase, ground: &Ground<'_>) -> bool {
        let words: Vec<&str> = words.words().collect();
        let list = WordList::of(&words.join(" "));
        let mut terms = self.terms.iter();
        terms.any(|term| {
            term.phrase.len() == list.len() && term.phrase.stands_at(&list, 0, ground.endings())
        })
    }
}

fn run<'g>(ground: &Ground<'g>, term: &DefinedTerm) -> Option<&'g Run> {
    ground.unit(term.unit)?.runs.get(term.run)
}

/// Whether a place declares or defines a term for the readers of the text: no heading does, and no
/// form to be copied.
fn counts(ground: &Ground<'_>, term: &DefinedTerm) -> bool {
    let unit = ground.unit(term.unit);
    let stands = unit.zip(run(ground, term)).is_some_and(|(unit, run)| {
        let behind = run.words.len() - run.words.place_from(term.range.end);
        stand(&unit.unit, run) == Stand::Words && (term.declared || behind >= FEWEST)
    });
    stands && !term.phrase.is_empty()
}

/// The address of the clause whose first paragraph defines a term.
fn address_of_clause(ground: &Ground<'_>, term: &DefinedTerm) -> Option<String> {
    let clause = matches!(ground.unit(term.unit)?.unit.kind, UnitKind::Clause(_));
    let first = run(ground, term)?.place.0 == [0];
    ground.address(term.unit).filter(|_| clause && first)
}

/// The addresses that terms have.
#[derive(Default)]
struct Taken {
    all: BTreeSet<String>,
    /// How many terms of one run have one: the next is looked for behind theirs.
    counts: BTreeMap<String, usize>,
}

/// An address for a term: where it is defined, the same in all languages. The capital keeps it apart
/// from numbers and stable names.
fn id(ground: &Ground<'_>, term: &DefinedTerm, taken: &mut Taken) -> String {
    let unit = ground.unit(term.unit).and_then(|unit| unit.unit.address());
    let wanted = format!("Term-{}-{}", unit.unwrap_or_default(), term.run);
    let count = taken.counts.entry(wanted.clone()).or_default();
    let id = loop {
        *count += 1;
        let id = match *count {
            1 => wanted.clone(),
            nth => format!("{wanted}-{nth}"),
        };
        if !taken.all.contains(&id) {
            break id;
        }
    };
    taken.all.insert(id.clone());
    id
}
