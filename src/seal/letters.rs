//! The letters of a canonical plain form.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Whether words stand in the form as they are, but for the spaces at their ends. Most do.
pub(super) fn is_canonical(text: &str) -> bool {
    let mut spaced = false;
    text.chars().all(|c| {
        let again = std::mem::replace(&mut spaced, c == ' ');
        match c {
            ' ' => !again,
            '\0'..='\u{20}' | '&' | '<' | '>' | '"' | '\u{7F}'..='\u{A0}' => false,
            // Latin and Cyrillic letters and the marks between them; what is normalized otherwise, is
            // white space or belongs to the letter before it stands elsewhere.
            '!'..='\u{2FF}' | '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}' => true,
            '\u{2010}'..='\u{2027}' | '№' => true,
            _ => false,
        }
    })
}

/// Words in Unicode's normalization form C.
pub(super) fn normalized(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Writes words with what stands for the characters that marks are made of.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::{escape, is_canonical};

    #[test]
    fn a_canonical_character_is_normalized_unescaped_and_no_white_space() {
        let mut known = 0;
        for c in (0..=0x3_FFFF).filter_map(char::from_u32) {
            let text = c.to_string();
            if c == ' ' || !is_canonical(&text) {
                continue;
            }
            known += 1;
            let mut escaped = String::new();
            escape(&text, &mut escaped);
            assert_eq!(escaped, text);
            assert!(!c.is_whitespace(), "{c:?}");
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
        }
        assert!(known > 800, "{known}");
    }

    #[test]
    fn spaces_are_single_ones() {
        assert!(is_canonical(" Осы Саясат № 5 – «Сайт» "));
        assert!(!is_canonical("a  b"));
        assert!(!is_canonical("a\u{A0}b"));
        assert!(!is_canonical("a\nb"));
    }
}
