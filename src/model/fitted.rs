//! A text as it is kept, without the room that lists and words were given to grow in. Most of its
//! paragraphs are one piece of words and most of its cells one paragraph, so that the room would be
//! several times what is in it; and a site keeps all its texts.

use super::{Annex, Block, Cell, Clause, Division, Heading, Inline, InlineKind, Item, Row, Text};

impl Text {
    /// The same text in no more memory than it needs.
    #[must_use]
    pub fn fitted(mut self) -> Self {
        if let Some(title) = &mut self.title {
            heading(title);
        }
        division(&mut self.main);
        list(&mut self.annexes, |annex: &mut Annex| {
            heading(&mut annex.heading);
            division(&mut annex.division);
        });
        self
    }
}

fn list<T>(list: &mut Vec<T>, own: impl Fn(&mut T)) {
    list.iter_mut().for_each(own);
    list.shrink_to_fit();
}

fn division(own: &mut Division) {
    list(&mut own.blocks, block);
    list(&mut own.clauses, clause);
    list(&mut own.sections, |section| {
        heading(&mut section.heading);
        list(&mut section.blocks, block);
        list(&mut section.clauses, clause);
    });
}

fn clause(own: &mut Clause) {
    own.numeral.typed.shrink_to_fit();
    list(&mut own.blocks, block);
    list(&mut own.clauses, clause);
}

fn heading(own: &mut Heading) {
    list(&mut own.content, inline);
}

fn block(own: &mut Block) {
    match own {
        Block::Paragraph(paragraph) => list(&mut paragraph.content, inline),
        Block::Subheading(heading) => list(&mut heading.content, inline),
        Block::List(own) => list(&mut own.items, |item: &mut Item| {
            list(&mut item.blocks, block);
        }),
        Block::Table(table) => {
            row(&mut table.head);
            list(&mut table.rows, row);
        }
        Block::Form(form) => list(&mut form.blocks, block),
        Block::Ends(ends) => {
            list(&mut ends.left, inline);
            list(&mut ends.right, inline);
        }
        Block::Code(code) => code.code.shrink_to_fit(),
    }
}

fn row(own: &mut Row) {
    list(&mut own.cells, |cell: &mut Cell| {
        list(&mut cell.blocks, block);
    });
}

fn inline(own: &mut Inline) {
    match &mut own.kind {
        InlineKind::Code(words) => words.shrink_to_fit(),
        InlineKind::Strong(content) | InlineKind::Emphasis(content) => list(content, inline),
        InlineKind::Link { target, content } => {
            target.shrink_to_fit();
            list(content, inline);
        }
        InlineKind::Text(_) | InlineKind::Blank { .. } | InlineKind::Break => {}
    }
}
