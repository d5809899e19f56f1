use serde::{Deserialize, Serialize};

use std::fmt;

/// A SHA-256 digest (FIPS 180-4), written as `sha256:` and 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Digest([u8; 32]);

/// What a digest is written with in front.
const PREFIX: &str = "sha256:";

/// How many bytes a written digest has.
const WRITTEN: usize = PREFIX.len() + 2 * 32;

impl Digest {
    /// The digest of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A digest from how it is written; `None` when it is written in any other way.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(PREFIX)?.as_bytes();
        let mut bytes = [0; 32];
        if digits.len() != 2 * bytes.len() {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = 16 * value(pair[0])? + value(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// Its first twelve digits, for a line that people read.
    pub fn short(&self) -> String {
        self.to_string()
            .chars()
            .skip(PREFIX.len())
            .take(12)
            .collect()
    }
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// A number below 16 as a hexadecimal digit.
fn digit(value: u8) -> u8 {
    let first = if value < 10 { b'0' } else { b'a' - 10 };
    first + value
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut written = [0; WRITTEN];
        let (prefix, digits) = written.split_at_mut(PREFIX.len());
        prefix.copy_from_slice(PREFIX.as_bytes());
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
        }
        // All are ASCII.
        f.write_str(std::str::from_utf8(&written).unwrap_or_default())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::Digest;

    #[test]
    fn a_digest_is_read_as_it_is_written_and_in_no_other_way() {
        let digest = Digest::new(std::array::from_fn(|at| {
            u8::try_from(at * 7 % 256).unwrap()
        }));
        let written = digest.to_string();
        assert_eq!(written.len(), 7 + 64);
        assert_eq!(Digest::parse(&written), Some(digest));
        assert_eq!(digest.short(), written[7..19]);
        let other = [
            written.to_uppercase(),
            written[..70].to_owned(),
            format!("{written}0"),
            written[7..].to_owned(),
            written.replace('7', "ж"),
        ];
        for other in other {
            assert_eq!(Digest::parse(&other), None, "{other}");
        }
    }
}
