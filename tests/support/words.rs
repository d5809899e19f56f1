//! The words that a tree publishes, in order, with numbers and markers.

use tarmaq::model::{Block, Clause, Division, Heading, Inline, Numeral, Text, plain};

/// All words of a text.
pub(crate) fn published(text: &Text) -> Vec<String> {
    let mut out = Out::default();
    if let Some(title) = &text.title {
        out.heading(title);
    }
    out.division(&text.main);
    for annex in &text.annexes {
        out.heading(&annex.heading);
        out.division(&annex.division);
    }
    out.text.split_whitespace().map(str::to_owned).collect()
}

#[derive(Default)]
struct Out {
    text: String,
}

impl Out {
    fn words(&mut self, words: &str) {
        self.text.push_str(words);
        self.text.push('\n');
    }

    fn inlines(&mut self, content: &[Inline]) {
        self.words(&plain(content));
    }

    fn numeral(&mut self, numeral: &Numeral) {
        self.text.push_str(&numeral.typed);
        if !numeral.glued {
            self.text.push(' ');
        }
    }

    fn heading(&mut self, heading: &Heading) {
        if let Some(numeral) = &heading.numeral {
            self.numeral(numeral);
        }
        self.inlines(&heading.content);
    }

    fn division(&mut self, division: &Division) {
        self.blocks(&division.blocks);
        self.clauses(&division.clauses);
        for section in &division.sections {
            self.heading(&section.heading);
            self.blocks(&section.blocks);
            self.clauses(&section.clauses);
        }
    }

    fn clauses(&mut self, clauses: &[Clause]) {
        for clause in clauses {
            self.numeral(&clause.numeral);
            self.blocks(&clause.blocks);
            self.clauses(&clause.clauses);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.inlines(&paragraph.content),
                Block::Subheading(heading) => self.inlines(&heading.content),
                Block::List(list) => {
                    for item in &list.items {
                        if let Some(marker) = &item.marker {
                            self.words(marker);
                        }
                        self.blocks(&item.blocks);
                    }
                }
                Block::Table(table) => {
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    for cell in rows.flat_map(|row| &row.cells) {
                        self.blocks(&cell.blocks);
                    }
                }
                Block::Form(form) => self.blocks(&form.blocks),
                Block::Ends(ends) => {
                    self.inlines(&ends.left);
                    self.inlines(&ends.right);
                }
                Block::Code(code) => self.words(&code.code),
            }
        }
    }
}
