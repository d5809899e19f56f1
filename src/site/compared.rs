use std::collections::BTreeMap;

use crate::model::Lang;
use crate::redline::{Redline, Summary};

/// What changed between two editions, in each language that both have. It is found out once for all
/// pages that show it and dropped behind them.
#[derive(Debug, Default)]
pub struct Compared {
    languages: BTreeMap<Lang, Comparison>,
    /// The comparative tables of two languages side by side, as HTML.
    beside: BTreeMap<(Lang, Lang), String>,
}

/// What changed between two texts of one language.
#[derive(Debug)]
pub struct Comparison {
    /// What became of each unit.
    pub redline: Redline,
    /// The same in numbers, and the values that left and came.
    pub summary: Summary,
    /// The comparative table, as HTML.
    pub table: String,
}

impl Compared {
    /// What changed, language by language.
    pub fn languages(&self) -> impl Iterator<Item = (&Lang, &Comparison)> {
        self.languages.iter()
    }

    /// The comparative table in a language, or in two side by side.
    pub fn table(&self, lang: &Lang, beside: Option<&Lang>) -> Option<&str> {
        let table = match beside {
            Some(other) => self.beside.get(&(lang.clone(), other.clone()))?,
            None => &self.languages.get(lang)?.table,
        };
        Some(table)
    }

    /// The same with the comparative tables of two languages side by side.
    #[must_use]
    pub fn with_tables(self, beside: BTreeMap<(Lang, Lang), String>) -> Self {
        Self { beside, ..self }
    }

    /// What changed in a language.
    pub fn get(&self, lang: &Lang) -> Option<&Comparison> {
        self.languages.get(lang)
    }
}

impl FromIterator<(Lang, Comparison)> for Compared {
    fn from_iter<I: IntoIterator<Item = (Lang, Comparison)>>(languages: I) -> Self {
        Self {
            languages: languages.into_iter().collect(),
            beside: BTreeMap::new(),
        }
    }
}
