//! The plain letters and figures of the two scripts that policies are mostly written in, told by their
//! bytes.

use super::further_letters::FurtherLetters;

/// A Latin letter.
pub(super) const LATIN: u8 = 1;
/// A letter that is a capital.
pub(super) const CAPITAL: u8 = 2;
/// A letter that is folded to another.
pub(super) const CHANGES: u8 = 4;
/// A figure.
pub(super) const FIGURE: u8 = 8;
/// A Cyrillic letter from «а» to «я».
pub(super) const BASIC: u8 = 16;
/// Another Cyrillic letter; some languages have it.
pub(super) const FURTHER: u8 = 32;
/// A letter of two bytes.
pub(super) const WIDE: u8 = BASIC | FURTHER;

/// The first character of three bytes.
const END: usize = 0x800;

/// What each character before [`END`] is; 0 for those that are no plain letter or figure.
pub(super) static KINDS: [u8; END] = kinds();

/// The small letter of each plain letter, as words are compared: see [`super::fold`].
static SMALL: [u16; END] = small();

/// Plain letters and figures in a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Plain {
    /// The kind of the first.
    pub(super) first: u8,
    /// What kinds there are among those behind it.
    pub(super) rest: u8,
    /// Which letters of the further kind there are.
    pub(super) further: FurtherLetters,
    /// How many bytes they have.
    pub(super) length: usize,
}

/// The code of the character of one or two bytes that a text begins with, and what stands behind it.
#[inline]
fn code(text: &[u8]) -> Option<(usize, &[u8])> {
    match text {
        [only @ 0..0x80, behind @ ..] => Some((usize::from(*only), behind)),
        [first @ 0xC0..0xE0, second, behind @ ..] => {
            let high = usize::from(first & 0x1F) << 6;
            Some((high | usize::from(second & 0x3F), behind))
        }
        _ => None,
    }
}

/// The kind of the plain letter or figure that a text begins with, and what stands behind it.
#[inline]
fn next<'t>(text: &'t [u8], further: &mut FurtherLetters) -> Option<(u8, &'t [u8])> {
    let (code, behind) = code(text)?;
    let kind = KINDS[code];
    if kind & FURTHER != 0 {
        further.add(code);
    }
    (kind != 0).then_some((kind, behind))
}

/// The plain letters and figures that a text begins with.
#[inline]
pub(super) fn plain(text: &[u8]) -> Plain {
    let mut further = FurtherLetters::default();
    let Some((first, mut behind)) = next(text, &mut further) else {
        return Plain::default();
    };
    let mut rest = 0;
    while let Some((kind, further_behind)) = next(behind, &mut further) {
        rest |= kind;
        behind = further_behind;
    }
    Plain {
        first,
        rest,
        further,
        length: text.len() - behind.len(),
    }
}

impl Plain {
    /// Takes further ones in that stand behind them.
    pub(super) fn take(&mut self, behind: Self) {
        self.rest |= behind.kinds();
        self.further.take(behind.further);
    }

    /// What kinds there are.
    #[inline]
    pub(super) fn kinds(self) -> u8 {
        self.first | self.rest
    }
}

/// Adds plain letters and figures to others, as words are compared. In most words none changes, or the
/// first alone.
pub(super) fn fold_plain(typed: &str, plain: Plain, folded: &mut String) {
    let small = |c: char| {
        let own = usize::try_from(u32::from(c)).ok();
        let small = own.and_then(|own| SMALL.get(own));
        small
            .and_then(|code| char::from_u32(u32::from(*code)))
            .unwrap_or(c)
    };
    let mut letters = typed.chars();
    if plain.rest & CHANGES != 0 {
        letters.for_each(|c| folded.push(small(c)));
        return;
    }
    if plain.first & CHANGES != 0
        && let Some(first) = letters.next()
    {
        folded.push(small(first));
    }
    folded.push_str(letters.as_str());
}

const fn kinds() -> [u8; END] {
    let mut kinds = [0; END];
    let mut code = 0;
    while code < END {
        kinds[code] = match code {
            0x30..=0x39 => FIGURE,
            0x41..=0x5A => LATIN | CAPITAL | CHANGES,
            0x61..=0x7A => LATIN,
            // ё, which is folded to е.
            0x451 => FURTHER | CHANGES,
            0x410..=0x42F => BASIC | CAPITAL | CHANGES,
            0x430..=0x44F => BASIC,
            0x400..=0x40F => FURTHER | CAPITAL | CHANGES,
            0x450..=0x45F => FURTHER,
            // Capitals and small letters by turns.
            0x48A..=0x4BF | 0x4D0..=0x52F if code % 2 == 0 => FURTHER | CAPITAL | CHANGES,
            0x48A..=0x4BF | 0x4D0..=0x52F => FURTHER,
            _ => 0,
        };
        code += 1;
    }
    kinds
}

const fn small() -> [u16; END] {
    let mut small = [0; END];
    let mut code: u16 = 0;
    while (code as usize) < END {
        small[code as usize] = match code {
            0x401 | 0x451 => 0x435,
            _ if KINDS[code as usize] & CAPITAL == 0 => code,
            0x41..=0x5A | 0x410..=0x42F => code + 0x20,
            0x400..=0x40F => code + 0x50,
            _ => code + 1,
        };
        code += 1;
    }
    small
}

#[cfg(test)]
mod tests {
    use super::{CAPITAL, CHANGES, FIGURE, KINDS, LATIN, WIDE, fold_plain, plain};
    use crate::lang::{fold, is_capital, is_letter};

    #[test]
    fn plain_letters_are_what_unicode_says() {
        for (code, kind) in (0..).zip(KINDS) {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let has = |bit: u8| kind & bit != 0;
            if kind != 0 {
                assert_eq!(has(LATIN | WIDE), is_letter(c), "{c:?}");
                assert_eq!(has(FIGURE), c.is_ascii_digit(), "{c:?}");
                assert_eq!(has(CAPITAL), is_capital(c), "{c:?}");
                assert_eq!(has(CHANGES), fold(&c.to_string()) != c.to_string(), "{c:?}");
                assert_eq!(has(WIDE), c.len_utf8() == 2, "{c:?}");
                for word in [c.to_string(), format!("а{c}"), format!("{c}а")] {
                    let mut folded = String::new();
                    fold_plain(&word, plain(word.as_bytes()), &mut folded);
                    assert_eq!(folded, fold(&word), "{word}");
                }
            }
        }
    }
}
