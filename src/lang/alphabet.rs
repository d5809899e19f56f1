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

/// The first character behind the Cyrillic ones.
const END: usize = 0x530;

/// What each character up to [`END`] is; 0 for those that are no plain letter or figure.
static KINDS: [u8; END] = kinds();

/// What the character at a place is, and how many bytes it has; `None` where it is not one of the first
/// of Unicode, or at the end.
#[inline]
pub(super) fn kind(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let first = *bytes.get(at)?;
    if first < 0x80 {
        return Some((*KINDS.get(usize::from(first))?, 1));
    }
    if first & 0xE0 != 0xC0 {
        return None;
    }
    let second = usize::from(*bytes.get(at + 1)? & 0x3F);
    let code = (usize::from(first & 0x1F) << 6) | second;
    Some((*KINDS.get(code)?, 2))
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
