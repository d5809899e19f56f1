use super::Scope;
use crate::model::Policy;

/// A file of the index of a language.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'s> {
    /// The policies.
    Policies,
    /// Words, and where they stand: the file of that number.
    Words(usize),
    /// The passages of a policy.
    Text(&'s Policy),
}

impl Piece<'_> {
    /// Its name below the search's folder, without `.js`.
    pub fn name(&self, scope: Scope) -> String {
        let folder = scope.folder();
        match self {
            Self::Policies => format!("{folder}/policies"),
            Self::Words(number) => format!("{folder}/words-{number}"),
            Self::Text(policy) => format!("{folder}/texts/{}", policy.slug),
        }
    }
}

/// Policies that one file of words is for.
const POLICIES: usize = 16;

/// Most files of words.
const MOST: usize = 256;

/// How many files hold the words of so many policies.
pub fn pieces_of_words(policies: usize) -> usize {
    policies.div_ceil(POLICIES).next_power_of_two().min(MOST)
}

/// The file of words, of so many, in which a word is looked for. The page works it out alike.
pub(super) fn piece_of(word: &str, pieces: usize) -> usize {
    let letters = word.chars().take(LETTERS);
    let mixed = letters.fold(0, |mixed, c| (mixed * 31 + u32::from(c) as usize) % PRIME);
    mixed % pieces.max(1)
}

/// Letters that tell the file: as many as all forms of a word have in common.
const LETTERS: usize = 3;

/// Keeps the number small enough to be exact in any browser.
const PRIME: usize = 1_000_003;

#[cfg(test)]
mod tests {
    use super::{piece_of, pieces_of_words};

    #[test]
    fn few_policies_have_one_file_of_words() {
        assert_eq!(
            [0, 1, 16, 17, 100, 1_000, 10_000].map(pieces_of_words),
            [1, 1, 1, 2, 8, 64, 256]
        );
    }

    #[test]
    fn forms_of_a_word_are_in_one_file() {
        assert_eq!(piece_of("данные", 64), piece_of("данных", 64));
        assert_eq!(piece_of("дерек", 64), piece_of("деректерді", 64));
        assert!(piece_of("user", 64) < 64);
    }
}
