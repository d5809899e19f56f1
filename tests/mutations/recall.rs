//! How much of a kind of defect is found.

use std::fmt::Write as _;

use rayon::prelude::*;
use tarmaq::diagnostic::Severity;

use crate::edition::{Change, Edition, Edits, LANGUAGES};
use crate::expected;
use crate::kinds::{Changes, Kind, measure_letters};

/// What became of a kind of defect.
pub(crate) struct Recall {
    pub(crate) kind: &'static Kind,
    pub(crate) tried: usize,
    /// The changes that were not found, in words.
    pub(crate) missed: Vec<String>,
}

/// Puts a kind of defect everywhere it can be put, one at a time.
pub(crate) fn measure(editions: &[Edition], kind: &'static Kind) -> Recall {
    let changes_of = match kind.changes {
        Changes::Each(changes) => changes,
        Changes::Letters => return measure_letters(editions, kind),
    };
    let all = changes(editions, changes_of);
    let missed: Vec<String> = all
        .par_iter()
        .filter(|(edition, column, change)| {
            let news = edition.news(*column, change);
            !news
                .iter()
                .any(|finding| change.is_found_by(finding, kind.least))
        })
        .map(|(edition, column, change)| told(edition, *column, change))
        .collect();
    Recall {
        kind,
        tried: all.len(),
        missed,
    }
}

/// How many harmless edits of a kind are made together: each fifth place of a text, then the places
/// after those, and so on. That each is harmless for itself shows all the more when they are many.
const HANDS: usize = 5;

/// Makes harmless edits; gives how many, and the errors they brought about.
pub(crate) fn false_alarms(editions: &[Edition], name: &str, edits: Edits) -> (usize, Vec<String>) {
    let mut hands = Vec::new();
    let mut count = 0;
    for edition in editions {
        for column in 0..LANGUAGES.len() {
            let all = edits(edition, column);
            count += all.len();
            for hand in 0..HANDS.min(all.len()) {
                let dealt = all.iter().skip(hand).step_by(HANDS);
                hands.push((edition, column, edition.together(column, dealt)));
            }
        }
    }
    let alarms = hands.par_iter().flat_map_iter(|(edition, column, change)| {
        let errors = edition.news(*column, change).into_iter();
        // A defect of the text as it stands may be told in other words.
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        let errors = errors.filter(|finding| !edition.has(finding));
        errors.map(|finding| {
            let (slug, lang) = (&edition.slug, LANGUAGES[*column]);
            format!(
                "{name}, {slug} {lang}: {}: {}",
                finding.rule.name, finding.message
            )
        })
    });
    let alarms: Vec<String> = alarms.collect();
    (count, alarms)
}

fn changes(editions: &[Edition], make: Edits) -> Vec<(&Edition, usize, Change)> {
    let columns = editions
        .iter()
        .flat_map(|edition| (0..LANGUAGES.len()).map(move |column| (edition, column)));
    columns
        .flat_map(|(edition, column)| {
            let changes = make(edition, column).into_iter();
            changes.map(move |change| (edition, column, change))
        })
        .collect()
}

/// A change in words: where it is made, what stood there, and what stands there now.
pub(crate) fn told(edition: &Edition, column: usize, change: &Change) -> String {
    let old = &edition.sources[column][change.range.clone()];
    let clause = change
        .clauses
        .first()
        .cloned()
        .flatten()
        .unwrap_or_default();
    let brief = |text: &str| match text.chars().count() > 60 {
        true => format!("{}…", text.chars().take(60).collect::<String>()),
        false => text.to_owned(),
    };
    let (old, new) = (
        brief(old).replace('\n', "⏎"),
        brief(&change.new).replace('\n', "⏎"),
    );
    format!(
        "{} {} {clause}: “{old}” → “{new}”",
        edition.slug, LANGUAGES[column]
    )
}

/// Compares the table of recalls with the one in a file below `tests/`; `UPDATE=1` writes it anew.
pub(crate) fn expect(recalls: &[Recall], path: &str) {
    let table = table(recalls);
    println!("{table}");
    expected::expect(path, &table);
}

fn table(recalls: &[Recall]) -> String {
    let mut out = String::from(
        "# What the checker finds\n\nDefects put into the approved texts of both policies, one at a \
         time, in each language, at every place\nwhere they can be put. Written by \
         `tests/mutations/main.rs`; “always” must stay at 100 %.\n\n\
         | defect | tried | found | recall | |\n| --- | ---: | ---: | ---: | --- |\n",
    );
    for Recall {
        kind,
        tried,
        missed,
    } in recalls
    {
        let found = tried - missed.len();
        let tenths = found * 1000 / (*tried).max(1);
        let always = if kind.always { "always" } else { "" };
        let name = kind.name;
        let _ = writeln!(
            out,
            "| {name} | {tried} | {found} | {}.{} % | {always} |",
            tenths / 10,
            tenths % 10
        );
    }
    let missing = recalls.iter().filter(|recall| !recall.missed.is_empty());
    for Recall { kind, missed, .. } in missing {
        let _ = writeln!(out, "\n## Missed: {}\n\n{}\n", kind.name, kind.why_missed);
        for told in missed {
            let _ = writeln!(out, "- {told}");
        }
    }
    out
}
