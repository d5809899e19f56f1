use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::comparison;
use crate::lang::Language;
use crate::model::{Lang, Policy};
use crate::site::{Compared, Comparison, Pair};

/// What changed between two editions of a policy, for the pages that show it on a day.
pub fn compared(
    policy: &Policy,
    pair: &Pair<'_>,
    languages: &BTreeMap<Lang, Language>,
    today: Date,
) -> Compared {
    let langs: Vec<Lang> = languages.keys().cloned().collect();
    let editions = [pair.from, pair.to];
    let found = comparison::Comparison::of(policy, editions, &langs, languages, today);
    let found = found.languages.into_iter().map(|own| {
        // Only neighbours have a page with the table.
        let table = match pair.neighbours {
            true => comparison::table_html(&[&own]),
            false => String::new(),
        };
        let comparison = Comparison {
            table,
            redline: own.redline,
            summary: own.summary,
        };
        (own.language.lang, comparison)
    });
    found.collect()
}
