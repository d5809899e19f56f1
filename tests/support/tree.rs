//! A clause tree as indented lines that a person can check: words in quotes, marks in brackets.

use crate::visible::visible;
use tarmaq::model::{
    Annex, Block, Clause, Division, Heading, Inline, InlineKind, Item, Name, Row, Section, Table,
    Text,
};

/// The whole tree of a text.
pub(crate) fn dump(text: &Text) -> String {
    let mut tree = Tree::default();
    match &text.title {
        Some(title) => tree.line(&heading("title", title)),
        None => tree.line("no title"),
    }
    tree.division(&text.main);
    for (at, annex) in text.annexes.iter().enumerate() {
        tree.annex(annex, at + 1);
    }
    tree.out
}

#[derive(Default)]
struct Tree {
    out: String,
    depth: usize,
}

impl Tree {
    fn line(&mut self, words: &str) {
        self.out.push_str(&"  ".repeat(self.depth));
        self.out.push_str(words);
        self.out.push('\n');
    }

    fn below(&mut self, add: impl FnOnce(&mut Self)) {
        self.depth += 1;
        add(self);
        self.depth -= 1;
    }

    fn annex(&mut self, annex: &Annex, place: usize) {
        let label = format!("annex {place}");
        self.line(&heading(&label, &annex.heading));
        self.below(|tree| tree.division(&annex.division));
    }

    fn division(&mut self, division: &Division) {
        self.blocks(&division.blocks);
        self.clauses(&division.clauses);
        for section in &division.sections {
            self.section(section);
        }
    }

    fn section(&mut self, section: &Section) {
        self.line(&heading("section", &section.heading));
        self.below(|tree| {
            tree.blocks(&section.blocks);
            tree.clauses(&section.clauses);
        });
    }

    fn clauses(&mut self, clauses: &[Clause]) {
        for clause in clauses {
            let glued = if clause.numeral.glued { " glued" } else { "" };
            let name = name(clause.name.as_ref());
            self.line(&format!("clause {}{glued}{name}", clause.numeral.typed));
            self.below(|tree| {
                tree.blocks(&clause.blocks);
                tree.clauses(&clause.clauses);
            });
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.line(&quoted(&paragraph.content)),
            Block::Subheading(heading) => {
                let words = quoted(&heading.content);
                self.line(&format!("heading of level {} {words}", heading.level));
            }
            Block::List(list) => {
                self.line("list");
                self.below(|tree| list.items.iter().for_each(|item| tree.item(item)));
            }
            Block::Table(table) => self.table(table),
            Block::Form(form) => {
                self.line("form");
                self.below(|tree| tree.blocks(&form.blocks));
            }
            Block::Ends(ends) => {
                let (left, right) = (quoted(&ends.left), quoted(&ends.right));
                self.line(&format!("ends {left} and {right}"));
            }
            Block::Code(code) => {
                let language = code.language.as_deref().map(|l| format!(" {l}"));
                self.line(&format!("code{}", language.unwrap_or_default()));
                self.below(|tree| {
                    for line in code.code.lines() {
                        tree.line(&format!("{line:?}"));
                    }
                });
            }
        }
    }

    fn item(&mut self, item: &Item) {
        let marker = item.marker.as_deref().unwrap_or("-");
        match item.blocks.as_slice() {
            [Block::Paragraph(first), rest @ ..] => {
                self.line(&format!("{marker} {}", quoted(&first.content)));
                self.below(|tree| tree.blocks(rest));
            }
            blocks => {
                self.line(marker);
                self.below(|tree| tree.blocks(blocks));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.line("table");
        self.below(|tree| {
            tree.row("head", &table.head);
            table.rows.iter().for_each(|row| tree.row("row", row));
        });
    }

    fn row(&mut self, label: &str, row: &Row) {
        let plain: Option<Vec<String>> = row.cells.iter().map(|c| plain_cell(&c.blocks)).collect();
        if let Some(cells) = plain {
            return self.line(&format!("{label} {}", cells.join(" | ")));
        }
        self.line(label);
        self.below(|tree| {
            for cell in &row.cells {
                match plain_cell(&cell.blocks) {
                    Some(words) => tree.line(&format!("cell {words}")),
                    None => {
                        tree.line("cell");
                        tree.below(|tree| tree.blocks(&cell.blocks));
                    }
                }
            }
        });
    }
}

fn plain_cell(blocks: &[Block]) -> Option<String> {
    match blocks {
        [] => Some("empty".to_owned()),
        [Block::Paragraph(paragraph)] => Some(quoted(&paragraph.content)),
        _ => None,
    }
}

fn heading(label: &str, heading: &Heading) -> String {
    let numeral = heading.numeral.as_ref().map(|numeral| {
        let glued = if numeral.glued { " glued" } else { "" };
        format!(" {}{glued}", numeral.typed)
    });
    let numeral = numeral.unwrap_or_default();
    let words = quoted(&heading.content);
    format!("{label}{numeral} {words}{}", name(heading.name.as_ref()))
}

fn name(name: Option<&Name>) -> String {
    name.map(|name| format!(" {{#{}}}", name.value))
        .unwrap_or_default()
}

fn quoted(content: &[Inline]) -> String {
    format!("\"{}\"", inlines(content))
}

fn inlines(content: &[Inline]) -> String {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match &inline.kind {
        InlineKind::Text(words) => visible(words),
        InlineKind::Strong(content) => format!("[bold: {}]", inlines(content)),
        InlineKind::Emphasis(content) => format!("[italic: {}]", inlines(content)),
        InlineKind::Code(words) => format!("[code: {}]", visible(words)),
        InlineKind::Link { target, content } => {
            format!("[link to {}: {}]", visible(target), inlines(content))
        }
        InlineKind::Blank { width } => format!("[blank {width}]"),
        InlineKind::Break => "[break]".to_owned(),
    }
}
