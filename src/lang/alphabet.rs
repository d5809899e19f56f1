//! The plain letters and figures of the two scripts that policies are mostly written in, told by their
//! bytes.

/// A letter.
pub(super) const LETTER: u8 = 1;
/// A letter that is a capital.
pub(super) const CAPITAL: u8 = 2;
/// A letter that is folded to another.
pub(super) const CHANGES: u8 = 4;
/// A figure.
pub(super) const FIGURE: u8 = 8;

/// The first character of three bytes.
const END: usize = 0x800;

/// What each character before [`END`] is; 0 for those that are no plain letter or figure.
static KINDS: [u8; END] = kinds();

/// Plain letters and figures in a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Plain {
    /// The kind of the first.
    pub(super) first: u8,
    /// What kinds there are among them.
    pub(super) kinds: u8,
    /// How many there are.
    pub(super) count: u32,
    /// How many bytes they have.
    pub(super) length: usize,
}

/// The plain letters and figures that a text begins with.
#[inline]
pub(super) fn plain(text: &[u8]) -> Plain {
    let mut plain = Plain::default();
    let mut rest = text;
    loop {
        let (code, behind) = match rest {
            [only @ 0..0x80, behind @ ..] => (usize::from(*only), behind),
            [first @ 0xC0..0xE0, second, behind @ ..] => {
                let high = usize::from(first & 0x1F) << 6;
                (high | usize::from(second & 0x3F), behind)
            }
            _ => break,
        };
        let kind = KINDS[code];
        if kind == 0 {
            break;
        }
        if plain.count == 0 {
            plain.first = kind;
        }
        plain.kinds |= kind;
        plain.count += 1;
        rest = behind;
    }
    plain.length = text.len() - rest.len();
    plain
}

const fn kinds() -> [u8; END] {
    let mut kinds = [0; END];
    let mut code = 0;
    while code < END {
        kinds[code] = match code {
            0x30..=0x39 => FIGURE,
            0x41..=0x5A => LETTER | CAPITAL | CHANGES,
            0x61..=0x7A => LETTER,
            // ё, which is folded to е.
            0x451 => LETTER | CHANGES,
            0x400..=0x42F => LETTER | CAPITAL | CHANGES,
            0x430..=0x45F => LETTER,
            // Capitals and small letters by turns.
            0x48A..=0x4BF | 0x4D0..=0x52F if code % 2 == 0 => LETTER | CAPITAL | CHANGES,
            0x48A..=0x4BF | 0x4D0..=0x52F => LETTER,
            _ => 0,
        };
        code += 1;
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::{CAPITAL, CHANGES, FIGURE, KINDS, LETTER};
    use crate::lang::{fold, is_capital, is_letter};

    #[test]
    fn plain_letters_are_what_unicode_says() {
        for (code, kind) in (0..).zip(KINDS) {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let has = |bit: u8| kind & bit != 0;
            if kind != 0 {
                assert_eq!(has(LETTER), is_letter(c), "{c:?}");
                assert_eq!(has(FIGURE), c.is_ascii_digit(), "{c:?}");
                assert_eq!(has(CAPITAL), is_capital(c), "{c:?}");
                assert_eq!(has(CHANGES), fold(&c.to_string()) != c.to_string(), "{c:?}");
            }
        }
    }
}
