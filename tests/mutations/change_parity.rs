//! Changes of the sample history, undone in one language at a time.

use std::path::Path;

use rayon::prelude::*;
use tarmaq::check::{Parallel, Succession, one_sided_change};
use tarmaq::diagnostic::Finding;
use tarmaq::facts::{Run, UnitFacts};
use tarmaq::load::{Loaded, load};
use tarmaq::model::{Edition, Policy};
use tarmaq::parse::parse;
use tarmaq::source::{SourceFile, Span};

/// The sample site whose policies live through editions; all of it is made up.
pub(crate) fn sample() -> Loaded {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/history");
    let mut loaded = load(&root).unwrap();
    let findings = std::mem::take(&mut loaded.findings).into_all();
    assert_eq!(findings, vec![]);
    loaded
}

/// An edition with one of its texts written anew.
struct Rewritten<'l> {
    policy: &'l Policy,
    old: &'l Edition,
    new: &'l Edition,
    column: usize,
    source: String,
    /// The clause that was written anew, and what was done to it in words.
    clause: Option<String>,
    told: String,
}

/// Takes each change of each edition back, one clause in one language at a time, and then one line of
/// a clause at a time. Gives how many there were, and those that were not found.
pub(crate) fn undone(loaded: &Loaded) -> (usize, Vec<String>) {
    let mut all = Vec::new();
    for policy in &loaded.site.policies {
        for (old, new) in policy.editions.iter().zip(policy.editions.iter().skip(1)) {
            all.extend(undone_in(loaded, policy, old, new));
        }
    }
    let missed = all.par_iter().filter(|rewritten| {
        let found = rewritten.findings(loaded);
        !found
            .iter()
            .any(|finding| finding.place.clause == rewritten.clause)
    });
    (
        all.len(),
        missed.map(|rewritten| rewritten.told.clone()).collect(),
    )
}

fn undone_in<'l>(
    loaded: &Loaded,
    policy: &'l Policy,
    old: &'l Edition,
    new: &'l Edition,
) -> Vec<Rewritten<'l>> {
    let before = Parallel::read(policy, old, &loaded.languages);
    let after = Parallel::read(policy, new, &loaded.languages);
    let succession = Succession::of(&before, &after);
    let mut all = Vec::new();
    for (at, column) in succession.columns.iter().enumerate() {
        let source = |text: &tarmaq::model::Text| loaded.sources.get(text.file).text().to_owned();
        let (own, other) = (source(column.old.text), source(column.new.text));
        for (place, unit) in column.new.units.iter().enumerate() {
            let Some(was) = column.before(place) else {
                continue;
            };
            let mut undo = |from: Span, to: Span| {
                let (was, is) = (&own[from.range()], &other[to.range()]);
                if words(was) == words(is) {
                    return;
                }
                let mut source = other.clone();
                source.replace_range(to.range(), was);
                let clause = unit.unit.address();
                all.push(Rewritten {
                    policy,
                    old,
                    new,
                    column: at,
                    source,
                    told: format!(
                        "{} {} → {}, {} {}: {is:?} → {was:?}",
                        policy.slug,
                        old.number,
                        new.number,
                        column.new.text.lang,
                        clause.as_deref().unwrap_or("title"),
                    ),
                    clause,
                });
            };
            let (was_lines, is_lines) = (lines(was), lines(unit));
            if let (Some(from), Some(to)) = (whole(&was_lines), whole(&is_lines)) {
                undo(from, to);
            }
            if was_lines.len() == is_lines.len() && is_lines.len() > 1 {
                // A line that only changed its place was not changed there.
                let among = |line: &Run, lines: &[&Run]| {
                    lines
                        .iter()
                        .any(|own| words(&own.text) == words(&line.text))
                };
                for (from, to) in was_lines.iter().zip(&is_lines) {
                    if !among(from, &is_lines) && !among(to, &was_lines) {
                        undo(from.whole(), to.whole());
                    }
                }
            }
        }
    }
    all
}

/// Makes edits that say nothing in one language of each edition, and compares it with itself. Gives
/// how many editions were compared, and the findings.
pub(crate) fn cosmetic(loaded: &Loaded) -> (usize, Vec<String>) {
    let mut all = Vec::new();
    for policy in &loaded.site.policies {
        for edition in &policy.editions {
            for (column, text) in edition.texts.iter().enumerate() {
                let source = loaded.sources.get(text.file).text();
                for (name, edit) in COSMETIC {
                    let edited = edit(source);
                    if edited != source {
                        all.push(Rewritten {
                            policy,
                            old: edition,
                            new: edition,
                            column,
                            source: edited,
                            clause: None,
                            told: (*name).to_owned(),
                        });
                    }
                }
            }
        }
    }
    let alarms = all.par_iter().flat_map_iter(|rewritten| {
        let found = rewritten.findings(loaded).into_iter();
        found.map(|finding| format!("{}: {}", rewritten.told, finding.message))
    });
    (all.len(), alarms.collect())
}

/// An edit and its name.
type Cosmetic = (&'static str, fn(&str) -> String);

/// Edits that a reader of the words does not see.
const COSMETIC: &[Cosmetic] = &[
    ("commas taken away", |text| text.replace(", ", " ")),
    ("other dashes", |text| {
        text.replace(" – ", " — ").replace(" — ", " – ")
    }),
    ("other quotes", |text| {
        text.replace(['«', '»', '“', '”'], "\"")
    }),
    ("no-break spaces", |text| {
        text.replace("№ ", "№\u{a0}").replace("No. ", "No.\u{a0}")
    }),
    ("other line wraps", |text| {
        let wrapped = |line: &str| match line.starts_with(|c: char| c.is_ascii_digit()) {
            true => line.replacen("; ", ";\n", 1).replacen(", ", ",\n", 1),
            false => line.to_owned(),
        };
        let lines: Vec<String> = text.lines().map(wrapped).collect();
        lines.join("\n") + "\n"
    }),
    ("full stops for semicolons", |text| {
        text.replace(";\n", ".\n")
    }),
];

impl Rewritten<'_> {
    /// The changes that are found in one language alone.
    fn findings(&self, loaded: &Loaded) -> Vec<Finding> {
        let mut new = self.new.clone();
        let text = &mut new.texts[self.column];
        let file = SourceFile::new("rewritten.md", self.source.clone());
        let (parsed, _) = parse(text.file, &file, &text.lang);
        *text = parsed;
        let before = Parallel::read(self.policy, self.old, &loaded.languages);
        let after = Parallel::read(self.policy, &new, &loaded.languages);
        let mut findings = Vec::new();
        one_sided_change::check(&Succession::of(&before, &after), &mut findings);
        findings
    }
}

fn lines<'u>(unit: &'u UnitFacts<'_>) -> Vec<&'u Run> {
    unit.runs
        .iter()
        .filter(|run| !run.text.trim().is_empty())
        .collect()
}

/// From the first word of some lines to the last.
fn whole(lines: &[&Run]) -> Option<Span> {
    let (first, last) = (lines.first()?, lines.last()?);
    Some(first.whole().to(last.whole()))
}

/// The words of some source, in small letters.
fn words(source: &str) -> Vec<String> {
    let words = source.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
