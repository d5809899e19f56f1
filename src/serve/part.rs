use std::ops::RangeInclusive;

use http_range_header::{RangeUnsatisfiableError, parse_range_header};

/// What is to be sent of a file (RFC 9110, section 14).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// These of its bytes.
    Piece(RangeInclusive<u64>),
    /// Nothing: it has no such bytes.
    Nowhere,
}

/// What a `Range` asks for of so many bytes. Who asks for several pieces, or in words that nobody
/// understands, gets the whole.
pub(super) fn part(range: &str, length: u64) -> Part {
    let asked = parse_range_header(range).and_then(|ranges| ranges.validate(length));
    match asked {
        Ok(ranges) => match ranges.as_slice() {
            [piece] => Part::Piece(piece.clone()),
            _ => Part::Whole,
        },
        Err(RangeUnsatisfiableError::Unsatisfiable) => Part::Nowhere,
        Err(_) => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, part};

    #[test]
    fn pieces_of_ten_bytes() {
        for (range, expected) in [
            ("bytes=0-3", Part::Piece(0..=3)),
            ("bytes=4-", Part::Piece(4..=9)),
            ("bytes=-2", Part::Piece(8..=9)),
            ("bytes=4-400", Part::Piece(4..=9)),
            ("bytes=10-", Part::Nowhere),
            ("bytes=0-1,4-5", Part::Whole),
            ("bytes=x", Part::Whole),
            ("lines=1-2", Part::Whole),
            ("", Part::Whole),
        ] {
            assert_eq!(part(range, 10), expected, "{range}");
        }
    }
}
