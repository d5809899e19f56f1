use super::Setter;
use super::tag::{DIV, LI, P, SPAN, TABLE, TBODY, TD, TH, THEAD, TR, UL, heading};
use crate::model::{Block, Cell, Ends, List, Numeral, Paragraph, Row, Table};
use crate::site::{Ink as _, defines};

/// What the first of some blocks carries.
#[derive(Clone, Copy, Default)]
pub(super) struct First<'f> {
    /// The number of the clause, where it is a paragraph.
    pub(super) numeral: Option<&'f Numeral>,
    /// The marker of the list item.
    pub(super) marker: Option<&'f str>,
    /// The stable name of the clause, and its address with what the link to it is called; behind it.
    pub(super) address: Option<(Option<&'f str>, (&'f str, &'f str))>,
}

impl Setter<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block], mut first: First<'_>) {
        for block in blocks {
            let First {
                numeral,
                marker,
                address,
            } = std::mem::take(&mut first);
            if let Block::Paragraph(paragraph) = block {
                self.paragraph(paragraph, numeral, marker);
            } else {
                self.marker(marker);
                self.block(block);
            }
            if let Some((name, link)) = address {
                self.address(name, Some(link));
            }
        }
    }

    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        numeral: Option<&Numeral>,
        marker: Option<&str>,
    ) {
        match defines(&paragraph.content, self.linking) {
            true => self.sheet.begin(P, &[("data-definition", None)]),
            false => self.sheet.begin(P, &[]),
        }
        self.marker(marker);
        if let Some(numeral) = numeral {
            self.number(numeral);
        }
        self.words(&paragraph.content);
        self.sheet.end(P);
    }

    fn marker(&mut self, marker: Option<&str>) {
        if let Some(marker) = marker {
            self.class(SPAN, "marker", marker);
            self.sheet.text(" ");
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, None, None),
            Block::Subheading(own) => {
                let tag = heading(own.level.max(3).saturating_add(self.shift));
                self.sheet.begin(tag, &[]);
                self.bare_words(&own.content);
                self.sheet.end(tag);
            }
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Form(form) => {
                self.sheet.begin(DIV, &[("class", Some("form"))]);
                self.blocks(&form.blocks, First::default());
                self.sheet.end(DIV);
            }
            Block::Ends(ends) => self.ends(ends),
            // Its colours are the highlighter's.
            Block::Code(_) => self.sheet.give_up(),
        }
    }

    /// With typed markers they are text, otherwise the stylesheet draws them.
    fn list(&mut self, list: &List) {
        let typed = list.items.iter().any(|item| item.marker.is_some());
        match typed {
            true => {
                let attributes = [("class", Some("typed")), ("role", Some("list"))];
                self.sheet.begin(UL, &attributes);
            }
            false => self.sheet.begin(UL, &[]),
        }
        for item in &list.items {
            let marker = item.marker.as_deref();
            match self.defines_alone(&item.blocks) {
                true => self.sheet.begin(LI, &[("data-definition", None)]),
                false => self.sheet.begin(LI, &[]),
            }
            match alone(&item.blocks) {
                Some(paragraph) => {
                    self.marker(marker);
                    self.words(&paragraph.content);
                }
                None if item.blocks.is_empty() => self.marker(marker),
                None => {
                    let first = First {
                        marker,
                        ..First::default()
                    };
                    self.blocks(&item.blocks, first);
                }
            }
            self.sheet.end(LI);
        }
        self.sheet.end(UL);
    }

    fn table(&mut self, table: &Table) {
        let class = format!("table columns-{}", table.head.cells.len());
        self.sheet.begin(DIV, &[("class", Some(&class))]);
        self.sheet.begin(TABLE, &[]);
        if !table.head.cells.is_empty() {
            self.head(&table.head);
        }
        let labels: Vec<String> = table.head.cells.iter().map(Cell::label).collect();
        self.sheet.begin(TBODY, &[]);
        for row in &table.rows {
            self.sheet.begin(TR, &[]);
            for (column, cell) in row.cells.iter().enumerate() {
                let label = labels.get(column).map(String::as_str);
                self.cell(cell, label.filter(|label| !label.is_empty()));
            }
            self.sheet.end(TR);
        }
        self.sheet.end(TBODY);
        self.sheet.end(TABLE);
        self.sheet.end(DIV);
    }

    fn head(&mut self, head: &Row) {
        self.sheet.begin(THEAD, &[]);
        self.sheet.begin(TR, &[]);
        for cell in &head.cells {
            self.sheet.begin(TH, &[("scope", Some("col"))]);
            for (at, paragraph) in cell.paragraphs().enumerate() {
                if at > 0 {
                    self.sheet.line_end();
                }
                self.bare_words(paragraph);
            }
            self.sheet.end(TH);
        }
        self.sheet.end(TR);
        self.sheet.end(THEAD);
    }

    fn cell(&mut self, cell: &Cell, label: Option<&str>) {
        let class = cell.blocks.is_empty().then_some(("class", Some("empty")));
        let definition = self.defines_alone(&cell.blocks);
        let definition = definition.then_some(("data-definition", None));
        let label = label.map(|label| ("data-label", Some(label)));
        let attributes: Vec<_> = [class, definition, label].into_iter().flatten().collect();
        self.sheet.begin(TD, &attributes);
        match alone(&cell.blocks) {
            Some(paragraph) => self.words(&paragraph.content),
            None => self.blocks(&cell.blocks, First::default()),
        }
        self.sheet.end(TD);
    }

    fn ends(&mut self, ends: &Ends) {
        self.sheet.begin(P, &[("class", Some("ends"))]);
        for (at, content) in [&ends.left, &ends.right].into_iter().enumerate() {
            if at > 0 {
                self.sheet.text(" ");
            }
            self.sheet.begin(SPAN, &[]);
            self.words(content);
            self.sheet.end(SPAN);
        }
        self.sheet.end(P);
    }

    /// Whether the only paragraph of an item or a cell defines a term.
    fn defines_alone(&self, blocks: &[Block]) -> bool {
        alone(blocks).is_some_and(|paragraph| defines(&paragraph.content, self.linking))
    }
}

/// A single paragraph stands directly in its item or cell.
fn alone(blocks: &[Block]) -> Option<&Paragraph> {
    match blocks {
        [Block::Paragraph(paragraph)] => Some(paragraph),
        _ => None,
    }
}
