//! What kind of letter a character is. The two scripts that policies are mostly written in are told
//! without a search through the tables of Unicode.

use unicode_script::{Script, UnicodeScript};

/// Whether a character is a letter (the property Alphabetic of Unicode).
pub fn is_letter(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        'Ѐ'..='ҁ' | 'Ҋ'..='ӿ' => true,
        c => c.is_alphabetic(),
    }
}

/// The script that a character is of (<https://www.unicode.org/reports/tr24/>).
pub fn script(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' => Script::Latin,
        'Ѐ'..='ҁ' | 'Ҋ'..='ӿ' => Script::Cyrillic,
        c => c.script(),
    }
}

#[cfg(test)]
mod tests {
    use unicode_script::UnicodeScript;

    #[test]
    fn what_is_told_without_a_search_is_what_unicode_says() {
        for c in '\0'..='\u{2FFF}' {
            assert_eq!(super::is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(super::script(c), c.script(), "{c:?}");
        }
    }
}
