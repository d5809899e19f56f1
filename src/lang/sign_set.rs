//! Which signs there are in a text: a rule that looks for some passes over a text without any of them.

/// Some signs, a bit each. Signs beyond the punctuation of ASCII may have a bit in common, so that one
/// may seem to be there that is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignSet(u64);

impl SignSet {
    /// All signs.
    pub const ALL: Self = Self(u64::MAX);

    /// The quotation marks that open.
    pub const OPENING_QUOTES: Self = Self::of(&['«', '“', '„', '"']);

    /// Some signs.
    pub const fn of(signs: &[char]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < signs.len() {
            bits |= bit(signs[at]);
            at += 1;
        }
        Self(bits)
    }

    /// Takes a sign in.
    #[inline]
    pub(super) fn add(&mut self, sign: char) {
        self.0 |= bit(sign);
    }

    /// Whether a sign may be among them.
    #[inline]
    pub fn may_have(self, sign: char) -> bool {
        self.0 & bit(sign) != 0
    }

    /// Whether some signs may be among others.
    #[inline]
    pub fn may_share(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// The bit of a sign. The bits of most controls and of figures, which are no signs, are left to those
/// that have none of their own.
const fn bit(sign: char) -> u64 {
    let code = sign as u32;
    match code {
        0..64 => 1 << code,
        _ => 1 << (11 + code % 21),
    }
}

#[cfg(test)]
mod tests {
    use super::SignSet;
    use crate::lang::WordList;

    #[test]
    fn what_is_there_is_told_and_quotes_are_no_brackets() {
        let signs = WordList::of("«Веб-сайт», 5  days").sign_set();
        for sign in ['«', '»', '-', ',', ' '] {
            assert!(signs.may_have(sign), "{sign}");
        }
        for sign in ['(', ')', '.', '“', '”', '—', '–', '\'', '/', '_'] {
            assert!(!signs.may_have(sign), "{sign}");
        }
        assert!(signs.may_share(SignSet::of(&['(', '«'])));
        assert!(!signs.may_share(SignSet::of(&['(', ')'])));
    }
}
