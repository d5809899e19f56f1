use super::line::{Line, Mark, Words};
use crate::redline::{Entry, Piece, Prose, Stands, Weight, WordStretch};

/// Which of the texts is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    Old,
    New,
}

/// How much of a clause that changed a wording holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// What changed and what stands beside it: what is left out is told.
    #[default]
    Changed,
    /// All of it.
    Whole,
}

/// How a clause is read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) text: Text,
    pub(super) extent: Extent,
}

/// The words of an entry in one of the texts.
pub(super) fn lines(entry: &Entry, reading: Reading) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(heading) = &entry.heading {
        let words = reading.words(heading);
        if !words.is_empty() {
            lines.push(Line::Heading(words));
        }
    }
    reading.blocks(&entry.blocks, 0, &mut lines);
    lines
}

impl Reading {
    pub(super) fn has(self, stands: Stands) -> bool {
        !matches!(
            (self.text, stands),
            (Text::Old, Stands::InNew) | (Text::New, Stands::InOld)
        )
    }

    pub(super) fn of<T>(self, old: T, new: T) -> T {
        match self.text {
            Text::Old => old,
            Text::New => new,
        }
    }

    pub(super) fn words(self, prose: &Prose) -> Vec<Words> {
        let prose = prose.without_told_targets();
        let mut words: Vec<Words> = Vec::new();
        if self.extent == Extent::Whole {
            prose
                .pieces
                .iter()
                .for_each(|own| self.piece(own, &mut words));
            return words;
        }
        for stretch in prose.stretches() {
            match stretch {
                WordStretch::Shown(piece) => self.piece(&piece, &mut words),
                WordStretch::Quiet { .. } => add("… ", Mark::Plain, None, &mut words),
            }
        }
        words
    }

    fn piece(self, piece: &Piece, words: &mut Vec<Words>) {
        let text = self.of(piece.in_old(), piece.in_new());
        let (mark, link) = match piece {
            Piece::MovedAway(_) | Piece::MovedHere(_) => (Mark::Moved, None),
            Piece::Relinked { old, new, .. } => (Mark::Changed, self.of(old, new).clone()),
            _ => match piece.weight() {
                Weight::Substantive => (Mark::Changed, None),
                _ => (Mark::Plain, None),
            },
        };
        add(text, mark, link, words);
    }
}

/// Adds words to others, as one with them where they have the same mark.
fn add(text: &str, mark: Mark, link: Option<String>, words: &mut Vec<Words>) {
    if text.is_empty() {
        return;
    }
    match words.last_mut() {
        Some(last) if last.mark == mark && last.link == link => last.text.push_str(text),
        _ => words.push(Words {
            text: text.to_owned(),
            mark,
            link,
        }),
    }
}
