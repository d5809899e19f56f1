use crate::redline::comparative::{Cell, Line, Words};

/// A line of a wording as text.
pub(super) struct Linear {
    /// How deep it stands.
    pub(super) depth: usize,
    /// What stands before the words and is none of them: the sign of an item.
    pub(super) sign: String,
    /// The words.
    pub(super) text: String,
}

/// How a format writes lines.
pub(super) struct Writing<'w> {
    /// Some words with their marks.
    pub(super) words: &'w dyn Fn(&[Words]) -> String,
    /// What is none of the words, such as an item's number.
    pub(super) plain: &'w dyn Fn(&str) -> String,
    /// What stands between the cells of a row.
    pub(super) bar: &'w str,
}

/// The sign of an item that has no marker of its own.
const BULLET: &str = "–";

/// Stands for items and rows that were left out.
pub(super) const OMITTED: &str = "…";

impl Writing<'_> {
    /// The lines as text; the row of a table is one line.
    pub(super) fn linear(&self, lines: &[Line]) -> Vec<Linear> {
        lines.iter().map(|line| self.line(line)).collect()
    }

    fn line(&self, line: &Line) -> Linear {
        let (depth, sign, text) = match line {
            Line::Heading(words) | Line::Subheading(words) | Line::Code(words) => {
                (0, String::new(), (self.words)(words))
            }
            Line::Paragraph { depth, words } => (*depth, String::new(), (self.words)(words)),
            Line::Item {
                depth,
                marker,
                words,
            } => {
                let sign = marker.as_deref().unwrap_or(BULLET);
                let depth = depth.saturating_sub(1);
                (
                    depth,
                    format!("{} ", (self.plain)(sign)),
                    (self.words)(words),
                )
            }
            Line::Row { cells, .. } => {
                let cells = cells.iter().map(|cell| self.cell(cell));
                (0, String::new(), cells.collect::<Vec<_>>().join(self.bar))
            }
            Line::Ends { left, right } => {
                let ends = [left, right].map(|words| (self.words)(words));
                (0, String::new(), ends.join(self.bar))
            }
            Line::Omitted { depth, .. } => {
                (depth.saturating_sub(1), String::new(), OMITTED.to_owned())
            }
        };
        Linear { depth, sign, text }
    }

    fn cell(&self, cell: &Cell) -> String {
        let lines = self.linear(&cell.0).into_iter();
        let lines = lines.map(|line| format!("{}{}", line.sign, line.text));
        lines.collect::<Vec<_>>().join(" ")
    }
}
