use super::{Piece, Prose};

impl Prose {
    /// Whether the addresses that a link among these words led to and leads to can be read in the
    /// words themselves, as those of an e-mail address or a telephone number can.
    pub fn tells_targets(&self, old: Option<&str>, new: Option<&str>) -> bool {
        let told = |target: Option<&str>, words: &str| {
            target.is_none_or(|target| {
                let address = target.split_once(':').map_or(target, |(_, rest)| rest);
                letters(words).contains(&letters(address))
            })
        };
        told(old, &self.in_old()) && told(new, &self.in_new())
    }

    /// The same with what is a link to elsewhere told as equal, where the words tell the address.
    #[must_use]
    pub fn without_told_targets(&self) -> Self {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Relinked { words, old, new }
                if self.tells_targets(old.as_deref(), new.as_deref()) =>
            {
                Piece::Equal(words.clone())
            }
            piece => piece.clone(),
        });
        let mut prose = Self::default();
        pieces.for_each(|piece| prose.push(piece));
        prose
    }
}

/// The letters and digits of some words.
fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}
