use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::comparison::{self, Readings};
use crate::lang::Language;
use crate::model::{Lang, Policy, Site};
use crate::site::{ChangesForm, Compared, Comparison, Pair};

/// What changed between two editions of a policy, for the pages that show it on a day.
pub fn compared(
    policy: &Policy,
    pair: &Pair<'_>,
    site: &Site,
    languages: &BTreeMap<Lang, Language>,
    today: Date,
) -> Compared {
    let readings = Readings::of(&[pair.from, pair.to], languages);
    compared_as_read(policy, pair, site, languages, &readings, today)
}

/// The same, of texts that were read for other pairs as well.
pub(super) fn compared_as_read(
    policy: &Policy,
    pair: &Pair<'_>,
    site: &Site,
    languages: &BTreeMap<Lang, Language>,
    readings: &Readings<'_>,
    today: Date,
) -> Compared {
    let langs: Vec<Lang> = languages.keys().cloned().collect();
    let editions = [pair.from, pair.to];
    let found =
        comparison::Comparison::as_read(policy, editions, &langs, languages, readings, today);
    let by_lang: BTreeMap<&Lang, &comparison::Compared> = found
        .languages
        .iter()
        .map(|own| (&own.language.lang, own))
        .collect();
    // Only the forms that have a page are made.
    let mut tables = BTreeMap::new();
    let mut beside = BTreeMap::new();
    for (lang, own) in &by_lang {
        for form in pair.forms(&site.languages, lang) {
            match (form, form.beside().and_then(|other| by_lang.get(other))) {
                (ChangesForm::Table, _) => {
                    tables.insert((*lang).clone(), comparison::table_html(&[own]));
                }
                (ChangesForm::Beside(other), Some(second)) => {
                    let table = comparison::table_html(&[own, second]);
                    beside.insert(((*lang).clone(), other.clone()), table);
                }
                _ => {}
            }
        }
    }
    let found = found.languages.into_iter().map(|own| {
        let table = tables.remove(&own.language.lang).unwrap_or_default();
        let comparison = Comparison {
            table,
            redline: own.redline,
            summary: own.summary,
        };
        (own.language.lang, comparison)
    });
    found.collect::<Compared>().with_tables(beside)
}
