use crate::facts::Looks;

/// The words of a heading, a paragraph, an item or a cell in both texts, piece by piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The pieces: those of the old text and those of the new one are both in their order. Between
    /// two pieces that stand in both texts, what the old text has comes first.
    pub pieces: Vec<Piece>,
}

/// Some words of the old text, of the new one, or of both; with the spaces around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// They stand in both texts, letter by letter.
    Equal(String),
    /// They stand in both texts and were typed in another way: spaces, line breaks, quotation
    /// marks, apostrophes, dashes, the way letters are coded.
    Cosmetic {
        /// As the old text has them.
        old: String,
        /// As the new text has them.
        new: String,
    },
    /// They stand in both texts and lead to another address.
    Relinked {
        /// The words.
        words: String,
        /// The address in the old text; `None` when they were no link.
        old: Option<String>,
        /// The address in the new text; `None` when they are no link any more.
        new: Option<String>,
    },
    /// They stand in both texts and stand out in another way: in bold, in italics.
    Restyled {
        /// The words.
        words: String,
        /// How they stand out in the old text.
        old: Looks,
        /// How they stand out in the new text.
        new: Looks,
    },
    /// The number of an annex in its own heading, where the annex is numbered anew. It counts as
    /// little as the number of a clause does.
    Renumbered {
        /// As the old text has it.
        old: String,
        /// As the new text has it.
        new: String,
    },
    /// They stand in the old text alone.
    Deleted(String),
    /// They stand in the new text alone.
    Inserted(String),
    /// They stood here in the old text, and the new text has them in another place of the same
    /// unit, or in a unit that was split off from it or that it was merged into.
    MovedAway(String),
    /// They stand here in the new text, and the old text has them in such another place.
    MovedHere(String),
}
