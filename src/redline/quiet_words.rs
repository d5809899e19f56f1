//! What may be passed over among the words of a line that changed: sentences away from what did.

use super::quiet::LONG;
use super::{Piece, Prose, Weight};
use crate::lang::sentences;

/// Some words of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordStretch {
    /// Words that are to be shown.
    Shown(Piece),
    /// Sentences that may be passed over.
    Quiet {
        /// How many they are.
        sentences: usize,
        /// Their words.
        pieces: Vec<Piece>,
    },
}

/// How long a word before a stop may be that does not end a sentence.
const ABBREVIATION: usize = 2;

impl Prose {
    /// Its words, with those apart that may be passed over: whole sentences, many words in all, that
    /// neither changed in substance nor stand next to a change.
    pub fn stretches(&self) -> Vec<WordStretch> {
        let mut stretches = Vec::new();
        if self.weight() != Weight::Substantive {
            stretches.extend(self.pieces.iter().cloned().map(WordStretch::Shown));
            return stretches;
        }
        let mut rest = self.pieces.as_slice();
        while !rest.is_empty() {
            let quiet = rest.iter().take_while(|piece| is_quiet(piece)).count();
            let (own, after) = rest.split_at(quiet);
            let first = rest.len() == self.pieces.len();
            pass_over(own, [!first, !after.is_empty()], &mut stretches);
            let (loud, after) = after.split_at(after.len().min(1));
            stretches.extend(loud.iter().cloned().map(WordStretch::Shown));
            rest = after;
        }
        stretches
    }

    /// How many words it has, as the new text has them.
    pub(super) fn word_count(&self) -> usize {
        self.in_new().split_whitespace().count()
    }
}

fn is_quiet(piece: &Piece) -> bool {
    piece.weight() != Weight::Substantive && !matches!(piece, Piece::Renumbered { .. })
}

/// Words between two changes, or between one and the end of the line: the sentence beside a change
/// stays.
fn pass_over(own: &[Piece], beside: [bool; 2], into: &mut Vec<WordStretch>) {
    let text: String = own.iter().map(Piece::in_new).collect();
    let bounds = sentences(&text, ABBREVIATION);
    let from = usize::from(beside[0]);
    let to = bounds.len().saturating_sub(usize::from(beside[1]));
    let inner = bounds.get(from..to).unwrap_or_default();
    let (start, end) = match (inner.first(), inner.last()) {
        (Some(first), Some(last)) => (first.start, last.end),
        _ => (0, 0),
    };
    if text[start..end].split_whitespace().count() < LONG {
        into.extend(own.iter().cloned().map(WordStretch::Shown));
        return;
    }
    let (mut before, mut within, mut behind) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    for piece in own {
        let length = piece.in_new().len();
        if let Piece::Equal(words) = piece {
            let parts = [
                (0..start, &mut before),
                (start..end, &mut within),
                (end..text.len(), &mut behind),
            ];
            for (part, list) in parts {
                let (from, to) = (part.start.max(at), part.end.min(at + length));
                if from < to {
                    list.push(Piece::Equal(words[from - at..to - at].to_owned()));
                }
            }
        } else {
            // What is no plain words stands where it begins.
            let list = match at {
                at if at < start => &mut before,
                at if at < end => &mut within,
                _ => &mut behind,
            };
            list.push(piece.clone());
        }
        at += length;
    }
    into.extend(before.into_iter().map(WordStretch::Shown));
    into.push(WordStretch::Quiet {
        sentences: inner.len(),
        pieces: within,
    });
    into.extend(behind.into_iter().map(WordStretch::Shown));
}
