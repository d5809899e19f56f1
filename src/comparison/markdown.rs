//! The comparative table as a Markdown document (<https://github.github.com/gfm/#tables-extension->),
//! to be pasted into the paper of an order. Changed words are bold in both wordings, as lawyers mark
//! them; bold is what every reader of Markdown takes over.

use std::fmt::Write as _;

use super::Comparison;
use super::document::{Document, Wording, documents, numbered};
use super::linear::Writing;
use crate::redline::comparative::{Extent, Mark, Words};

pub(super) fn render(comparison: &Comparison, extent: Extent) -> String {
    let documents = documents(comparison, extent);
    let mut parts: Vec<String> = documents.iter().map(document).collect();
    for gap in &comparison.gaps {
        parts.push(format!("{}\n", escape(&gap.note)));
    }
    parts.join("\n")
}

fn document(document: &Document<'_>) -> String {
    let languages = &document.languages;
    let all = |word: &str| joined(languages.iter().map(|own| own.word(word)), " / ");
    let mut out = format!("# {}\n\n", escape(&all("comparative_table")));
    for own in languages {
        if let Some(title) = &own.title {
            let _ = writeln!(out, "**{}**\n", escape(title));
        }
        for line in &own.edition_lines {
            let _ = writeln!(out, "- {}", escape(line));
        }
        out.push('\n');
    }
    if !document.table.rows.is_empty() {
        rows(document, &mut out);
        out.push('\n');
    }
    for own in languages {
        for note in own.notes(&document.table) {
            let _ = writeln!(out, "{}\n", escape(&note));
        }
    }
    format!("{}\n", out.trim_end())
}

fn rows(document: &Document<'_>, out: &mut String) {
    let languages = &document.languages;
    let all = |word: &str| joined(languages.iter().map(|own| own.word(word)), " / ");
    let mut head = vec![all("table_number"), all("table_clause")];
    for own in languages {
        let language = match languages.len() {
            1 => String::new(),
            _ => format!(" ({})", own.language.name),
        };
        head.extend(["table_old", "table_new"].map(|key| format!("{}{language}", own.word(key))));
    }
    let head: Vec<String> = head.iter().map(|words| escape(words)).collect();
    // The numbers of dashes are the widths of the columns where a converter asks for them.
    let widths = head.iter().enumerate().map(|(at, _)| match at {
        0 => "---".to_owned(),
        1 => "-".repeat(12),
        _ => "-".repeat(40),
    });
    let widths = widths.collect();
    for row in [head, widths] {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    for row in &document.table.rows {
        let mut cells = vec![row.number.to_string(), String::new()];
        let mut names = Vec::new();
        for (own, change) in document.cells(row) {
            if let Some(change) = change {
                let (name, fate) = (escape(&own.names(change)), escape(&own.fate(change)));
                names.extend((!name.is_empty()).then_some(name));
                names.push(format!("*{fate}*"));
            }
            cells.extend(own.wordings(change).map(|wording| told(&wording)));
        }
        if let Some(cell) = cells.get_mut(1) {
            *cell = names.join("<br>");
        }
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

fn told(wording: &Wording<'_>) -> String {
    let writing = Writing {
        words: &words,
        plain: &escape,
        bar: " \\| ",
    };
    match wording {
        Wording::Nothing(words) => format!("*{}*", escape(words)),
        Wording::Names(names) => escape(&names.join("\n")),
        Wording::Passages(passages) => {
            let lines = passages
                .iter()
                .flat_map(|(side, lines)| writing.linear(&numbered(side, lines)));
            let lines = lines.map(|line| {
                let indent = "&emsp;".repeat(line.depth);
                format!("{indent}{}{}", line.sign, line.text)
            });
            lines.collect::<Vec<_>>().join("<br>")
        }
    }
}

/// Words with those that changed in bold, and those that the other wording has elsewhere in italics.
/// Markdown asks for spaces around what is bold, so whole
/// words are, with what is written to them.
fn words(words: &[Words]) -> String {
    let mut tokens: Vec<(String, Mark)> = Vec::new();
    for own in words {
        let mut text = own.text.clone();
        if let Some(link) = &own.link {
            let _ = write!(text, " ({link})");
        }
        for part in text.split_inclusive(char::is_whitespace) {
            let open = tokens
                .last()
                .is_some_and(|(last, _)| !last.ends_with(char::is_whitespace));
            let mark = match part.trim().is_empty() {
                true => Mark::Plain,
                false => own.mark,
            };
            match tokens.last_mut().filter(|_| open) {
                Some((last, own)) => {
                    last.push_str(part);
                    *own = mark.max(*own);
                }
                None => tokens.push((part.to_owned(), mark)),
            }
        }
    }
    let mut out = String::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some((mut text, marked)) = tokens.next() {
        while let Some((more, _)) = tokens.next_if(|(_, next)| *next == marked) {
            text.push_str(&more);
        }
        let end = text.trim_end().len();
        let (text, spaces) = text.split_at(end);
        let text = escape(text);
        let sign = match marked {
            _ if text.is_empty() => "",
            Mark::Changed => "**",
            Mark::Moved => "*",
            Mark::Plain => "",
        };
        let _ = write!(out, "{sign}{text}{sign}");
        out.push_str(&escape(spaces));
    }
    out.trim().to_owned()
}

fn joined(words: impl Iterator<Item = String>, between: &str) -> String {
    let mut all: Vec<String> = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all.join(between)
}

/// Text in which nothing is taken for Markdown
/// (<https://spec.commonmark.org/current/#backslash-escapes>).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Mark, Words, words};

    fn marked(pieces: &[(&str, Mark)]) -> String {
        let pieces: Vec<Words> = pieces
            .iter()
            .map(|&(text, mark)| Words {
                text: text.to_owned(),
                mark,
                link: None,
            })
            .collect();
        words(&pieces)
    }

    #[test]
    fn bold_words_have_spaces_around_them() {
        let pieces = [
            ("комиссия ", Mark::Plain),
            ("0,5", Mark::Changed),
            ("% (тенге)", Mark::Plain),
        ];
        assert_eq!(marked(&pieces), "комиссия **0,5%** (тенге)");
        let pieces = [
            ("до ", Mark::Plain),
            ("10 (десяти) ", Mark::Changed),
            ("дней", Mark::Plain),
        ];
        assert_eq!(marked(&pieces), "до **10 (десяти)** дней");
    }

    #[test]
    fn what_markdown_would_read_is_written_so_that_it_does_not() {
        assert_eq!(
            marked(&[("a_b* | <c>", Mark::Plain)]),
            "a\\_b\\* \\| \\<c\\>"
        );
    }
}
