//! Words as they are shown in the documents of cases.

/// Words with what cannot be seen in them escaped.
pub(crate) fn visible(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '\u{A0}' | '\u{200B}' | '\u{FEFF}' | '\u{2028}' => out.extend(c.escape_unicode()),
            c if c.is_control() => out.extend(c.escape_debug()),
            c => out.push(c),
        }
    }
    out
}
