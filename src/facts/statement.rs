use std::collections::BTreeMap;

use super::declaration::declarations;
use super::reader::read;
use super::{Fact, Run, Spelled, Value, runs};
use crate::align::{Unit, units};
use crate::lang::{Language, WordList};
use crate::model::Text;
use crate::source::Span;

/// What one text states, unit by unit.
#[derive(Debug)]
pub struct Facts<'t> {
    /// The text.
    pub text: &'t Text,
    /// Its language.
    pub language: &'t Language,
    /// Its units, in its order.
    pub units: Vec<UnitFacts<'t>>,
}

/// What one unit states.
#[derive(Debug)]
pub struct UnitFacts<'t> {
    /// The unit.
    pub unit: Unit<'t>,
    /// Its words, in order; the first is the heading's where there is one.
    pub runs: Vec<Run>,
    /// What they state, in the order of the words.
    pub facts: Vec<Fact>,
    /// Where figures stand beside the words for them.
    pub spelled: Vec<Spelled>,
}

impl<'t> Facts<'t> {
    /// Reads what a text in a language states.
    pub fn read(text: &'t Text, language: &'t Language) -> Self {
        let units = units(text).into_iter().map(|unit| {
            let heading = unit
                .heading
                .map(|heading| Run::of_heading(&heading.content));
            let runs: Vec<Run> = heading.into_iter().chain(runs(unit.blocks)).collect();
            let (mut facts, mut spelled) = (Vec::new(), Vec::new());
            for (at, run) in runs.iter().enumerate() {
                let found = read(at, run, &language.grammar);
                facts.extend(found.facts);
                spelled.extend(found.spelled);
            }
            facts.extend(declarations(&runs, language));
            facts.sort_by_key(|fact| (fact.run, fact.range.start, fact.range.end));
            UnitFacts {
                unit,
                runs,
                facts,
                spelled,
            }
        });
        Self {
            text,
            language,
            units: units.collect(),
        }
    }
}

impl UnitFacts<'_> {
    /// What the words of a run state, by its place among the runs.
    pub fn facts_of(&self, run: usize) -> &[Fact] {
        let from = self.facts.partition_point(|fact| fact.run < run);
        let to = self.facts.partition_point(|fact| fact.run <= run);
        self.facts.get(from..to).unwrap_or_default()
    }

    /// Where the words of a fact stand in the file.
    pub fn span(&self, fact: &Fact) -> Span {
        self.runs
            .get(fact.run)
            .map_or(self.unit.span, |run| run.span(fact.range.clone()))
    }

    /// The words of a fact.
    pub fn words(&self, fact: &Fact) -> &str {
        let run = self.runs.get(fact.run);
        run.and_then(|run| run.text.get(fact.range.clone()))
            .unwrap_or_default()
    }

    /// The words of its heading.
    pub fn heading_words(&self) -> Option<&WordList> {
        self.unit.heading?;
        self.runs.first().map(|run| &run.words)
    }

    /// The first statement of each distinct value, as `value` gives it, with its words.
    pub fn distinct<V: Ord + Clone>(
        &self,
        value: impl Fn(&Value) -> Option<V>,
    ) -> Vec<(V, (Span, String))> {
        if self.facts.is_empty() {
            return Vec::new();
        }
        let mut known = BTreeMap::new();
        for fact in &self.facts {
            if let Some(value) = value(&fact.value) {
                known
                    .entry(value)
                    .or_insert_with(|| (self.span(fact), self.words(fact).to_owned()));
            }
        }
        known.into_iter().collect()
    }
}
