//! A wording of a comparative table as HTML.

use std::fmt::Write as _;

use super::document::{Wording, numbered};
use super::linear::Writing;
use crate::redline::comparative::{Cell, Line, Mark, Omitted, Words};
use crate::site::escape;

/// What stands in a cell.
pub(super) fn told(wording: &Wording<'_>, tables: Tables, out: &mut String) {
    match wording {
        Wording::Nothing(words) => {
            let _ = write!(out, "<p><i>{}</i></p>", escape(words));
        }
        Wording::Names(names) => {
            for name in names {
                let _ = write!(out, "<p>{}</p>", escape(name));
            }
        }
        Wording::Passages(passages) => {
            for (side, own) in passages {
                lines(&numbered(side, own), tables, out);
            }
        }
    }
}

/// How tables within a wording are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tables {
    /// As tables.
    Ruled,
    /// A row a line, where columns would be too narrow.
    Lines,
}

fn lines(list: &[Line], tables: Tables, out: &mut String) {
    let mut rest = list;
    while let Some((first, behind)) = rest.split_first() {
        let rows = rest.iter().take_while(|line| is_row(line)).count();
        if rows > 0 && tables == Tables::Ruled {
            let (rows, behind) = rest.split_at(rows);
            inner_table(rows, out);
            rest = behind;
        } else {
            line(first, out);
            rest = behind;
        }
    }
}

fn line(line: &Line, out: &mut String) {
    let _ = match line {
        Line::Heading(own) | Line::Subheading(own) => {
            write!(out, "<p class=\"heading\">{}</p>", words(own))
        }
        Line::Paragraph { depth, words: own } => {
            write!(out, "<p{}>{}</p>", indent(*depth), words(own))
        }
        Line::Item {
            depth,
            marker,
            words: own,
        } => {
            let sign = escape(marker.as_deref().unwrap_or("–"));
            let depth = depth.saturating_sub(1);
            write!(out, "<p{}>{sign} {}</p>", indent(depth), words(own))
        }
        Line::Row { cells, .. } => {
            let cells: Vec<String> = cells.iter().map(cell_words).collect();
            write!(out, "<p class=\"row\">{}</p>", cells.join(" | "))
        }
        Line::Ends { left, right } => {
            write!(
                out,
                "<p class=\"ends\"><span>{}</span> <span>{}</span></p>",
                words(left),
                words(right)
            )
        }
        Line::Code(own) => write!(out, "<pre>{}</pre>", words(own)),
        Line::Omitted { depth, .. } => {
            write!(out, "<p{}>…</p>", indent(depth.saturating_sub(1)))
        }
    };
}

fn is_row(line: &Line) -> bool {
    match line {
        Line::Row { .. } => true,
        Line::Omitted { what, .. } => *what == Omitted::Rows,
        _ => false,
    }
}

/// From so many columns on the words of a table have to be broken anywhere.
const WIDE: usize = 5;

/// A table within a wording. Its head is told as such, so that it stands again on the next page of
/// paper.
fn inner_table(rows: &[Line], out: &mut String) {
    let columns = rows.iter().filter_map(|line| match line {
        Line::Row { cells, .. } => Some(cells.len()),
        _ => None,
    });
    let columns = columns.max().unwrap_or(1);
    let class = if columns < WIDE {
        ""
    } else {
        " class=\"wide\""
    };
    let _ = write!(out, "<table{class}>");
    let heads = rows
        .iter()
        .take_while(|row| matches!(row, Line::Row { head: true, .. }));
    let (head, body) = rows.split_at(heads.count());
    for (tag, rows) in [("thead", head), ("tbody", body)] {
        if rows.is_empty() {
            continue;
        }
        let _ = write!(out, "<{tag}>");
        for row in rows {
            match row {
                Line::Row { head, cells } => row_of(*head, cells, out),
                _ => {
                    let _ = write!(out, "<tr><td colspan=\"{columns}\">…</td></tr>");
                }
            }
        }
        let _ = write!(out, "</{tag}>");
    }
    out.push_str("</table>");
}

fn row_of(head: bool, cells: &[Cell], out: &mut String) {
    let tag = if head { "th" } else { "td" };
    out.push_str("<tr>");
    for cell in cells {
        let _ = write!(out, "<{tag}>");
        lines(&cell.0, Tables::Ruled, out);
        let _ = write!(out, "</{tag}>");
    }
    out.push_str("</tr>");
}

/// The deepest indent that the stylesheets know.
const DEEPEST: usize = 4;

fn indent(depth: usize) -> String {
    match depth {
        0 => String::new(),
        depth => format!(" class=\"deep-{}\"", depth.min(DEEPEST)),
    }
}

/// The words of a cell on one line.
fn cell_words(cell: &Cell) -> String {
    let writing = Writing {
        words: &words,
        plain: &escape,
        bar: " | ",
    };
    let lines = writing.linear(&cell.0).into_iter();
    let lines = lines.map(|line| format!("{}{}", line.sign, line.text));
    lines.collect::<Vec<_>>().join(" ")
}

fn words(list: &[Words]) -> String {
    let mut out = String::new();
    for own in list {
        let mut text = escape(&own.text).replace('\n', "<br>");
        if let Some(link) = &own.link {
            let _ = write!(text, " ({})", escape(link));
        }
        let _ = match own.mark {
            Mark::Changed => write!(out, "<b>{text}</b>"),
            Mark::Moved => write!(out, "<i>{text}</i>"),
            Mark::Plain => write!(out, "{text}"),
        };
    }
    out
}
