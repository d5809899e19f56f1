//! A text as it reads, line by line, with its structure; and the same read out of a redline, without
//! its insertions or without its deletions.

use tarmaq::align::units;
use tarmaq::model::{Block, Text, plain};
use tarmaq::redline::{self, Content, Prose, Redline, Side, Stands};

/// What a text says, line by line.
pub(crate) fn text(text: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    for unit in units(text) {
        let number = unit.numeral.map_or("", |numeral| &numeral.typed);
        lines.push(format!("unit {:?} {number}", unit.address()));
        if let Some(heading) = unit.heading {
            lines.push(format!("# {}", said(&heading.content)));
        }
        blocks(unit.blocks, 1, &mut lines);
    }
    lines
}

/// The words of running text, a line break as `\n`.
fn said(content: &[tarmaq::model::Inline]) -> String {
    use tarmaq::model::InlineKind;
    let words = content.iter().map(|inline| match &inline.kind {
        InlineKind::Break => "\n".to_owned(),
        InlineKind::Strong(content)
        | InlineKind::Emphasis(content)
        | InlineKind::Link { content, .. } => said(content),
        _ => plain(std::slice::from_ref(inline)),
    });
    words.collect()
}

fn blocks(list: &[Block], depth: usize, lines: &mut Vec<String>) {
    let indent = " ".repeat(depth);
    for block in list {
        match block {
            Block::Paragraph(block) => {
                let words = said(&block.content);
                if !words.is_empty() {
                    lines.push(format!("{indent}p {words}"));
                }
            }
            Block::Subheading(block) => {
                lines.push(format!("{indent}h{} {}", block.level, said(&block.content)));
            }
            Block::List(list) => {
                lines.push(format!("{indent}list"));
                for item in &list.items {
                    lines.push(format!("{indent}item {:?}", item.marker));
                    blocks(&item.blocks, depth + 1, lines);
                }
            }
            Block::Table(table) => {
                lines.push(format!("{indent}table"));
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    lines.push(format!("{indent}row"));
                    for cell in &row.cells {
                        lines.push(format!("{indent}cell"));
                        blocks(&cell.blocks, depth + 1, lines);
                    }
                }
            }
            Block::Form(form) => {
                lines.push(format!("{indent}form"));
                blocks(&form.blocks, depth + 1, lines);
            }
            Block::Ends(ends) => {
                lines.push(format!(
                    "{indent}{} <> {}",
                    said(&ends.left),
                    said(&ends.right)
                ));
            }
            Block::Code(code) => lines.push(format!("{indent}{:?} {}", code.language, code.code)),
        }
    }
}

/// Which of the texts is read out of a redline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Read {
    /// The old one: without what was inserted.
    Old,
    /// The new one: without what was deleted.
    New,
}

impl Read {
    fn of<T>(self, old: T, new: T) -> T {
        match self {
            Self::Old => old,
            Self::New => new,
        }
    }

    fn words(self, prose: &Prose) -> String {
        self.of(prose.in_old(), prose.in_new())
    }

    fn has(self, stands: Stands) -> bool {
        stands != self.of(Stands::InNew, Stands::InOld)
    }

    /// The things that this text has, in its order.
    fn sorted<T>(
        self,
        list: &[T],
        places: impl Fn(&T) -> (Option<usize>, Option<usize>),
    ) -> Vec<&T> {
        let place = |thing: &T| {
            let (old, new) = places(thing);
            self.of(old, new)
        };
        let mut own: Vec<&T> = list.iter().filter(|thing| place(thing).is_some()).collect();
        own.sort_by_key(|thing| place(thing));
        own
    }
}

/// What a redline says of one of its texts, line by line.
pub(crate) fn redline(redline: &Redline, read: Read) -> Vec<String> {
    let mut lines = Vec::new();
    let place = |side: &Option<Side>| side.as_ref().map(|side| side.place);
    let entries = read.sorted(&redline.entries, |entry| {
        (place(&entry.old), place(&entry.new))
    });
    for entry in entries {
        let side = read.of(&entry.old, &entry.new).as_ref().unwrap();
        let number = side.number.as_deref().unwrap_or("");
        lines.push(format!("unit {:?} {number}", side.address));
        if side.heading.is_some() {
            let words = read.words(entry.heading.as_ref().unwrap());
            lines.push(format!("# {words}"));
        }
        redline_blocks(&entry.blocks, read, 1, &mut lines);
    }
    lines
}

fn redline_blocks(list: &[redline::Block], read: Read, depth: usize, lines: &mut Vec<String>) {
    let indent = " ".repeat(depth);
    for block in list.iter().filter(|block| read.has(block.stands)) {
        match &block.content {
            Content::Paragraph(words) => lines.push(format!("{indent}p {}", read.words(words))),
            Content::Subheading { level, words } => {
                lines.push(format!("{indent}h{level} {}", read.words(words)));
            }
            Content::List(items) => {
                lines.push(format!("{indent}list"));
                for item in read.sorted(items, |item| (item.old, item.new)) {
                    let marker = read.of(&item.old_marker, &item.new_marker);
                    lines.push(format!("{indent}item {marker:?}"));
                    redline_blocks(&item.blocks, read, depth + 1, lines);
                }
            }
            Content::Table(table) => {
                lines.push(format!("{indent}table"));
                for row in read.sorted(&table.rows, |row| (row.old, row.new)) {
                    lines.push(format!("{indent}row"));
                    for cell in row
                        .cells
                        .iter()
                        .flatten()
                        .filter(|cell| read.has(cell.stands))
                    {
                        lines.push(format!("{indent}cell"));
                        redline_blocks(&cell.blocks, read, depth + 1, lines);
                    }
                }
            }
            Content::Form(blocks) => {
                lines.push(format!("{indent}form"));
                redline_blocks(blocks, read, depth + 1, lines);
            }
            Content::Ends { left, right } => {
                let (left, right) = (read.words(left), read.words(right));
                lines.push(format!("{indent}{left} <> {right}"));
            }
            Content::Code { language, code } => {
                lines.push(format!("{indent}{language:?} {}", read.words(code)));
            }
        }
    }
}
