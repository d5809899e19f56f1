use lz4_flex::block::{compress, decompress};

/// A text in less room.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    bytes: Box<[u8]>,
    /// How many bytes the text has.
    pub(super) size: usize,
}

impl Packed {
    /// Packs a text.
    pub(super) fn of(text: &str) -> Self {
        Self {
            bytes: compress(text.as_bytes()).into_boxed_slice(),
            size: text.len(),
        }
    }

    /// The text again.
    pub(super) fn unpack(&self) -> String {
        // What was packed here can be unpacked, and is text.
        let bytes = decompress(&self.bytes, self.size).unwrap_or_default();
        let text = simdutf8::basic::from_utf8(&bytes).unwrap_or_default();
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Packed;

    #[test]
    fn what_was_packed_is_unpacked_again() {
        for text in [
            "",
            "а",
            "бап — clause — тармақ\r\n",
            &"1.1. Біз ".repeat(10_000),
        ] {
            assert_eq!(Packed::of(text).unpack(), text);
        }
    }
}
