use std::collections::BTreeMap;

use serde::Serialize;

use super::entries::{SideOut, side};
use crate::comparison::Compared;
use crate::redline::comparative::{Change, Line, Mark, Omitted, Passage, Table, What, Words};

#[derive(Serialize)]
pub(super) struct TableOut<'a> {
    rows: Vec<RowOut<'a>>,
    cosmetic: usize,
    unchanged: usize,
}

#[derive(Serialize)]
struct RowOut<'a> {
    number: usize,
    changes: BTreeMap<&'a str, Option<ChangeOut<'a>>>,
}

#[derive(Serialize)]
struct ChangeOut<'a> {
    what: &'static str,
    reworded: bool,
    entries: &'a [usize],
    old: Vec<PassageOut<'a>>,
    new: Vec<PassageOut<'a>>,
}

#[derive(Serialize)]
struct PassageOut<'a> {
    clause: SideOut<'a>,
    lines: Vec<LineOut<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum LineOut<'a> {
    Heading {
        words: Vec<WordsOut<'a>>,
    },
    Paragraph {
        depth: usize,
        words: Vec<WordsOut<'a>>,
    },
    Subheading {
        words: Vec<WordsOut<'a>>,
    },
    Item {
        depth: usize,
        marker: Option<&'a str>,
        words: Vec<WordsOut<'a>>,
    },
    Row {
        head: bool,
        cells: Vec<Vec<LineOut<'a>>>,
    },
    Ends {
        left: Vec<WordsOut<'a>>,
        right: Vec<WordsOut<'a>>,
    },
    Code {
        words: Vec<WordsOut<'a>>,
    },
    Omitted {
        depth: usize,
        count: usize,
        of: &'static str,
    },
}

#[derive(Serialize)]
struct WordsOut<'a> {
    text: &'a str,
    mark: &'static str,
    link: Option<&'a str>,
}

pub(super) fn table<'a>(table: &'a Table, languages: &'a [Compared]) -> TableOut<'a> {
    let codes = || languages.iter().map(|own| own.language.lang.code());
    let rows = table.rows.iter().map(|row| RowOut {
        number: row.number,
        changes: codes()
            .zip(&row.changes)
            .map(|(code, own)| (code, own.as_ref().map(change)))
            .collect(),
    });
    TableOut {
        rows: rows.collect(),
        cosmetic: table.cosmetic,
        unchanged: table.unchanged,
    }
}

fn change(change: &Change) -> ChangeOut<'_> {
    ChangeOut {
        what: match change.what {
            What::Unchanged => "unchanged",
            What::Changed => "changed",
            What::Added => "added",
            What::Removed => "removed",
            What::Renumbered => "renumbered",
            What::Moved => "moved",
            What::Split => "split",
            What::Merged => "merged",
        },
        reworded: change.reworded,
        entries: &change.entries,
        old: change.old.iter().map(passage).collect(),
        new: change.new.iter().map(passage).collect(),
    }
}

fn passage(passage: &Passage) -> PassageOut<'_> {
    PassageOut {
        clause: side(&passage.side),
        lines: passage.lines.iter().map(line).collect(),
    }
}

fn line(line: &Line) -> LineOut<'_> {
    match line {
        Line::Heading(own) => LineOut::Heading { words: words(own) },
        Line::Subheading(own) => LineOut::Subheading { words: words(own) },
        Line::Code(own) => LineOut::Code { words: words(own) },
        Line::Paragraph { depth, words: own } => LineOut::Paragraph {
            depth: *depth,
            words: words(own),
        },
        Line::Item {
            depth,
            marker,
            words: own,
        } => LineOut::Item {
            depth: *depth,
            marker: marker.as_deref(),
            words: words(own),
        },
        Line::Row { head, cells } => {
            let cells = cells
                .iter()
                .map(|cell| cell.0.iter().map(self::line).collect());
            LineOut::Row {
                head: *head,
                cells: cells.collect(),
            }
        }
        Line::Ends { left, right } => LineOut::Ends {
            left: words(left),
            right: words(right),
        },
        Line::Omitted { depth, count, what } => LineOut::Omitted {
            depth: *depth,
            count: *count,
            of: match what {
                Omitted::Paragraphs => "paragraphs",
                Omitted::Items => "items",
                Omitted::Rows => "rows",
            },
        },
    }
}

fn words(list: &[Words]) -> Vec<WordsOut<'_>> {
    let list = list.iter().map(|own| WordsOut {
        text: &own.text,
        mark: match own.mark {
            Mark::Plain => "plain",
            Mark::Moved => "moved",
            Mark::Changed => "changed",
        },
        link: own.link.as_deref(),
    });
    list.collect()
}
