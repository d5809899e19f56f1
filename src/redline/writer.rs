use std::ops::Range;

use super::token::{Token, bag};
use super::words::hunks;
use super::{Piece, Prose};

/// Writes the pieces of a line, token by token.
pub(super) struct Writer<'w, 'l> {
    pub(super) old: &'w [Token<'l>],
    pub(super) new: &'w [Token<'l>],
    pub(super) prose: Prose,
    /// Whether what was written last stands in one text alone.
    pub(super) changed: bool,
}

impl Writer<'_, '_> {
    /// Words that one of the texts has alone.
    pub(super) fn one(&mut self, tokens: Range<usize>, is_old: bool, moved: bool) {
        let list = if is_old { self.old } else { self.new };
        let words: String = list[tokens]
            .iter()
            .flat_map(|token| [token.before, token.text])
            .collect();
        self.changed = true;
        self.prose.push(match (is_old, moved) {
            (true, false) => Piece::Deleted(words),
            (true, true) => Piece::MovedAway(words),
            (false, false) => Piece::Inserted(words),
            (false, true) => Piece::MovedHere(words),
        });
    }

    /// The words of sentences that are one another's counterparts.
    pub(super) fn words(&mut self, old: Range<usize>, new: Range<usize>) {
        let own = &self.old[old.clone()];
        let other = &self.new[new.clone()];
        let (mut a, mut b) = (old.start, new.start);
        for hunk in hunks(own, other, (&bag(own), &bag(other))) {
            self.same(a..old.start + hunk.old.start, b);
            self.one(
                old.start + hunk.old.start..old.start + hunk.old.end,
                true,
                false,
            );
            self.one(
                new.start + hunk.new.start..new.start + hunk.new.end,
                false,
                false,
            );
            (a, b) = (old.start + hunk.old.end, new.start + hunk.new.end);
        }
        self.same(a..old.end, b);
    }

    /// Words that both texts have, in the new one from a place on.
    pub(super) fn same(&mut self, old: Range<usize>, new: usize) {
        let pairs = self.old[old]
            .iter()
            .zip(self.new.get(new..).unwrap_or_default());
        for (own, other) in pairs {
            self.space_before(own, other);
            let (old, new) = (own.text.to_owned(), other.text.to_owned());
            let numbered = own.own_number && other.own_number;
            match (own.text == other.text, own.link == other.link) {
                (true, true) if own.looks == other.looks => self.prose.push(Piece::Equal(new)),
                (true, true) => self.prose.push(Piece::Restyled {
                    words: new,
                    old: own.looks,
                    new: other.looks,
                }),
                (true, false) => self.prose.push(Piece::Relinked {
                    words: new,
                    old: own.link.map(str::to_owned),
                    new: other.link.map(str::to_owned),
                }),
                (false, true) if numbered => self.prose.push(Piece::Renumbered { old, new }),
                (false, true) => self.prose.push(Piece::Cosmetic { old, new }),
                (false, false) => {
                    self.prose.push(Piece::Deleted(old));
                    self.prose.push(Piece::Inserted(new));
                }
            }
            self.changed = false;
        }
    }

    /// The spaces before a word that both texts have; within words that changed in one way, such as
    /// those of a link, they belong to these.
    fn space_before(&mut self, own: &Token<'_>, other: &Token<'_>) {
        let within = own.before == other.before
            && match self.prose.pieces.last_mut() {
                Some(Piece::Relinked { words, old, new })
                    if (own.link, other.link) == (old.as_deref(), new.as_deref()) =>
                {
                    words.push_str(own.before);
                    true
                }
                Some(Piece::Restyled { words, old, new })
                    if (own.looks, other.looks) == (*old, *new) && own.link == other.link =>
                {
                    words.push_str(own.before);
                    true
                }
                _ => false,
            };
        if !within {
            self.spaces(own.before, other.before);
        }
    }

    /// Spaces between words that both texts have. Beside a change they are part of it when one text
    /// alone has them.
    pub(super) fn spaces(&mut self, old: &str, new: &str) {
        let (old, new) = (old.to_owned(), new.to_owned());
        self.prose.push(match (old == new, self.changed) {
            (true, _) => Piece::Equal(new),
            (false, true) if new.is_empty() => Piece::Deleted(old),
            (false, true) if old.is_empty() => Piece::Inserted(new),
            _ => Piece::Cosmetic { old, new },
        });
    }
}
