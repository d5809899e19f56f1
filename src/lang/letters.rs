//! What kind of letter a character is. The two scripts that policies are mostly written in are told
//! without a search through the tables of Unicode.

use unicode_script::{Script, UnicodeScript};

/// Whether a character is a letter (the property Alphabetic of Unicode).
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        '\u{A0}' | '«' | '»' | '\u{2010}'..='\u{2027}' | '№' => false,
        c => c.is_alphabetic(),
    }
}

/// Whether a character is a capital (the property Uppercase of Unicode).
pub fn is_capital(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_uppercase(),
        'Ѐ'..='Я' => true,
        'а'..='џ' => false,
        'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => u32::from(c).is_multiple_of(2),
        c => c.is_uppercase(),
    }
}

/// The small letter of a character, which is itself where it has none; `None` where that has to be
/// looked up.
pub(super) fn small(c: char) -> Option<char> {
    let further = |by: u32| char::from_u32(u32::from(c) + by);
    match c {
        c if c.is_ascii() => Some(c.to_ascii_lowercase()),
        'а'..='џ' => Some(c),
        'А'..='Я' => further(0x20),
        'Ѐ'..='Џ' => further(0x50),
        'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => further(u32::from(is_capital(c))),
        _ => None,
    }
}

/// Whether a character is known to be no part of a letter that is typed as two characters.
pub(super) fn is_composed(c: char) -> bool {
    c < '\u{300}' || matches!(c, 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | '\u{2010}'..='\u{2027}' | '№')
}

/// The script that a character is of (<https://www.unicode.org/reports/tr24/>).
#[inline]
pub fn script(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' => Script::Latin,
        'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => Script::Cyrillic,
        c => c.script(),
    }
}

/// The script of some letters, one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScriptOf {
    /// No letter of any script was met.
    #[default]
    Nothing,
    /// All are of this one.
    One(Script),
    /// They are of several.
    Several,
}

impl ScriptOf {
    /// Takes a letter in; `false` for a sign that belongs to all scripts and does not count.
    pub fn take(&mut self, letter: char) -> bool {
        let own = script(letter);
        if matches!(own, Script::Common | Script::Inherited | Script::Unknown) {
            return false;
        }
        *self = match *self {
            Self::Nothing => Self::One(own),
            Self::One(script) if script == own => return true,
            _ => Self::Several,
        };
        true
    }

    /// The script of these letters and of others.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        match (self, other) {
            (own, Self::Nothing) => own,
            (Self::Nothing, other) => other,
            (own, other) if own == other => own,
            _ => Self::Several,
        }
    }

    /// The one script; `None` where there is none or several.
    pub fn one(self) -> Option<Script> {
        match self {
            Self::One(script) => Some(script),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::{IsNormalized, is_nfc_quick};
    use unicode_script::UnicodeScript;

    #[test]
    fn what_is_told_without_a_search_is_what_unicode_says() {
        for c in '\0'..='\u{2FFF}' {
            assert_eq!(super::is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(super::script(c), c.script(), "{c:?}");
            assert_eq!(super::is_capital(c), c.is_uppercase(), "{c:?}");
            if let Some(small) = super::small(c) {
                assert!(c.to_lowercase().eq([small]), "{c:?}");
            }
            if super::is_composed(c) {
                assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
            }
        }
    }
}
