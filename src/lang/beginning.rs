//! The first letters of words, by which what a language says of words is looked up.

/// Most letters that are looked at: all forms of a word begin with them.
const MOST: u32 = 3;

/// The bits that a character takes.
const BITS: u32 = 21;

/// The first letters of a folded word, three at most, as one number: it is compared at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Beginning(u64);

impl Beginning {
    /// What a folded word begins with.
    #[inline]
    pub fn of(folded: &str) -> Self {
        let wide = |high: u8, low: u8| u64::from(high & 0x1F) << 6 | u64::from(low & 0x3F);
        // Most words begin with three letters of two bytes each.
        let (first, second, third) = match folded.as_bytes() {
            [a @ 0xC0..0xE0, b, c @ 0xC0..0xE0, d, e @ 0xC0..0xE0, f, ..] => {
                (wide(*a, *b), wide(*c, *d), wide(*e, *f))
            }
            _ => {
                let mut letters = folded.chars();
                let mut next = || letters.next().map_or(0, |c| u64::from(u32::from(c)));
                (next(), next(), next())
            }
        };
        Self(first << (2 * BITS) | second << BITS | third)
    }

    /// What words may begin with that this begins with: its first letter, its first two, itself.
    #[inline]
    pub fn prefixes(self) -> impl Iterator<Item = Self> {
        let cut = (0..MOST)
            .rev()
            .map(move |left| self.0 >> (left * BITS) << (left * BITS));
        let mut before = 0;
        cut.filter(move |cut| std::mem::replace(&mut before, *cut) != *cut)
            .map(Self)
    }

    /// Whether it begins with all letters of another.
    #[inline]
    pub fn starts_with(self, other: Self) -> bool {
        let letters = |place: u32| self.0 >> (place * BITS) << (place * BITS);
        (0..MOST).any(|place| letters(place) == other.0) || other.0 == 0
    }

    /// How many letters there are, three at most.
    pub(super) fn letters(self) -> u32 {
        MOST - (self.0.trailing_zeros() / BITS).min(MOST)
    }

    /// Whether it is of fewer letters than are looked at.
    #[inline]
    pub fn is_short(self) -> bool {
        self.0 << (u64::BITS - BITS) == 0
    }

    /// The same for shorter words, the longest first: its first two letters, its first one. Where it
    /// has no more itself, it is among them.
    #[inline]
    pub(super) fn shorter(self) -> impl Iterator<Item = Self> {
        let cut = (1..MOST).map(move |left| self.0 >> (left * BITS) << (left * BITS));
        cut.map(Self)
    }

    /// Its first two letters.
    #[inline]
    pub(super) fn two(self) -> Self {
        Self(self.0 >> BITS << BITS)
    }

    /// A bit for its first letter, which others may share.
    #[inline]
    pub(super) fn first_bit(self) -> u64 {
        1 << ((self.0 >> (2 * BITS)) & 63)
    }

    /// The same with its bits spread: of different beginnings the high bits differ.
    #[inline]
    pub fn mixed(self) -> u64 {
        // An odd multiplier without a pattern in its bits.
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// Which beginnings are known: of most words it says at once that nothing begins as they do. It may
/// take a beginning to be known that is not, never the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginnings {
    bits: [u64; 64],
    /// The first letters of those that are short.
    short: u64,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self {
            bits: [0; 64],
            short: 0,
        }
    }
}

impl Beginnings {
    /// Takes one in.
    pub fn add(&mut self, beginning: Beginning) {
        let (at, bit) = place(beginning);
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= bit;
        }
        if beginning.is_short() {
            self.short |= beginning.first_bit();
        }
    }

    /// Whether a beginning may be known.
    #[inline]
    pub fn may_have(&self, beginning: Beginning) -> bool {
        let (at, bit) = place(beginning);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether a beginning may be known that this one begins with.
    #[inline]
    pub fn may_have_prefix(&self, beginning: Beginning) -> bool {
        let short = self.short & beginning.first_bit() != 0;
        self.may_have(beginning) || short && beginning.prefixes().any(|own| self.may_have(own))
    }
}

/// The word and the bit that stand for a beginning.
fn place(beginning: Beginning) -> (usize, u64) {
    let mixed = beginning.mixed() >> 52;
    (
        usize::try_from(mixed >> 6).unwrap_or_default(),
        1 << (mixed & 63),
    )
}

#[cfg(test)]
mod tests {
    use super::{Beginning, Beginnings};

    #[test]
    fn three_letters_tell_and_each_word_begins_with_its_own_first_ones() {
        assert_eq!(Beginning::of("данные"), Beginning::of("данных"));
        assert_ne!(Beginning::of("да"), Beginning::of("дан"));
        let prefixes: Vec<Beginning> = Beginning::of("данные").prefixes().collect();
        assert_eq!(prefixes, ["д", "да", "дан"].map(Beginning::of));
        let prefixes: Vec<Beginning> = Beginning::of("да").prefixes().collect();
        assert_eq!(prefixes, ["д", "да"].map(Beginning::of));
        let starts = |folded, with| Beginning::of(folded).starts_with(Beginning::of(with));
        assert!(starts("данные", "данных") && starts("данные", "да") && starts("да", "да"));
        let letters =
            ["", "д", "да", "дан", "данные", "a"].map(|word| Beginning::of(word).letters());
        assert_eq!(letters, [0, 1, 2, 3, 3, 1]);
        let shorter: Vec<Beginning> = Beginning::of("данные").shorter().collect();
        assert_eq!(shorter, ["да", "д"].map(Beginning::of));
        let mixed = ["данные", "user", "дay", "aда", "да", "€ур"];
        for (word, letters) in mixed.map(|word| (word, word.chars().take(3).collect::<String>())) {
            let codes = letters.chars().map(|c| u64::from(u32::from(c)));
            let codes = codes.fold(0, |all, code| all << 21 | code);
            let codes = codes << (21 * (3 - letters.chars().count()));
            assert_eq!(Beginning::of(word), Beginning(codes), "{word}");
        }
        assert!(!starts("да", "данные") && !starts("данные", "до") && starts("да", ""));
    }

    #[test]
    fn what_was_taken_in_is_known() {
        let mut known = Beginnings::default();
        let words = ["дербес", "дерек", "а", "no", "user", "қосымша"];
        for word in words {
            known.add(Beginning::of(word));
        }
        for word in words {
            assert!(known.may_have(Beginning::of(word)), "{word}");
        }
        assert!(known.may_have_prefix(Beginning::of("араб")));
        assert!(!known.may_have_prefix(Beginning::of("zebra")));
    }
}
