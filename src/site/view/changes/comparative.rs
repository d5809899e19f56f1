use serde::Serialize;

use super::head::Head;
use crate::model::{Lang, Policy};
use crate::site::view::page::Surroundings;
use crate::site::{ChangesForm, Compared, Pair};

/// The comparative table of two editions in a language: the document that goes with an order.
#[derive(Debug, Serialize)]
pub struct ComparativeView {
    #[serde(flatten)]
    head: Head,
    /// The table and its notes, as HTML: the same as `tarmaq diff` writes.
    table: String,
}

impl Surroundings<'_> {
    pub(in crate::site::view) fn comparative(
        &self,
        policy: &Policy,
        pair: &Pair<'_>,
        lang: &Lang,
        compared: &Compared,
    ) -> Option<ComparativeView> {
        Some(ComparativeView {
            head: self.changes_head(policy, pair, ChangesForm::Table, lang)?,
            table: compared.get(lang)?.table.clone(),
        })
    }
}
