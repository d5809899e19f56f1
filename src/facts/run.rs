use std::ops::Range;

use super::Memo;
use crate::lang::WordList;
use crate::model::{Block, Inline, InlineKind, List, Table};
use crate::source::Span;

/// The plain words of a heading, a paragraph, an item of a list or a cell; each letter with its
/// place in the file. A line break is `\n`; a blank is as many `_` as were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The same word by word.
    pub words: WordList,
    /// Where in its unit the run stands.
    pub place: RunPlace,
    /// The links and blanks among the words, in order.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// What stands out among the words, and how; in order.
    pub looks: Vec<(Range<usize>, Looks)>,
    /// What was found out about it.
    pub memo: Memo,
    pieces: Vec<Piece>,
}

/// Where in its unit a [`Run`] stands: the places of the blocks around it, from the outermost.
/// Equal in two languages for the same run when their blocks agree. The heading's is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunPlace(pub Vec<u32>);

/// What the parser knows of some words of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A link, and where it leads.
    Link(String),
    /// A blank to fill in.
    Blank,
    /// Words in a typewriter's letters.
    Code,
}

/// How words stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Looks {
    /// In bold.
    pub bold: bool,
    /// In italics.
    pub italics: bool,
    /// In a typewriter's letters.
    pub typewriter: bool,
}

/// Words of a run that were read from one place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Where they begin in the run.
    start: usize,
    /// Where they were read.
    span: Span,
    /// Whether they stand in the file letter by letter.
    exact: bool,
}

impl Run {
    /// The run of a heading's words.
    pub fn of_heading(content: &[Inline]) -> Self {
        Self::of(content, RunPlace::default())
    }

    fn of(content: &[Inline], place: RunPlace) -> Self {
        let mut run = Self {
            place,
            ..Self::default()
        };
        run.take(content, Looks::default());
        run.words = WordList::of(&run.text);
        run
    }

    fn take(&mut self, content: &[Inline], looks: Looks) {
        for inline in content {
            let start = self.text.len();
            let mark = match &inline.kind {
                InlineKind::Text(text) => {
                    self.piece(text, inline.span, looks);
                    None
                }
                InlineKind::Code(text) => {
                    let typewriter = true;
                    self.piece(
                        text,
                        inline.span,
                        Looks {
                            typewriter,
                            ..looks
                        },
                    );
                    Some(Mark::Code)
                }
                InlineKind::Strong(content) => {
                    self.take(
                        content,
                        Looks {
                            bold: true,
                            ..looks
                        },
                    );
                    None
                }
                InlineKind::Emphasis(content) => {
                    let italics = true;
                    self.take(content, Looks { italics, ..looks });
                    None
                }
                InlineKind::Link { target, content } => {
                    self.take(content, looks);
                    Some(Mark::Link(target.clone()))
                }
                InlineKind::Blank { width } => {
                    self.piece(&"_".repeat(*width as usize), inline.span, looks);
                    Some(Mark::Blank)
                }
                InlineKind::Break => {
                    self.piece("\n", inline.span, looks);
                    None
                }
            };
            if let Some(mark) = mark {
                self.marks.push((start..self.text.len(), mark));
            }
        }
    }

    fn piece(&mut self, text: &str, span: Span, looks: Looks) {
        let start = self.text.len();
        self.pieces.push(Piece {
            start,
            span,
            exact: span.range().len() == text.len(),
        });
        self.text.push_str(text);
        if looks != Looks::default() {
            let end = self.text.len();
            match self.looks.last_mut() {
                Some((range, own)) if range.end == start && *own == looks => range.end = end,
                _ => self.looks.push((start..end, looks)),
            }
        }
    }

    /// Where some of the run's words stand in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.offset(range.start, Side::Start);
        let end = self.offset(range.end.max(range.start), Side::End);
        Span::new(start, end.max(start))
    }

    /// Where the run as a whole stands in the file.
    pub fn whole(&self) -> Span {
        self.span(0..self.text.len())
    }

    fn offset(&self, at: usize, side: Side) -> usize {
        let before = match side {
            Side::Start => self.pieces.partition_point(|piece| piece.start <= at),
            Side::End => self.pieces.partition_point(|piece| piece.start < at),
        };
        let Some(piece) = before.checked_sub(1).and_then(|i| self.pieces.get(i)) else {
            return self
                .pieces
                .first()
                .map_or(0, |piece| piece.span.range().start);
        };
        let span = piece.span.range();
        match (piece.exact, side) {
            (true, _) => (span.start + (at - piece.start)).min(span.end),
            (false, Side::Start) => span.start,
            (false, Side::End) => span.end,
        }
    }
}

#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

/// The runs of some blocks, in the order of the text.
pub fn runs(blocks: &[Block]) -> Vec<Run> {
    let mut list = Vec::new();
    add_blocks(blocks, &mut Vec::new(), &mut list);
    list
}

fn add_blocks(blocks: &[Block], place: &mut Vec<u32>, list: &mut Vec<Run>) {
    for (at, block) in (0..).zip(blocks) {
        place.push(at);
        match block {
            Block::Paragraph(block) => list.push(Run::of(&block.content, RunPlace(place.clone()))),
            Block::Subheading(block) => list.push(Run::of(&block.content, RunPlace(place.clone()))),
            Block::List(block) => add_list(block, place, list),
            Block::Table(block) => add_table(block, place, list),
            Block::Form(block) => add_blocks(&block.blocks, place, list),
            Block::Ends(block) => {
                for (end, content) in [(0, &block.left), (1, &block.right)] {
                    place.push(end);
                    list.push(Run::of(content, RunPlace(place.clone())));
                    place.pop();
                }
            }
            // Code is not language.
            Block::Code(_) => {}
        }
        place.pop();
    }
}

fn add_list(block: &List, place: &mut Vec<u32>, list: &mut Vec<Run>) {
    for (at, item) in (0..).zip(&block.items) {
        place.push(at);
        add_blocks(&item.blocks, place, list);
        place.pop();
    }
}

fn add_table(block: &Table, place: &mut Vec<u32>, list: &mut Vec<Run>) {
    let rows = std::iter::once(&block.head).chain(&block.rows);
    for (row_at, row) in (0..).zip(rows) {
        for (cell_at, cell) in (0..).zip(&row.cells) {
            place.extend([row_at, cell_at]);
            add_blocks(&cell.blocks, place, list);
            place.truncate(place.len() - 2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::runs;
    use crate::model::{Block, Lang};
    use crate::parse::parse;
    use crate::source::{SourceFile, Sources};

    /// The runs of a text's first clause, and the words of the file that each run's first and last
    /// word were read from.
    #[test]
    fn each_letter_of_a_run_has_its_place_in_the_file() {
        let source =
            "# T\n\n1.1. See **\\*bold\\*** https://ioka.kz/ ____ end.\\\nLine.\n\n- a;\n- b.\n";
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::new("en.md", source.to_owned()));
        let lang = Lang::new("en").unwrap();
        let (text, findings) = parse(id, sources.get(id), &lang);
        assert_eq!(findings, vec![]);
        let blocks: &[Block] = &text.main.clauses[0].blocks;
        let runs = runs(blocks);
        let told: Vec<_> = runs
            .iter()
            .map(|run| {
                (
                    run.text.as_str(),
                    run.place.0.clone(),
                    sources.get(id).slice(run.whole()),
                )
            })
            .collect();
        let first = "See **\\*bold\\*** https://ioka.kz/ ____ end.\\\nLine.";
        assert_eq!(
            told,
            vec![
                (
                    "See *bold* https://ioka.kz/ ____ end.\nLine.",
                    vec![0],
                    first
                ),
                ("a;", vec![1, 0, 0], "a;"),
                ("b.", vec![1, 1, 0], "b."),
            ]
        );
        let run = &runs[0];
        for words in ["See", "https://ioka.kz/", "____", "end.", "Line."] {
            let at = run.text.find(words).unwrap();
            let span = run.span(at..at + words.len());
            assert_eq!(sources.get(id).slice(span), words);
        }
    }
}
