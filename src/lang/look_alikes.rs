//! Letters of different scripts that look alike.

use unicode_script::{Script, UnicodeScript};

/// Letters that look alike, set by set. In each the Latin letter comes first, so that the usual one
/// is found before its rare cousins.
const SETS: &[&str] = &[
    "A\u{410}\u{391}",        // А
    "B\u{412}\u{392}",        // В
    "C\u{421}\u{3F9}",        // С
    "E\u{415}\u{395}",        // Е
    "H\u{41D}\u{397}",        // Н
    "I\u{406}\u{399}",        // І
    "J\u{408}",               // Ј
    "K\u{41A}\u{39A}",        // К
    "M\u{41C}\u{39C}",        // М
    "N\u{39D}",               // Greek
    "O\u{41E}\u{39F}",        // О
    "P\u{420}\u{3A1}",        // Р
    "S\u{405}",               // Ѕ
    "T\u{422}\u{3A4}",        // Т
    "X\u{425}\u{3A7}",        // Х
    "Y\u{423}\u{4AE}\u{3A5}", // У, Ү
    "Z\u{396}",               // Greek
    "a\u{430}\u{3B1}",        // а
    "c\u{441}\u{3F2}",        // с
    "e\u{435}",               // е
    "h\u{4BB}",               // һ
    "i\u{456}\u{3B9}",        // і
    "j\u{458}",               // ј
    "k\u{43A}\u{3BA}",        // к
    "o\u{43E}\u{3BF}",        // о
    "p\u{440}\u{3C1}",        // р
    "s\u{455}",               // ѕ
    "x\u{445}\u{3C7}",        // х
    "y\u{443}\u{4AF}",        // у, ү
    "v\u{475}\u{3BD}",        // ѵ
    "\u{18F}\u{18E}\u{4D8}",  // Ә
    "\u{259}\u{1DD}\u{4D9}",  // ә
    "\u{19F}\u{4E8}",         // Ө
    "\u{275}\u{4E9}",         // ө
    "\u{EB}\u{451}",          // ё
    "\u{CB}\u{401}",          // Ё
];

/// The letters that a letter may be taken for, itself among them.
fn set(c: char) -> Option<&'static str> {
    SETS.iter().copied().find(|set| set.contains(c))
}

/// A word in the letters of one script, each letter of another replaced by the one it looks like;
/// `None` when one of them looks like none of that script that `fits`.
pub fn in_script(word: &str, script: Script, fits: impl Fn(char) -> bool) -> Option<String> {
    let letters = word.chars().map(|c| {
        if !c.is_alphabetic() || c.script() == script {
            return Some(c);
        }
        let mut others = set(c)?.chars();
        others.find(|other| other.script() == script && fits(*other))
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::{SETS, in_script};
    use unicode_script::{Script, UnicodeScript};

    #[test]
    fn a_set_has_letters_of_several_scripts_and_no_letter_is_in_two() {
        let mut all = Vec::new();
        for set in SETS {
            let scripts: Vec<_> = set.chars().map(|c| c.script()).collect();
            assert!(scripts.iter().any(|script| *script != scripts[0]), "{set}");
            assert_eq!(scripts[0], Script::Latin, "{set}");
            all.extend(set.chars());
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn a_word_is_put_into_the_letters_of_one_script() {
        let any = |_: char| true;
        assert_eq!(
            in_script("\u{456}oka", Script::Latin, any).as_deref(),
            Some("ioka")
        );
        assert_eq!(
            in_script("Cайт", Script::Cyrillic, any).as_deref(),
            Some("\u{421}айт")
        );
        assert_eq!(in_script("Wайт", Script::Cyrillic, any), None);
        assert_eq!(in_script("i", Script::Cyrillic, |c| c != '\u{456}'), None);
    }
}
