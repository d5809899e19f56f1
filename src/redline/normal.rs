use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::split::{is_apostrophe, is_space};

/// A token in the one form that all ways of typing it have: composed letters, one kind of
/// quotation mark, of apostrophe and of dash, nothing invisible.
pub(super) fn normal(typed: &str, is_word: bool) -> Cow<'_, str> {
    if typed.is_ascii() {
        return match (is_word, typed) {
            (false, "'") => Cow::Borrowed("\""),
            _ if typed.contains(' ') => Cow::Owned(typed.replace(' ', "")),
            _ => Cow::Borrowed(typed),
        };
    }
    let one = |c: char| match c {
        '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '‚' | '‛' => '"',
        c if is_apostrophe(c) => {
            if is_word {
                '\''
            } else {
                '"'
            }
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    };
    let plain = |c: char| one(c) == c && !is_space(c);
    if is_nfc_quick(typed.chars()) == IsNormalized::Yes && typed.chars().all(plain) {
        return Cow::Borrowed(typed);
    }
    let seen = typed.chars().filter(|c| !is_space(*c));
    Cow::Owned(seen.nfc().map(one).collect())
}
