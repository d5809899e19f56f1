//! A clause changed in one language, and not in the others.
//!
//! The editions of a policy are compared language by language, each with the edition before it. Where
//! the words of a clause, an item or a cell differ from those of the edition before in one language and
//! are the same in another, a change was forgotten, or slipped in. Spaces, quotation marks, dashes,
//! punctuation, capital letters and line wraps say nothing, nor does the number of a clause.
//!
//! ```text
//! 1.0 → 1.1, clause 5.3:
//!   ru: в течение 30 (тридцати) календарных дней → в течение 10 (десяти) рабочих дней
//!   kk: күнтізбелік 30 (отыз) күн ішінде           (as before)
//! ```
//!
//! Make the change in all languages. When the change corrects the translation of one language alone,
//! accept the finding in `edition.yaml` with that reason.

use super::changed_lines::{ChangedLines, Line, SameLines, lines};
use super::parallel::{Parallel, about};
use super::succession::{Column, Succession};
use crate::align::Row;
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::facts::{Run, UnitFacts};
use crate::model::Edition;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule {
    name: "one-sided-change",
    severity: Severity::Error,
    family: Family::History,
    source: include_str!("one_sided_change.rs"),
};

/// Compares what changed in each language since the edition before.
pub fn check(succession: &Succession<'_, '_>, findings: &mut Vec<Finding>) {
    let editions = (succession.old.edition, succession.new.edition);
    for row in &succession.new.rows {
        let cells = succession.columns.iter();
        let cells: Vec<Cell<'_, '_>> = cells.filter_map(|column| Cell::of(column, row, editions)).collect();
        let changed = cells.iter().filter(|cell| cell.lines.any).count();
        if changed == 0 {
            continue;
        }
        if changed < cells.len() {
            let sides = cells.iter().map(|cell| cell.side(cell.lines.any));
            findings.extend(finding(succession, row, &sides.collect::<Vec<_>>()));
        } else if comparable(&cells) {
            by_line(succession, row, &cells, findings);
        }
    }
}

/// A unit in one language.
struct Cell<'s, 't> {
    column: &'s Column<'s, 't>,
    unit: &'s UnitFacts<'t>,
    /// What it was in the edition before, and the row of that.
    before: Option<&'s UnitFacts<'t>>,
    row_before: Option<usize>,
    lines: ChangedLines,
}

/// Where the lines of a unit stand in one language, now and before.
struct Places {
    new: Vec<Span>,
    old: Vec<Span>,
}

/// What is told of one language.
struct Side<'s, 't> {
    column: &'s Column<'s, 't>,
    changed: bool,
    /// The words in question in the new text, and those they took the place of.
    new: Span,
    old: Option<Span>,
}

impl<'s, 't> Cell<'s, 't> {
    fn of(
        column: &'s Column<'s, 't>,
        row: &Row,
        editions: (&Edition, &Edition),
    ) -> Option<Self> {
        let place = row.places.get(column.at).copied().flatten()?;
        let unit = column.new.units.get(place)?;
        let before = column.before(place);
        // A slip of the pen was corrected in the open, in the language it stood in.
        let corrected = |edition: &Edition, unit: &UnitFacts<'_>| {
            let seal = edition.seal.iter();
            let changes = seal.flat_map(|seal| &seal.corrigenda).flat_map(|own| &own.changes);
            let address = unit.unit.address();
            let clause = address.as_deref().unwrap_or("title");
            let lang = &column.new.text.lang;
            changes.into_iter().any(|change| change.language == *lang && change.clause == clause)
        };
        let (old, new) = editions;
        if corrected(new, unit) || before.is_some_and(|before| corrected(old, before)) {
            return None;
        }
        Some(Self {
            lines: ChangedLines::between(before, unit),
            row_before: column.row_before(place),
            column,
            unit,
            before,
        })
    }

    /// What is told of its first line that changed.
    fn side(&self, changed: bool) -> Side<'s, 't> {
        let line = self.lines.lines.iter().position(|line| *line == Line::Changed);
        self.side_at(changed, &self.places(), line.unwrap_or(0))
    }

    /// What is told of one of its lines.
    fn side_at(&self, changed: bool, places: &Places, line: usize) -> Side<'s, 't> {
        let at = |unit: &UnitFacts<'_>, lines: &[Span]| {
            lines.get(line).copied().unwrap_or(unit.unit.span)
        };
        Side {
            column: self.column,
            changed,
            new: at(self.unit, &places.new),
            old: self.before.map(|before| at(before, &places.old)),
        }
    }

    /// Where its lines stand.
    fn places(&self) -> Places {
        Places {
            new: lines(self.unit).map(Run::whole).collect(),
            old: self.before.into_iter().flat_map(lines).map(Run::whole).collect(),
        }
    }
}

/// Whether the languages have the same lines, and had the same unit with the same lines before: then
/// they are compared line by line.
fn comparable(cells: &[Cell<'_, '_>]) -> bool {
    let Some((head, rest)) = cells.split_first() else {
        return false;
    };
    let Some(before) = head.before else {
        return false;
    };
    rest.iter().all(|cell| {
        let had = cell.before.is_some_and(|own| same_lines(own, before));
        cell.row_before == head.row_before && had && same_lines(cell.unit, head.unit)
    })
}

fn same_lines(one: &UnitFacts<'_>, other: &UnitFacts<'_>) -> bool {
    let places = |unit| lines(unit).map(|run| &run.place);
    places(one).eq(places(other))
}

/// Tells the lines that changed in some of the languages, or were another line before.
fn by_line(
    succession: &Succession<'_, '_>,
    row: &Row,
    cells: &[Cell<'_, '_>],
    findings: &mut Vec<Finding>,
) {
    let count = cells.first().map_or(0, |cell| cell.lines.lines.len());
    let mut places = None;
    let mut same = SameLines::of(cells.iter().map(|cell| &cell.lines));
    for at in 0..count {
        if same.agree(at) {
            continue;
        }
        let changed = |cell: &Cell<'_, '_>| cell.lines.lines.get(at) == Some(&Line::Changed);
        let mut flags: Vec<bool> = cells.iter().map(changed).collect();
        if !flags.contains(&true) {
            // All stood there before; the odd one is that which stood elsewhere.
            let there = Line::Kept { first: at, only: true };
            let own = |cell: &Cell<'_, '_>| cell.lines.lines.get(at) == Some(&there);
            flags = cells.iter().map(|cell| !own(cell)).collect();
        }
        // Looked for where they are asked for: most units agree in all their lines.
        let places = places.get_or_insert_with(|| cells.iter().map(Cell::places).collect::<Vec<_>>());
        let sides = cells.iter().zip(places.iter()).zip(flags);
        let sides = sides.map(|((cell, places), flag)| cell.side_at(flag, places, at));
        findings.extend(finding(succession, row, &sides.collect::<Vec<_>>()));
    }
}

/// The finding. The odd languages, which are the fewer, are shown first.
fn finding(succession: &Succession<'_, '_>, row: &Row, sides: &[Side<'_, '_>]) -> Option<Finding> {
    let parallel: &Parallel<'_> = succession.new;
    let (changed, same): (Vec<_>, Vec<_>) = sides.iter().partition(|side| side.changed);
    let (in_changed, in_same) = (told(&changed), told(&same));
    let (odd, rest) = match changed.len() < same.len() || same.is_empty() {
        true => (changed, same),
        false => (same, changed),
    };
    let first = odd.first()?.column;
    let unit = parallel.unit(row, first.at)?;
    let (before, now) = (&succession.old.edition.number, &parallel.edition.number);
    let name = unit.unit.describe();
    let message = match in_same.is_empty() {
        true => format!("{name} changed differently in {in_changed} since edition {before}"),
        false => format!("{name} changed in {in_changed} since edition {before}, and not in {in_same}"),
    };
    let mut finding = Finding::new(&RULE, message);
    for side in odd.into_iter().chain(rest) {
        let lang = &side.column.new.text.lang;
        let said = match side.changed {
            true => format!("{lang}, edition {now}: changed"),
            false => format!("{lang}, edition {now}: as it was"),
        };
        finding = finding.label(side.column.new.text.file, side.new, said);
        if let (true, Some(old)) = (side.changed, side.old) {
            let said = format!("{lang}, edition {before}");
            finding = finding.label(side.column.old.text.file, old, said);
        }
    }
    let mend = match in_same.is_empty() {
        true => "make the same change in all languages".to_owned(),
        false => format!("make the change in {in_same} too, or take it back in {in_changed}"),
    };
    let finding = finding.help(format!(
        "{mend}; if it corrects the translation alone, accept it with that reason in edition.yaml",
    ));
    Some(about(finding, first.new, unit))
}

fn told(sides: &[&Side<'_, '_>]) -> String {
    let langs = sides.iter().map(|side| side.column.new.text.lang.to_string());
    langs.collect::<Vec<_>>().join(" and ")
}
