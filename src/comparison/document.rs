use super::{Compared, Comparison};
use crate::redline::Side;
use crate::redline::comparative::{Change, Extent, Line, Mark, Row, Table, Words};

/// The comparative tables of a comparison: of each language its own, or, where exactly two languages
/// were asked for, both side by side.
pub(super) struct Document<'c> {
    /// The languages of its columns.
    pub(super) languages: Vec<&'c Compared>,
    /// Its rows and what was left out.
    pub(super) table: Table,
}

/// What stands in a column of a row.
pub(super) enum Wording<'t> {
    /// The clauses' numbers, for clauses of which only these differ.
    Names(Vec<String>),
    /// The words, clause by clause.
    Passages(Vec<(&'t Side, &'t [Line])>),
    /// That there is nothing, in words.
    Nothing(String),
}

pub(super) fn documents(comparison: &Comparison, extent: Extent) -> Vec<Document<'_>> {
    let languages: Vec<&Compared> = comparison.languages.iter().collect();
    let groups: Vec<Vec<&Compared>> = match languages.len() {
        2 => vec![languages],
        _ => languages.into_iter().map(|own| vec![own]).collect(),
    };
    let documents = groups.into_iter().map(|languages| {
        let redlines: Vec<_> = languages.iter().map(|own| &own.redline).collect();
        Document {
            table: Table::of(&redlines, extent),
            languages,
        }
    });
    documents.collect()
}

impl Document<'_> {
    /// The languages of a row, with what changed in each.
    pub(super) fn cells<'t>(
        &'t self,
        row: &'t Row,
    ) -> impl Iterator<Item = (&'t Compared, Option<&'t Change>)> {
        let languages = self.languages.iter().copied();
        languages.zip(row.changes.iter().map(Option::as_ref))
    }
}

impl Compared {
    /// The old wording and the new one of a change.
    pub(super) fn wordings<'t>(&self, change: Option<&'t Change>) -> [Wording<'t>; 2] {
        let Some(change) = change else {
            let nothing = || Wording::Nothing(self.word("table_none"));
            return [nothing(), nothing()];
        };
        let sides = [
            (&change.old, "table_none"),
            (&change.new, "table_taken_out"),
        ];
        sides.map(|(passages, nothing)| {
            if passages.is_empty() {
                return Wording::Nothing(self.word(nothing));
            }
            if change.is_renumbered_only() && passages.iter().all(|own| own.lines.is_empty()) {
                let names = passages.iter().map(|own| self.name(&own.side));
                return Wording::Names(names.collect());
            }
            let passages = passages.iter();
            let passages = passages.map(|own| (&own.side, own.lines.as_slice()));
            Wording::Passages(passages.collect())
        })
    }

    /// What stands below the table: what it leaves out.
    pub(super) fn notes(&self, table: &Table) -> Vec<String> {
        let mut notes = Vec::new();
        if table.rows.is_empty() {
            notes.push(self.word("table_empty"));
        }
        if table.cosmetic > 0 {
            let count = table.cosmetic.to_string();
            notes.push(self.word("table_cosmetic").replace("{number}", &count));
        }
        notes
    }
}

/// The lines of a passage with its number in front of the first.
pub(super) fn numbered(side: &Side, lines: &[Line]) -> Vec<Line> {
    let mut lines = lines.to_vec();
    let Some(number) = &side.number else {
        return lines;
    };
    let number = Words {
        text: format!("{number} "),
        mark: Mark::Plain,
        link: None,
    };
    match lines.first_mut() {
        Some(Line::Heading(words) | Line::Subheading(words) | Line::Paragraph { words, .. }) => {
            words.insert(0, number);
        }
        _ => lines.insert(
            0,
            Line::Paragraph {
                depth: 0,
                words: vec![number],
            },
        ),
    }
    lines
}
