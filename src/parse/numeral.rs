use std::ops::Range;

use crate::model::ClauseNumber;

/// More parts than any law has; more is not a number but a mistake or an attack.
const MOST_PARTS: usize = 16;

/// A typed number at the start of a line or heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) value: ClauseNumber,
    /// Where it stands, with its final full stop if it has one.
    pub(super) range: Range<usize>,
    /// Whether a full stop follows the last part.
    pub(super) stopped: bool,
    /// Whether words follow at once, without a space.
    pub(super) glued: bool,
}

/// Reads a number of one or more parts of up to three digits: `6.`, `5.1.2.`, `5.1`. Dates
/// (`10.12.2025`), amounts (`1.1-Редакция`, `5%`) and bare numbers in running text are told from
/// it by what follows.
pub(super) fn typed(bytes: &[u8], start: usize) -> Option<Typed> {
    let mut parts = Vec::new();
    let mut at = start;
    let mut stopped = false;
    loop {
        let digits = bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        if digits == 0 {
            break;
        }
        if digits > 3 || parts.len() == MOST_PARTS {
            return None;
        }
        let part = std::str::from_utf8(&bytes[at..at + digits]).ok()?;
        parts.push(part.parse().ok()?);
        at += digits;
        stopped = bytes.get(at) == Some(&b'.');
        if !stopped {
            break;
        }
        at += 1;
    }
    let value = ClauseNumber::new(parts)?;
    let spaced = matches!(bytes.get(at), None | Some(b' ' | b'\t' | b'\n'))
        || bytes[at..].starts_with("\u{A0}".as_bytes());
    // A range of numbers (`1.1.–1.3.`) is words.
    let dash = ["–", "—"]
        .iter()
        .any(|dash| bytes[at..].starts_with(dash.as_bytes()));
    let opens_words = match bytes.get(at) {
        Some(byte) if byte.is_ascii_alphabetic() => true,
        Some(byte) if *byte >= 0x80 => !dash,
        Some(byte) => b"(\"'[*_`<\\{&".contains(byte),
        None => false,
    };
    (spaced || (stopped && opens_words)).then_some(Typed {
        value,
        range: start..at,
        stopped,
        glued: !spaced,
    })
}

#[cfg(test)]
mod tests {
    use super::typed;

    fn read(text: &str) -> Option<(String, bool, bool)> {
        let found = typed(text.as_bytes(), 0)?;
        Some((found.value.to_string(), found.stopped, found.glued))
    }

    #[test]
    fn numbers() {
        let number = |n: &str, stopped, glued| Some((n.to_owned(), stopped, glued));
        assert_eq!(read("6. Title"), number("6", true, false));
        assert_eq!(read("1.1.Біз"), number("1.1", true, true));
        assert_eq!(read("5.1.2. The"), number("5.1.2", true, false));
        assert_eq!(read("2.1.«іoka»"), number("2.1", true, true));
        assert_eq!(read("4.5 text"), number("4.5", false, false));
        assert_eq!(read("4.5."), number("4.5", true, false));
    }

    #[test]
    fn what_only_looks_like_a_number() {
        for text in [
            "10.12.2025 жылғы",
            "1.1-Редакция",
            "10.12.2025. Күні",
            "5%",
            "1.1.-",
            "4.1..",
            "1.1.–1.3.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
