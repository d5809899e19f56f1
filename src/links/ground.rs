use std::collections::BTreeMap;

use crate::align::UnitKind;
use crate::check::{Context, Parallel, TextTerms};
use crate::facts::{Facts, UnitFacts};
use crate::lang::{Endings, Phrase, same_word};

/// A text among the others of its edition, and what its links are looked for with.
pub(super) struct Ground<'g> {
    pub(super) parallel: &'g Parallel<'g>,
    pub(super) context: &'g Context<'g>,
    /// The text's place among those of the edition.
    pub(super) column: usize,
    pub(super) text: &'g Facts<'g>,
    /// Its terms.
    pub(super) terms: &'g TextTerms,
    /// The words of its title.
    title: Phrase,
    /// The units by their addresses; `None` where two have the same.
    units: BTreeMap<String, Option<usize>>,
}

impl<'g> Ground<'g> {
    pub(super) fn of(
        parallel: &'g Parallel<'g>,
        context: &'g Context<'g>,
        column: usize,
        text: &'g Facts<'g>,
        terms: &'g TextTerms,
    ) -> Self {
        let mut units: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for (at, unit) in text.units.iter().enumerate() {
            if let Some(address) = unit.unit.address() {
                let known = units.entry(address);
                known.and_modify(|at| *at = None).or_insert(Some(at));
            }
        }
        let title = text.units.first().and_then(UnitFacts::heading_words);
        Self {
            parallel,
            context,
            column,
            text,
            terms,
            title: title.map(Phrase::of).unwrap_or_default(),
            units,
        }
    }

    pub(super) fn endings(&self) -> &'g Endings {
        &self.text.language.grammar.endings
    }

    pub(super) fn unit(&self, at: usize) -> Option<&'g UnitFacts<'g>> {
        self.text.units.get(at)
    }

    /// The only unit at an address.
    pub(super) fn at(&self, address: &str) -> Option<usize> {
        self.units.get(address).copied().flatten()
    }

    /// The address of a unit, when no other has the same.
    pub(super) fn address(&self, at: usize) -> Option<String> {
        let address = self.unit(at)?.unit.address()?;
        self.at(&address).map(|_| address)
    }

    /// Whether a unit is another or stands in it.
    pub(super) fn stands_in(&self, inner: usize, outer: usize) -> bool {
        let mut at = Some(inner);
        while let Some(own) = at {
            if own == outer {
                return true;
            }
            at = self.unit(own).and_then(|unit| unit.unit.parent);
        }
        false
    }

    /// The division that a unit stands in: 0 for the main part, then the annexes.
    pub(super) fn division(&self, at: usize) -> usize {
        let unit = self.unit(at).map(|unit| &unit.unit);
        unit.map_or(0, |unit| match unit.kind {
            UnitKind::Annex(number) => number,
            _ => unit.division,
        })
    }

    /// Whether a folded word is one of the text's title, in any form.
    pub(super) fn is_of_title(&self, word: &str) -> bool {
        let mut words = self.title.words();
        words.any(|own| same_word(own, word, self.endings()))
    }

    /// The place of its policy among those of the site.
    pub(super) fn policy(&self) -> Option<usize> {
        let mut policies = self.context.policies.iter();
        policies.position(|own| own.slug == self.parallel.policy.slug)
    }
}
