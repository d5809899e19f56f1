use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::facts::Facts;
use crate::lang::Language;
use crate::model::{Edition, Lang, Text};
use crate::source::FileId;

/// What the texts of some editions state, read once for all comparisons of them.
#[derive(Debug, Default)]
pub struct Readings<'t> {
    texts: BTreeMap<FileId, Facts<'t>>,
}

impl<'t> Readings<'t> {
    /// Reads the texts of editions, each of which may be named several times. A text in a language
    /// nothing is known of is left out.
    pub fn of(editions: &[&'t Edition], languages: &'t BTreeMap<Lang, Language>) -> Self {
        let texts = editions.iter().flat_map(|edition| &edition.texts);
        let texts: BTreeMap<FileId, &Text> = texts.map(|text| (text.file, text)).collect();
        let texts = texts.into_par_iter().filter_map(|(file, text)| {
            let language = languages.get(&text.lang)?;
            Some((file, Facts::read(text, language)))
        });
        Self {
            texts: texts.collect(),
        }
    }

    /// What a text states.
    pub(super) fn get(&self, text: &Text) -> Option<&Facts<'t>> {
        self.texts.get(&text.file)
    }
}
