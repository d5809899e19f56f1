//! The comparative table as one page to print, A4 on its side. It needs nothing besides itself.

use std::fmt::Write as _;

use super::document::{Document, Wording, documents, numbered};
use super::linear::Writing;
use super::{Compared, Comparison};
use crate::redline::comparative::{Cell, Line, Mark, Table, Words};
use crate::site::escape;

/// How the page looks.
const STYLE: &str = include_str!("table.css");

pub(super) fn render(comparison: &Comparison) -> String {
    let documents = documents(comparison);
    let first = documents.first().and_then(|own| own.languages.first());
    let lang = first.map_or("en", |own| own.language.lang.code());
    let title = first.map_or_else(
        || comparison.policy.clone(),
        |own| {
            let title = own.title.as_deref().unwrap_or(&comparison.policy);
            format!("{}: {title}", own.word("comparative_table"))
        },
    );
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n",
        escape(lang),
        escape(&title)
    );
    for document in &documents {
        section(document, &mut out);
    }
    for gap in &comparison.gaps {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(&gap.note));
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn section(document: &Document<'_>, out: &mut String) {
    out.push_str("<section>\n<header>\n");
    for own in &document.languages {
        let _ = writeln!(out, "<div{}>", of(own));
        let _ = writeln!(out, "<h1>{}</h1>", escape(&own.word("comparative_table")));
        if let Some(title) = &own.title {
            let _ = writeln!(out, "<p class=\"title\">{}</p>", escape(title));
        }
        for line in &own.edition_lines {
            let _ = writeln!(out, "<p>{}</p>", escape(line));
        }
        out.push_str("</div>\n");
    }
    out.push_str("</header>\n");
    if !document.table.rows.is_empty() {
        table(document, out);
    }
    for own in &document.languages {
        for note in own.notes(&document.table) {
            let _ = writeln!(out, "<p class=\"note\"{}>{}</p>", of(own), escape(&note));
        }
    }
    out.push_str("</section>\n");
}

/// The comparative table of one language with the notes below it, to stand on a page of its own.
pub fn table_html(own: &Compared) -> String {
    let document = Document {
        table: Table::of(&[&own.redline]),
        languages: vec![own],
    };
    let mut out = String::new();
    if !document.table.rows.is_empty() {
        table(&document, &mut out);
    }
    for note in own.notes(&document.table) {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(&note));
    }
    out
}

/// The attributes of what is in a language.
fn of(own: &Compared) -> String {
    let language = &own.language;
    let (lang, direction) = (escape(language.lang.code()), escape(&language.direction));
    format!(" lang=\"{lang}\" dir=\"{direction}\"")
}

fn table(document: &Document<'_>, out: &mut String) {
    let languages = &document.languages;
    let _ = writeln!(out, "<table class=\"of-{}\">\n<thead>", languages.len());
    let both = |key: &str| {
        let words = languages
            .iter()
            .map(|own| format!("<span{}>{}</span>", of(own), escape(&own.word(key))));
        words.collect::<Vec<_>>().join("<br>")
    };
    let _ = writeln!(
        out,
        "<tr><th class=\"number\" scope=\"col\">{}</th><th class=\"clause\" scope=\"col\">{}</th>",
        both("table_number"),
        both("table_clause")
    );
    for own in languages {
        for key in ["table_old", "table_new"] {
            let _ = write!(
                out,
                "<th scope=\"col\"{}>{}</th>",
                of(own),
                escape(&own.word(key))
            );
        }
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    let tables = match languages.len() {
        1 => Tables::Ruled,
        _ => Tables::Lines,
    };
    for row in &document.table.rows {
        let _ = write!(
            out,
            "<tr><td class=\"number\">{}</td><th scope=\"row\">",
            row.number
        );
        for (own, change) in document.cells(row) {
            if let Some(change) = change {
                let (name, fate) = (escape(&own.names(change)), escape(&own.fate(change)));
                let _ = write!(
                    out,
                    "<div{}><p>{name}</p><p><i>{fate}</i></p></div>",
                    of(own)
                );
            }
        }
        out.push_str("</th>\n");
        for (own, change) in document.cells(row) {
            let wordings = own.wordings(change).into_iter();
            for (wording, key) in wordings.zip(["table_old", "table_new"]) {
                // What the cell holds, for a page that shows rows as cards where it is narrow.
                let label = escape(&own.word(key));
                let _ = write!(out, "<td{} data-label=\"{label}\">", of(own));
                told(&wording, tables, out);
                out.push_str("</td>\n");
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn told(wording: &Wording<'_>, tables: Tables, out: &mut String) {
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
enum Tables {
    /// As tables.
    Ruled,
    /// A row a line, where columns would be too narrow.
    Lines,
}

fn lines(list: &[Line], tables: Tables, out: &mut String) {
    let mut in_table = false;
    let columns = list.iter().filter_map(|line| match line {
        Line::Row { cells, .. } => Some(cells.len()),
        _ => None,
    });
    let columns = columns.max().unwrap_or(1);
    for line in list {
        let row = matches!(line, Line::Row { .. } | Line::Omitted { rows: true, .. });
        let row = row && tables == Tables::Ruled;
        if row != in_table {
            out.push_str(if row { "<table>" } else { "</table>" });
            in_table = row;
        }
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
            Line::Row { head, cells } if row => row_of(*head, cells, out),
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
            Line::Omitted { .. } if row => {
                write!(out, "<tr><td colspan=\"{columns}\">…</td></tr>")
            }
            Line::Omitted { depth, .. } => {
                write!(out, "<p{}>…</p>", indent(depth.saturating_sub(1)))
            }
        };
    }
    if in_table {
        out.push_str("</table>");
    }
}

fn indent(depth: usize) -> String {
    match depth {
        0 => String::new(),
        depth => format!(" style=\"margin-left:{depth}em\""),
    }
}

fn row_of(head: bool, cells: &[Cell], out: &mut String) -> std::fmt::Result {
    let tag = if head { "th" } else { "td" };
    out.push_str("<tr>");
    for cell in cells {
        let _ = write!(out, "<{tag}>");
        lines(&cell.0, Tables::Ruled, out);
        let _ = write!(out, "</{tag}>");
    }
    out.write_str("</tr>")
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
