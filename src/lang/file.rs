use std::collections::BTreeMap;

use serde::Deserialize;

use super::{GrammarFile, Pattern};
use crate::config::Words;

/// `<code>.yaml` of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageFile {
    /// What the language calls itself.
    pub name: Option<Words>,
    /// The language and its country, `kk_KZ`, as the Open Graph protocol writes it.
    pub locale: Option<Words>,
    /// `ltr` or `rtl`.
    pub direction: Option<Words>,
    /// The months, as they stand in a date.
    pub months: Option<Vec<Words>>,
    /// A date in figures: `{day2}.{month2}.{year}`.
    pub date: Option<Pattern>,
    /// A date in words: `{day} {month} {year}`.
    pub date_long: Option<Pattern>,
    /// The line that names the edition and the order.
    pub edition_line: Option<Pattern>,
    /// The line that says when the text was last updated.
    pub updated_line: Option<Pattern>,
    /// The line that names an edition without an order.
    pub draft_line: Option<Pattern>,
    /// How an order is named: `Order No.{order} dated {order_date_long}`.
    pub order_line: Option<Pattern>,
    /// What the checks know of the language.
    pub grammar: Option<GrammarFile>,
    /// The interface words.
    pub words: Option<BTreeMap<String, Words>>,
}

impl LanguageFile {
    /// This file with what it does not say taken from another.
    #[must_use]
    pub fn over(self, base: Self) -> Self {
        let mut words = base.words.unwrap_or_default();
        words.extend(self.words.unwrap_or_default());
        Self {
            name: self.name.or(base.name),
            locale: self.locale.or(base.locale),
            direction: self.direction.or(base.direction),
            months: self.months.or(base.months),
            date: self.date.or(base.date),
            date_long: self.date_long.or(base.date_long),
            edition_line: self.edition_line.or(base.edition_line),
            updated_line: self.updated_line.or(base.updated_line),
            draft_line: self.draft_line.or(base.draft_line),
            order_line: self.order_line.or(base.order_line),
            grammar: Some(
                self.grammar
                    .unwrap_or_default()
                    .over(base.grammar.unwrap_or_default()),
            ),
            words: Some(words),
        }
    }
}
