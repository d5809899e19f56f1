//! Which Cyrillic letters besides those from «а» to «я» there are in a text or an alphabet.

use super::alphabet::{FURTHER, KINDS};

/// Some letters of the kind [`FURTHER`], a bit each; small and capital ones are alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FurtherLetters(u128);

impl FurtherLetters {
    /// Those that are asked for.
    pub(super) fn all(has: impl Fn(char) -> bool) -> Self {
        let mut all = Self::default();
        for (code, kind) in KINDS.iter().enumerate() {
            let letter = u32::try_from(code).ok().and_then(char::from_u32);
            if kind & FURTHER != 0 && letter.is_some_and(&has) {
                all.add(code);
            }
        }
        all
    }

    /// Takes in the letter of a code.
    #[inline]
    pub(super) fn add(&mut self, code: usize) {
        self.0 |= match code.checked_sub(0x48A) {
            // Capitals and small letters by turns.
            Some(place) => 1 << (place / 2),
            // From Ѐ to Џ, and from ѐ to џ.
            None => 1 << (96 + (code & 0xF)),
        };
    }

    /// Takes others in.
    pub(super) fn take(&mut self, others: Self) {
        self.0 |= others.0;
    }

    /// Whether all of them are among others.
    pub(super) fn are_among(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{FURTHER, FurtherLetters, KINDS};

    #[test]
    fn a_letter_and_its_capital_are_one_and_all_others_differ() {
        let further = (0..).zip(KINDS).filter(|(_, kind)| kind & FURTHER != 0);
        let further: Vec<char> = further
            .filter_map(|(code, _)| char::from_u32(code))
            .collect();
        assert!(further.contains(&'ә') && further.contains(&'Ё'));
        for letter in &further {
            let own = FurtherLetters::all(|c| c == *letter);
            for other in &further {
                let others = FurtherLetters::all(|c| c == *other);
                let same = letter.to_lowercase().eq(other.to_lowercase());
                assert_eq!(own.are_among(others), same, "{letter} {other}");
            }
        }
    }
}
