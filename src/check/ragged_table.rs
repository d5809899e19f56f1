//! A row of a table has more or fewer cells than its head.
//!
//! Nothing is padded and nothing is cut: a missing cell would move all that follows into the wrong
//! column, and a cell too many would be lost.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Block, ClauseNumber, Row, Table, Text};
use crate::source::FileId;

/// The rule.
pub static RULE: Rule = Rule {
    name: "ragged-table",
    severity: Severity::Error,
    family: Family::Markup,
    source: include_str!("ragged_table.rs"),
};

/// Checks the tables of one text.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    let mut report = |clause: Option<&ClauseNumber>, table: &Table| {
        let columns = table.head.cells.len();
        for row in table.rows.iter().filter(|row| row.cells.len() != columns) {
            findings.push(finding(text.file, clause, table, row));
        }
    };
    for (_, division) in text.divisions() {
        division.walk_blocks(&mut |clause, block| {
            if let Block::Table(table) = block {
                report(clause, table);
            }
        });
    }
}

fn finding(file: FileId, clause: Option<&ClauseNumber>, table: &Table, row: &Row) -> Finding {
    let many = |count: usize| match count {
        1 => "1 cell".to_owned(),
        _ => format!("{count} cells"),
    };
    let (has, columns) = (row.cells.len(), table.head.cells.len());
    let mut finding = Finding::new(
        &RULE,
        format!("this row has {}, the head of the table has {columns}", many(has)),
    )
    .label(file, row.span, many(has))
    .label(file, table.head.span, many(columns))
    .help("give the row as many cells as the head has; an empty cell is written too");
    finding.place.clause = clause.map(ToString::to_string);
    finding
}
