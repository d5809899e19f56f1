//! The comparative table as one page to print, A4 on its side. It needs nothing besides itself.

use std::fmt::Write as _;

use super::document::{Document, documents};
use super::wording::{Tables, told};
use super::{Compared, Comparison};
use crate::redline::comparative::{Extent, Table};
use crate::site::escape;

/// How the page looks.
const STYLE: &str = include_str!("table.css");

pub(super) fn render(comparison: &Comparison, extent: Extent) -> String {
    let documents = documents(comparison, extent);
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

/// The comparative table of one language, or of several side by side, with the notes below it, to
/// stand on a page of its own.
pub fn table_html(languages: &[&Compared]) -> String {
    let redlines: Vec<_> = languages.iter().map(|own| &own.redline).collect();
    let document = Document {
        table: Table::of(&redlines, Extent::Changed),
        languages: languages.to_vec(),
    };
    let mut out = String::new();
    if !document.table.rows.is_empty() {
        table(&document, &mut out);
    }
    for own in languages {
        for note in own.notes(&document.table) {
            let _ = writeln!(out, "<p class=\"note\"{}>{}</p>", of(own), escape(&note));
        }
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
