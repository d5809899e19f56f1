use std::collections::BTreeMap;

use serde::Serialize;

use super::entry::{EntryView, entry};
use super::head::Head;
use super::names::{Named, Names};
use super::stretch::quiet;
use crate::align::{Unit, interleaved, rows, units};
use crate::lang::InterfaceWords;
use crate::model::{Edition, Lang, Policy};
use crate::redline::{Entry, Side};
use crate::site::view::page::Surroundings;
use crate::site::{ChangesForm, Compared, Comparison, Pair};

/// The redlines of two editions in all languages, clause by clause.
#[derive(Debug, Serialize)]
pub struct ParallelView {
    #[serde(flatten)]
    head: Head,
    languages: Vec<LanguageFacts>,
    rows: Vec<Row>,
    /// How many clauses did not change in any language, or only in their number or their typing.
    quiet: usize,
}

#[derive(Debug, Serialize)]
struct LanguageFacts {
    lang: String,
    name: String,
    words: InterfaceWords,
}

/// A clause in all languages.
#[derive(Debug, Serialize)]
struct Row {
    change: usize,
    anchor: Option<String>,
    /// In the language of the page, if it has the clause.
    name: String,
    /// The language of the name, where it is another.
    lang: Option<String>,
    /// Whether it changed in some languages and not in others.
    uneven: bool,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    /// The unit; absent where the language has none.
    entry: Option<EntryView>,
    /// Whether it changed in this language.
    changed: bool,
    /// Where the language tells of the clause, when it became part of one that the others know apart.
    elsewhere: Option<Named>,
}

/// Where a clause stands in the rows: by its place in the new text of the first language that has
/// it, else by that in the old one.
type Key = (Which, usize);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Which {
    New,
    Old,
}

impl Surroundings<'_> {
    pub(in crate::site::view) fn parallel(
        &self,
        policy: &Policy,
        pair: &Pair<'_>,
        lang: &Lang,
        compared: &Compared,
    ) -> Option<ParallelView> {
        let languages = self.plan.site.languages.iter();
        let columns: Vec<_> = languages
            .filter_map(|lang| Some((self.languages.get(lang)?, compared.get(lang)?)))
            .collect();
        let langs: Vec<&Lang> = columns.iter().map(|(own, _)| &own.lang).collect();
        let keys = [
            (Which::New, by_unit(pair.to, &langs)),
            (Which::Old, by_unit(pair.from, &langs)),
        ];
        let key = |column: usize, entry: &Entry| -> Option<Key> {
            let (which, side) = match (&entry.new, &entry.old) {
                (Some(new), _) => (0, new),
                (None, Some(old)) => (1, old),
                (None, None) => return None,
            };
            let (which, rows) = &keys[which];
            Some((*which, *rows.get(column)?.get(side.place)?))
        };
        let page = columns.iter().position(|(own, _)| own.lang == *lang);
        let names: Vec<Names<'_>> = columns
            .iter()
            .map(|(language, own)| Names::of(&own.redline, &language.words))
            .collect();
        let (order, mut found) = joined(&columns.iter().map(|(_, c)| *c).collect::<Vec<_>>(), key);
        let kept = kept(
            &columns.iter().map(|(_, c)| *c).collect::<Vec<_>>(),
            &keys[1].1,
        );
        let (mut rows, mut quiet_rows) = (Vec::new(), 0);
        for key in order {
            let own = found.remove(&key).unwrap_or_default();
            let loud = |at: usize| own.get(&at).is_some_and(|entry| quiet(entry).is_none());
            let changed: Vec<bool> = (0..columns.len()).map(loud).collect();
            if !changed.contains(&true) {
                quiet_rows += usize::from(own.values().any(|entry| !entry.blocks.is_empty()));
                continue;
            }
            let cells = changed.iter().enumerate().map(|(at, changed)| {
                let other = match key {
                    (Which::Old, row) if !own.contains_key(&at) => kept.get(&(at, row)),
                    _ => None,
                };
                Cell {
                    entry: own.get(&at).and_then(|own| entry(own, &names[at])),
                    changed: *changed,
                    elsewhere: other.map(|side| names[at].of_new(side)),
                }
            });
            let cells: Vec<Cell> = cells.collect();
            let mut sides = own
                .iter()
                .filter_map(|(at, entry)| Some((*at, side(entry)?)));
            let side = sides.next();
            let in_page = sides.chain(side).find(|(at, _)| Some(*at) == page);
            let named = in_page.or(side);
            rows.push(Row {
                change: rows.len() + 1,
                anchor: side.and_then(|(_, (side, prefix))| {
                    Some(format!("{prefix}{}", side.address.as_ref()?))
                }),
                name: named.map_or_else(String::new, |(at, (side, _))| names[at].name(side)),
                lang: named
                    .filter(|(at, _)| Some(*at) != page)
                    .map(|(at, _)| langs[at].to_string()),
                uneven: cells
                    .iter()
                    .any(|cell| !cell.changed && cell.elsewhere.is_none()),
                cells,
            });
        }
        Some(ParallelView {
            head: self.changes_head(policy, pair, ChangesForm::Parallel, lang)?,
            languages: columns
                .iter()
                .map(|(language, _)| LanguageFacts {
                    lang: language.lang.to_string(),
                    name: language.name.clone(),
                    words: language.words.clone(),
                })
                .collect(),
            rows,
            quiet: quiet_rows,
        })
    }
}

/// The new sides of the units that both texts have, by column and by their row in the old edition.
fn kept<'c>(columns: &[&'c Comparison], old: &[Vec<usize>]) -> BTreeMap<(usize, usize), &'c Side> {
    let mut kept = BTreeMap::new();
    for (column, (own, rows)) in columns.iter().zip(old).enumerate() {
        for entry in &own.redline.entries {
            if let (Some(old), Some(new)) = (&entry.old, &entry.new)
                && let Some(row) = rows.get(old.place)
            {
                kept.insert((column, *row), new);
            }
        }
    }
    kept
}

/// A unit as its page knows it, and what its anchor begins with.
fn side(entry: &Entry) -> Option<(&Side, &'static str)> {
    match (&entry.new, &entry.old) {
        (Some(new), _) => Some((new, "")),
        (None, Some(old)) => Some((old, "old-")),
        (None, None) => None,
    }
}

/// For each language, the row of each unit of an edition.
fn by_unit(edition: &Edition, langs: &[&Lang]) -> Vec<Vec<usize>> {
    let texts = langs.iter().filter_map(|lang| edition.text(lang));
    let texts: Vec<Vec<Unit<'_>>> = texts.map(units).collect();
    let mut by_unit: Vec<Vec<usize>> = texts.iter().map(|own| vec![0; own.len()]).collect();
    for (at, row) in rows(&texts).iter().enumerate() {
        for (own, place) in by_unit.iter_mut().zip(&row.places) {
            if let Some(slot) = place.and_then(|place| own.get_mut(place)) {
                *slot = at;
            }
        }
    }
    by_unit
}

/// The entries of each row by column, and the rows in the order of the first language; what only
/// another has stands behind what stands before it there.
fn joined<'c>(
    columns: &[&'c Comparison],
    key: impl Fn(usize, &Entry) -> Option<Key>,
) -> (Vec<Key>, BTreeMap<Key, BTreeMap<usize, &'c Entry>>) {
    let mut found: BTreeMap<Key, BTreeMap<usize, &Entry>> = BTreeMap::new();
    let mut orders: Vec<Vec<Key>> = Vec::new();
    for (column, own) in columns.iter().enumerate() {
        let mut order = Vec::new();
        for entry in &own.redline.entries {
            if let Some(key) = key(column, entry) {
                found.entry(key).or_default().insert(column, entry);
                order.push(key);
            }
        }
        orders.push(order);
    }
    (interleaved(orders), found)
}
