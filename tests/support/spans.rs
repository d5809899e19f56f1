//! A law of every tree: spans lie on characters of the text, and parts within the whole.

use tarmaq::diagnostic::Finding;
use tarmaq::model::{Block, Cell, Clause, Division, Heading, Inline, InlineKind, Row, Text};
use tarmaq::source::Span;

/// Checks all spans of a tree and of its findings; panics with what is wrong.
pub(crate) fn check(source: &str, text: &Text, findings: &[Finding]) {
    let law = Law { source };
    for finding in findings {
        assert!(!finding.labels.is_empty(), "{finding:?} points nowhere");
        for label in &finding.labels {
            law.on_characters(label.span, finding.rule.name);
        }
    }
    if let Some(title) = &text.title {
        law.heading(title);
    }
    law.division(&text.main);
    for annex in &text.annexes {
        law.heading(&annex.heading);
        law.division(&annex.division);
    }
}

struct Law<'s> {
    source: &'s str,
}

impl Law<'_> {
    fn on_characters(&self, span: Span, what: &str) {
        assert!(
            self.source.get(span.range()).is_some(),
            "{what}: {span:?} does not lie on characters of {:?}",
            self.source
        );
    }

    fn inside(&self, whole: Span, part: Span, what: &str) {
        self.on_characters(part, what);
        assert!(
            whole.start <= part.start && part.end <= whole.end,
            "{what}: {part:?} does not lie within {whole:?} of {:?}",
            self.source
        );
    }

    fn heading(&self, heading: &Heading) {
        self.on_characters(heading.span, "heading");
        if let Some(numeral) = &heading.numeral {
            self.inside(heading.span, numeral.span, "number of a heading");
        }
        if let Some(name) = &heading.name {
            self.inside(heading.span, name.span, "name of a heading");
        }
        self.inlines(heading.span, &heading.content);
    }

    fn division(&self, division: &Division) {
        let file = Span::new(0, self.source.len());
        self.blocks(file, &division.blocks);
        self.clauses(&division.clauses);
        for section in &division.sections {
            self.heading(&section.heading);
            self.blocks(file, &section.blocks);
            self.clauses(&section.clauses);
        }
    }

    fn clauses(&self, clauses: &[Clause]) {
        let file = Span::new(0, self.source.len());
        for clause in clauses {
            self.inside(file, clause.span, "clause");
            self.inside(clause.span, clause.numeral.span, "number of a clause");
            if let Some(name) = &clause.name {
                self.inside(clause.span, name.span, "name of a clause");
            }
            // A table or form that belongs to the clause may stand beyond its own lines.
            self.blocks(file, &clause.blocks);
            self.clauses(&clause.clauses);
        }
    }

    fn blocks(&self, whole: Span, blocks: &[Block]) {
        let mut end = 0;
        for block in blocks {
            let span = block.span();
            self.inside(whole, span, "block");
            assert!(
                end <= span.start,
                "blocks overlap or stand in another order: {block:?}"
            );
            end = span.end;
            match block {
                Block::Paragraph(paragraph) => self.inlines(span, &paragraph.content),
                Block::Subheading(heading) => self.inlines(span, &heading.content),
                Block::List(list) => {
                    for item in &list.items {
                        self.inside(span, item.span, "item");
                        self.blocks(item.span, &item.blocks);
                    }
                }
                Block::Table(table) => {
                    self.row(span, &table.head);
                    table.rows.iter().for_each(|row| self.row(span, row));
                }
                Block::Form(form) => self.blocks(span, &form.blocks),
                Block::Ends(ends) => {
                    self.inlines(span, &ends.left);
                    self.inlines(span, &ends.right);
                }
                Block::Code(_) => {}
            }
        }
    }

    fn row(&self, whole: Span, row: &Row) {
        self.inside(whole, row.span, "row");
        for Cell { blocks, span } in &row.cells {
            self.inside(row.span, *span, "cell");
            self.blocks(*span, blocks);
        }
    }

    fn inlines(&self, whole: Span, content: &[Inline]) {
        let mut end = 0;
        for inline in content {
            self.inside(whole, inline.span, "words");
            assert!(end <= inline.span.start, "words overlap: {content:?}");
            end = inline.span.end;
            match &inline.kind {
                InlineKind::Strong(inner)
                | InlineKind::Emphasis(inner)
                | InlineKind::Link { content: inner, .. } => self.inlines(inline.span, inner),
                _ => {}
            }
        }
    }
}
