use super::split::is_space;
use super::{Piece, Prose, Weight};

impl Prose {
    /// Adds a piece; one without words is passed over, and one like the last is joined to it.
    pub(super) fn push(&mut self, piece: Piece) {
        if piece.in_old().is_empty() && piece.in_new().is_empty() {
            return;
        }
        let joined = match (self.pieces.last_mut(), &piece) {
            (Some(Piece::Equal(last)), Piece::Equal(words))
            | (Some(Piece::Deleted(last)), Piece::Deleted(words))
            | (Some(Piece::Inserted(last)), Piece::Inserted(words))
            | (Some(Piece::MovedAway(last)), Piece::MovedAway(words))
            | (Some(Piece::MovedHere(last)), Piece::MovedHere(words)) => {
                last.push_str(words);
                true
            }
            (
                Some(Piece::Relinked { words, old, new }),
                Piece::Relinked {
                    words: more,
                    old: from,
                    new: to,
                },
            ) if old == from && new == to => {
                words.push_str(more);
                true
            }
            (
                Some(Piece::Restyled { words, old, new }),
                Piece::Restyled {
                    words: more,
                    old: from,
                    new: to,
                },
            ) if old == from && new == to => {
                words.push_str(more);
                true
            }
            _ => false,
        };
        if !joined {
            self.pieces.push(piece);
        }
    }

    /// The same with its pieces in order: between two that stand in both texts, what the old text
    /// has before what the new one has; the spaces that both begin with stand before them.
    pub(super) fn arranged(self) -> Self {
        let mut arranged = Self::default();
        let (mut old, mut new): (Vec<Piece>, Vec<Piece>) = (Vec::new(), Vec::new());
        for piece in self.pieces {
            match piece {
                Piece::Deleted(_) | Piece::MovedAway(_) => old.push(piece),
                Piece::Inserted(_) | Piece::MovedHere(_) => new.push(piece),
                both => {
                    arranged.flush(&mut old, &mut new);
                    arranged.push(both);
                }
            }
        }
        arranged.flush(&mut old, &mut new);
        arranged
    }

    fn flush(&mut self, old: &mut Vec<Piece>, new: &mut Vec<Piece>) {
        if let (Some(first), Some(other)) = (old.first_mut(), new.first_mut()) {
            let (left, right) = (first.take_spaces(), other.take_spaces());
            match (left.is_empty(), right.is_empty()) {
                (false, false) => self.push(spaces(left, right)),
                _ => {
                    first.give_back(&left);
                    other.give_back(&right);
                }
            }
        }
        for piece in old.drain(..).chain(new.drain(..)) {
            self.push(piece);
        }
    }

    /// The words as the old text has them.
    pub fn in_old(&self) -> String {
        self.pieces.iter().map(Piece::in_old).collect()
    }

    /// The words as the new text has them.
    pub fn in_new(&self) -> String {
        self.pieces.iter().map(Piece::in_new).collect()
    }

    /// How much the words changed.
    pub fn weight(&self) -> Weight {
        let weights = self.pieces.iter().map(Piece::weight);
        weights.max().unwrap_or_default()
    }

    /// The same from the new text to the old one.
    pub(super) fn mirrored(self) -> Self {
        let pieces = self.pieces.into_iter().map(Piece::mirrored).collect();
        Self { pieces }.arranged()
    }
}

/// Spaces that both texts have.
fn spaces(old: String, new: String) -> Piece {
    match old == new {
        true => Piece::Equal(old),
        false => Piece::Cosmetic { old, new },
    }
}

impl Piece {
    /// The words as the old text has them; none where it has not.
    pub fn in_old(&self) -> &str {
        match self {
            Self::Equal(words) | Self::Relinked { words, .. } | Self::Restyled { words, .. } => {
                words
            }
            Self::Cosmetic { old, .. }
            | Self::Renumbered { old, .. }
            | Self::Deleted(old)
            | Self::MovedAway(old) => old,
            Self::Inserted(_) | Self::MovedHere(_) => "",
        }
    }

    /// The words as the new text has them; none where it has not.
    pub fn in_new(&self) -> &str {
        match self {
            Self::Equal(words) | Self::Relinked { words, .. } | Self::Restyled { words, .. } => {
                words
            }
            Self::Cosmetic { new, .. }
            | Self::Renumbered { new, .. }
            | Self::Inserted(new)
            | Self::MovedHere(new) => new,
            Self::Deleted(_) | Self::MovedAway(_) => "",
        }
    }

    /// How much the words changed.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Equal(_) | Self::Renumbered { .. } => Weight::Unchanged,
            Self::Cosmetic { .. } | Self::Restyled { .. } => Weight::Cosmetic,
            Self::Deleted(words) | Self::Inserted(words) if words.chars().all(is_space) => {
                Weight::Cosmetic
            }
            _ => Weight::Substantive,
        }
    }

    fn mirrored(self) -> Self {
        match self {
            Self::Equal(words) => Self::Equal(words),
            Self::Cosmetic { old, new } => Self::Cosmetic { old: new, new: old },
            Self::Relinked { words, old, new } => Self::Relinked {
                words,
                old: new,
                new: old,
            },
            Self::Restyled { words, old, new } => Self::Restyled {
                words,
                old: new,
                new: old,
            },
            Self::Renumbered { old, new } => Self::Renumbered { old: new, new: old },
            Self::Deleted(words) => Self::Inserted(words),
            Self::Inserted(words) => Self::Deleted(words),
            Self::MovedAway(words) => Self::MovedHere(words),
            Self::MovedHere(words) => Self::MovedAway(words),
        }
    }

    /// The words of a piece that one text alone has.
    fn words_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Deleted(words)
            | Self::Inserted(words)
            | Self::MovedAway(words)
            | Self::MovedHere(words) => Some(words),
            _ => None,
        }
    }

    fn take_spaces(&mut self) -> String {
        let Some(words) = self.words_mut() else {
            return String::new();
        };
        let end = words.find(|c| !is_space(c)).unwrap_or(words.len());
        words.drain(..end).collect()
    }

    fn give_back(&mut self, spaces: &str) {
        if let Some(words) = self.words_mut() {
            words.insert_str(0, spaces);
        }
    }
}
