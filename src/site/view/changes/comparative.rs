use serde::Serialize;

use super::head::{Head, title};
use crate::model::{Lang, Policy};
use crate::site::view::page::Surroundings;
use crate::site::{ChangesForm, Compared, Pair};

/// The comparative table of two editions in a language, or in two side by side: the document that
/// goes with an order.
#[derive(Debug, Serialize)]
pub struct ComparativeView {
    #[serde(flatten)]
    head: Head,
    /// The table and its notes, as HTML: the same as `tarmaq diff` writes.
    table: String,
    /// The top of the document in the language that stands beside that of the page.
    beside: Option<BesideHead>,
}

/// What the document says at its top.
#[derive(Debug, Serialize)]
struct BesideHead {
    lang: String,
    dir: String,
    heading: String,
    title: String,
    lines: [String; 2],
}

impl Surroundings<'_> {
    pub(in crate::site::view) fn comparative(
        &self,
        policy: &Policy,
        pair: &Pair<'_>,
        form: ChangesForm<'_>,
        lang: &Lang,
        compared: &Compared,
    ) -> Option<ComparativeView> {
        let table = compared.table(lang, form.beside())?;
        let other = form.beside().and_then(|other| self.languages.get(other));
        Some(ComparativeView {
            head: self.changes_head(policy, pair, form, lang)?,
            table: table.to_owned(),
            beside: other.map(|language| BesideHead {
                lang: language.lang.to_string(),
                dir: language.direction.clone(),
                heading: language.words.get(form.word()).cloned().unwrap_or_default(),
                title: title(pair.to, &language.lang),
                lines: [pair.from, pair.to].map(|edition| language.edition_line(edition)),
            }),
        })
    }
}
