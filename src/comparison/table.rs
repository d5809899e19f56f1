//! The comparative table in plain text, one table a language.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::document::{Wording, numbered};
use super::linear::Writing;
use super::wrap::{Styled, wrap};
use super::{Compared, Comparison};
use crate::redline::comparative::{Extent, Mark, Row, Table, Words};

/// How wide the column of the clauses is.
const CLAUSE: usize = 16;

/// How wide a column of words is at least, however narrow the terminal.
const LEAST: usize = 20;

pub(super) fn render(comparison: &Comparison, width: usize, extent: Extent) -> String {
    let languages = comparison.languages.iter();
    let mut parts: Vec<String> = languages.map(|own| language(own, width, extent)).collect();
    for gap in &comparison.gaps {
        parts.push(format!("{}\n", gap.note));
    }
    parts.join("\n\n")
}

fn language(own: &Compared, width: usize, extent: Extent) -> String {
    let table = Table::of(&[&own.redline], extent);
    let mut out = format!("{}\n", own.word("comparative_table"));
    if let Some(title) = &own.title {
        let _ = writeln!(out, "{title}");
    }
    for line in &own.edition_lines {
        let _ = writeln!(out, "{line}");
    }
    out.push('\n');
    if !table.rows.is_empty() {
        rows(own, &table, width, &mut out);
        out.push('\n');
    }
    for note in own.notes(&table) {
        let _ = writeln!(out, "{note}");
    }
    format!("{}\n", out.trim_end())
}

fn rows(own: &Compared, table: &Table, width: usize, out: &mut String) {
    let number = table.rows.len().to_string().width();
    let number = number.max(own.word("table_number").width());
    // Four bars with a space at each side, as far as there is a column.
    let rest = width.saturating_sub(number + CLAUSE + 13) / 2;
    let words = rest.max(LEAST);
    let widths = [number, CLAUSE, words, words];
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(width + 2)).collect();
    let rule = format!("+{}+\n", rule.join("+"));
    out.push_str(&rule);
    let head = ["table_number", "table_clause", "table_old", "table_new"];
    cells(&head.map(|key| vec![own.word(key)]), &widths, out);
    out.push_str(&rule.replace('-', "="));
    for row in &table.rows {
        cells(&row_cells(own, row), &widths, out);
        out.push_str(&rule);
    }
}

fn row_cells(own: &Compared, row: &Row) -> [Vec<String>; 4] {
    let change = row.changes.first().and_then(Option::as_ref);
    let name = change.map(|change| {
        let names = Some(own.names(change)).filter(|names| !names.is_empty());
        names.into_iter().chain([own.fate(change)]).collect()
    });
    let [old, new] = own.wordings(change);
    [
        vec![row.number.to_string()],
        name.unwrap_or_default(),
        told(&old, ["[-", "-]"], ["[<", "<]"]),
        told(&new, ["{+", "+}"], ["{>", ">}"]),
    ]
}

fn told(wording: &Wording<'_>, changed: [&str; 2], moved: [&str; 2]) -> Vec<String> {
    let words = |words: &[Words]| {
        let mut out = String::new();
        for own in words {
            let link = own.link.as_ref().map(|link| format!(" ({link})"));
            let text = format!("{}{}", own.text, link.unwrap_or_default());
            let [open, close] = match own.mark {
                Mark::Plain => ["", ""],
                Mark::Changed => changed,
                Mark::Moved => moved,
            };
            out.push_str(&marked(&text, open, close));
        }
        out
    };
    let writing = Writing {
        words: &words,
        plain: &str::to_owned,
        bar: " | ",
    };
    match wording {
        Wording::Nothing(words) => vec![words.clone()],
        Wording::Names(names) => names.clone(),
        Wording::Passages(passages) => {
            let lines = passages
                .iter()
                .flat_map(|(side, lines)| writing.linear(&numbered(side, lines)));
            let lines =
                lines.map(|line| format!("{}{}{}", "  ".repeat(line.depth), line.sign, line.text));
            lines.collect()
        }
    }
}

/// Words between marks; the spaces around them stay outside.
pub(super) fn marked(text: &str, open: &str, close: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let start = text.len() - text.trim_start().len();
    let (before, after) = (&text[..start], &text[start + inner.len()..]);
    format!("{before}{open}{inner}{close}{after}")
}

fn cells(cells: &[Vec<String>; 4], widths: &[usize; 4], out: &mut String) {
    let columns: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(lines, width)| {
            let lines = lines.iter().flat_map(|line| {
                let text = [Styled {
                    text: line.clone(),
                    style: (),
                }];
                wrap(&text, *width)
            });
            let lines = lines.map(|line| line.into_iter().map(|own| own.text).collect());
            lines.collect()
        })
        .collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        for (column, width) in columns.iter().zip(widths) {
            let text = column.get(at).map_or("", String::as_str);
            let fill = " ".repeat(width.saturating_sub(text.width()));
            let _ = write!(out, "| {text}{fill} ");
        }
        out.push_str("|\n");
    }
}
