use std::borrow::Cow;

use super::Span;

/// Text made from a file's bytes, and what was wrong with them.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Valid UTF-8, `\n` line ends, no byte order mark. Bytes that are no UTF-8 stand as U+FFFD.
    pub text: String,
    /// What is wrong, by place in `text`.
    pub flaws: Vec<Flaw>,
}

/// Something wrong with a file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What it is.
    pub kind: FlawKind,
    /// Where it stands in the decoded text.
    pub span: Span,
}

/// The kinds of [`Flaw`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// The file is UTF-16, as old Windows editors save "Unicode".
    Utf16,
    /// This many places are not UTF-8; the span is the first of them.
    NotUtf8 {
        /// How many places.
        places: usize,
    },
}

/// Makes text of bytes. Byte order marks are dropped, CRLF and lone CR become `\n`: they are how
/// an editor saves, not what a lawyer writes. Takes any bytes and never fails.
pub fn decode<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> Decoded {
    let bytes = match into_text(bytes.into()) {
        Ok(text) => {
            let flaws = Vec::new();
            return Decoded { text, flaws };
        }
        Err(bytes) => bytes,
    };
    if let Some(text) = utf16(&bytes) {
        let kind = FlawKind::Utf16;
        let end = text.find('\n').unwrap_or(text.len());
        let span = Span::new(0, end);
        return Decoded {
            text,
            flaws: vec![Flaw { kind, span }],
        };
    }
    lossy(bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes))
}

/// How editors on Windows begin a file in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text that bytes are; those that are none are given back.
fn into_text(bytes: Cow<'_, [u8]>) -> Result<String, Cow<'_, [u8]>> {
    match simdutf8::basic::from_utf8(&bytes) {
        Ok(text) => Ok(line_ends(text.strip_prefix('\u{FEFF}').unwrap_or(text))),
        Err(_) => Err(bytes),
    }
}

/// Keeps what is UTF-8 and counts what is not. One flaw a file: a file saved in another encoding
/// has one cause, and a finding for each of its letters would bury the others.
fn lossy(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut first = None;
    let mut places = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(&line_ends(chunk.valid()));
        if !chunk.invalid().is_empty() {
            let start = text.len();
            text.push(char::REPLACEMENT_CHARACTER);
            first.get_or_insert(Span::new(start, text.len()));
            places += 1;
        }
    }
    let flaws = first.map(|span| Flaw {
        kind: FlawKind::NotUtf8 { places },
        span,
    });
    Decoded {
        text,
        flaws: flaws.into_iter().collect(),
    }
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let (rest, read): (_, fn([u8; 2]) -> u16) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => (rest, u16::from_be_bytes),
        _ => return None,
    };
    let units: Vec<u16> = rest.chunks_exact(2).map(|b| read([b[0], b[1]])).collect();
    Some(line_ends(&String::from_utf16_lossy(&units)))
}

fn line_ends(text: &str) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_mark_and_carriage_returns_are_no_text() {
        let decoded = decode(b"\xEF\xBB\xBF# A\r\n\r\nb\rc");
        assert_eq!(decoded.text, "# A\n\nb\nc");
        assert!(decoded.flaws.is_empty());
    }

    #[test]
    fn other_encodings_give_one_flaw_at_their_first_place() {
        // «Да, нет» in Windows-1251.
        let decoded = decode(b"ok \xC4\xE0, \xED\xE5\xF2");
        let kind = FlawKind::NotUtf8 { places: 5 };
        let span = Span::new(3, 6);
        assert_eq!(decoded.flaws, [Flaw { kind, span }]);
    }

    #[test]
    fn utf16_is_read_and_reported() {
        let decoded = decode(b"\xFF\xFE#\x00 \x00\x10\x04\r\x00\n\x00");
        assert_eq!(decoded.text, "# А\n");
        assert_eq!(decoded.flaws[0].kind, FlawKind::Utf16);
    }
}
