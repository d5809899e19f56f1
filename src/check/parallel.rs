//! The texts of an edition side by side, clause by clause.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::references::References;
use super::shape::ShapeDifference;
use super::text_terms::TextTerms;
use crate::align::{Row, Unit, rows};
use crate::diagnostic::Finding;
use crate::facts::{Facts, UnitFacts};
use crate::lang::Language;
use crate::model::{Edition, Lang, Policy};

/// The texts of an edition, and which of their units are the same.
#[derive(Debug)]
pub struct Parallel<'t> {
    /// The policy.
    pub policy: &'t Policy,
    /// The edition.
    pub edition: &'t Edition,
    /// What its texts state, in the order of the site's languages.
    pub texts: Vec<Facts<'t>>,
    /// The units side by side; a column a text.
    pub rows: Vec<Row>,
    /// What several rules ask, found out once for all of them.
    pub(super) memo: Memo,
}

/// What was found out about the texts of an edition.
#[derive(Debug, Default)]
pub(super) struct Memo {
    /// The references that they make by title.
    pub(super) references: OnceCell<References>,
    /// The terms of each text.
    pub(super) terms: OnceCell<Vec<TextTerms>>,
    /// What is not made of the same parts in all of them.
    pub(super) shapes: OnceCell<Vec<ShapeDifference>>,
}

impl<'t> Parallel<'t> {
    /// Reads the texts of an edition. A text in a language nothing is known of is left out; a
    /// finding tells so elsewhere.
    pub fn read(
        policy: &'t Policy,
        edition: &'t Edition,
        languages: &'t BTreeMap<Lang, Language>,
    ) -> Self {
        let texts = edition.texts.iter().filter_map(|text| {
            let language = languages.get(&text.lang)?;
            Some(Facts::read(text, language))
        });
        let texts: Vec<Facts<'_>> = texts.collect();
        let units: Vec<Vec<Unit<'_>>> = texts
            .iter()
            .map(|text| text.units.iter().map(|own| own.unit.clone()).collect())
            .collect();
        Self {
            policy,
            edition,
            rows: rows(&units),
            texts,
            memo: Memo::default(),
        }
    }

    /// The unit that stands in a row and a column.
    pub fn unit(&self, row: &Row, column: usize) -> Option<&UnitFacts<'t>> {
        let place = row.places.get(column).copied().flatten()?;
        self.texts.get(column)?.units.get(place)
    }

    /// The units of a row, each with its column and text; texts that lack it are passed over.
    pub fn units<'p>(
        &'p self,
        row: &'p Row,
    ) -> impl Iterator<Item = (usize, &'p Facts<'t>, &'p UnitFacts<'t>)> {
        let columns = self.texts.iter().enumerate();
        columns.filter_map(move |(column, text)| Some((column, text, self.unit(row, column)?)))
    }
}

/// Says which language and clause a finding is about.
pub(super) fn about(mut finding: Finding, text: &Facts<'_>, unit: &UnitFacts<'_>) -> Finding {
    finding.place.language = Some(text.text.lang.to_string());
    finding.place.clause = unit.unit.address();
    finding
}
