//! For programs: one object, every key always there, absent facts as null.
//! `comparison.schema.json` beside this file describes it.

mod entries;
mod rows;

use serde::Serialize;

use super::format::extent;
use super::{Compared, Comparison, Head};
use crate::model::{Order, State};
use crate::redline::comparative::Table;
use crate::redline::{FactChange, FactKind, Stated};

/// The version of the description. It grows when a program that reads the output has to change.
const VERSION: u32 = 1;

/// The description of the output, as JSON Schema 2020-12.
pub const SCHEMA: &str = include_str!("comparison.schema.json");

#[derive(Serialize)]
struct Output<'a> {
    schema: u32,
    policy: &'a str,
    from: EditionOut<'a>,
    to: EditionOut<'a>,
    differs: bool,
    missing: Vec<Missing<'a>>,
    languages: Vec<LanguageOut<'a>>,
    table: rows::TableOut<'a>,
}

#[derive(Serialize)]
struct EditionOut<'a> {
    edition: &'a str,
    state: &'static str,
    order: Option<OrderOut<'a>>,
    in_force_from: Option<String>,
    in_force_to: Option<String>,
}

#[derive(Serialize)]
struct OrderOut<'a> {
    number: &'a str,
    date: Option<String>,
}

#[derive(Serialize)]
struct Missing<'a> {
    language: &'a str,
    edition: &'a str,
}

#[derive(Serialize)]
struct LanguageOut<'a> {
    language: &'a str,
    title: Option<&'a str>,
    summary: SummaryOut<'a>,
    entries: Vec<entries::EntryOut<'a>>,
}

#[derive(Serialize)]
struct SummaryOut<'a> {
    added: usize,
    removed: usize,
    changed: usize,
    moved: usize,
    renumbered: usize,
    split: usize,
    merged: usize,
    cosmetic: usize,
    unchanged: usize,
    facts: Vec<FactOut<'a>>,
}

#[derive(Serialize)]
struct FactOut<'a> {
    entry: usize,
    kind: &'static str,
    old: Option<StatedOut<'a>>,
    new: Option<StatedOut<'a>>,
}

#[derive(Serialize)]
struct StatedOut<'a> {
    words: &'a str,
    before: &'a str,
    after: &'a str,
}

/// The comparison as JSON. Of units that did not change the words stand there only if `all` is
/// asked for.
pub(super) fn render(comparison: &Comparison, all: bool) -> String {
    let redlines: Vec<_> = comparison
        .languages
        .iter()
        .map(|own| &own.redline)
        .collect();
    let table = Table::of(&redlines, extent(all));
    let missing = comparison.gaps.iter().map(|gap| Missing {
        language: gap.lang.code(),
        edition: &gap.edition,
    });
    let languages = comparison.languages.iter();
    let output = Output {
        schema: VERSION,
        policy: &comparison.policy,
        from: edition(&comparison.from),
        to: edition(&comparison.to),
        differs: comparison.differs(),
        missing: missing.collect(),
        table: rows::table(&table, &comparison.languages),
        languages: languages.map(|own| language(own, all)).collect(),
    };
    let mut json = serde_json::to_string_pretty(&output).unwrap_or_default();
    json.push('\n');
    json
}

fn edition(head: &Head) -> EditionOut<'_> {
    let order = head
        .order
        .as_ref()
        .map(|Order { number, date, .. }| OrderOut {
            number,
            date: date.map(|date| date.to_string()),
        });
    let period = head.period;
    EditionOut {
        edition: &head.number,
        state: match head.state {
            State::Draft => "draft",
            State::Upcoming => "upcoming",
            State::InForce => "in-force",
            State::Superseded => "superseded",
            State::Repealed => "repealed",
        },
        order,
        in_force_from: period.map(|period| period.from.to_string()),
        in_force_to: period.and_then(|period| period.to).map(|to| to.to_string()),
    }
}

fn language(own: &Compared, all: bool) -> LanguageOut<'_> {
    let summary = &own.summary;
    let entries = own.redline.entries.iter();
    LanguageOut {
        language: own.language.lang.code(),
        title: own.title.as_deref(),
        summary: SummaryOut {
            added: summary.added,
            removed: summary.removed,
            changed: summary.changed,
            moved: summary.moved,
            renumbered: summary.renumbered,
            split: summary.split,
            merged: summary.merged,
            cosmetic: summary.cosmetic,
            unchanged: summary.unchanged,
            facts: summary.facts.iter().map(fact).collect(),
        },
        entries: entries.map(|entry| entries::entry(entry, all)).collect(),
    }
}

fn fact(change: &FactChange) -> FactOut<'_> {
    FactOut {
        entry: change.entry,
        kind: match change.kind {
            FactKind::Duration => "duration",
            FactKind::Percent => "percent",
            FactKind::Money => "money",
            FactKind::Date => "date",
            FactKind::Number => "number",
        },
        old: change.old.as_ref().map(stated),
        new: change.new.as_ref().map(stated),
    }
}

fn stated(own: &Stated) -> StatedOut<'_> {
    StatedOut {
        words: &own.words,
        before: &own.before,
        after: &own.after,
    }
}
