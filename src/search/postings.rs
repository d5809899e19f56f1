//! Ascending numbers as letters, so that a list of places takes about a byte for each of them.

/// Sixty-four characters that need no escape anywhere. The first half end a number, the others say
/// that it goes on.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bits of a number that one letter holds.
const BITS: u32 = 5;

/// Writes ascending numbers: of each how much it is more than the one before, five bits a letter,
/// the highest first.
pub(super) fn write(numbers: &[u32]) -> String {
    let mut letters = String::with_capacity(numbers.len() * 2);
    let mut before = 0;
    for &number in numbers {
        write_number(number.saturating_sub(before), &mut letters);
        before = number;
    }
    letters
}

/// Reads what [`write()`] wrote; `None` where it was written by nobody or somebody else: ascending numbers of
/// thirty-two bits.
pub(super) fn read(letters: &str) -> Option<Vec<u32>> {
    let mut numbers = Vec::with_capacity(letters.len());
    let (mut before, mut step): (u32, u32) = (0, 0);
    let mut whole = true;
    for letter in letters.bytes() {
        let digit = value(letter)?;
        step = step.checked_mul(1 << BITS)?.checked_add(digit & 31)?;
        whole = digit & 32 == 0;
        if whole {
            before = before.checked_add(step)?;
            numbers.push(before);
            step = 0;
        }
    }
    whole.then_some(numbers)
}

/// What a letter stands for.
fn value(letter: u8) -> Option<u32> {
    Some(match letter {
        b'A'..=b'Z' => u32::from(letter - b'A'),
        b'a'..=b'z' => u32::from(letter - b'a') + 26,
        b'0'..=b'9' => u32::from(letter - b'0') + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

fn write_number(number: u32, letters: &mut String) {
    let mut digits = 1;
    while digits * BITS < u32::BITS && number >> (digits * BITS) > 0 {
        digits += 1;
    }
    for digit in (0..digits).rev() {
        let bits = (number >> (digit * BITS)) & 31;
        let goes_on = if digit > 0 { 32 } else { 0 };
        let letter = LETTERS.get((bits + goes_on) as usize);
        letters.extend(letter.map(|letter| char::from(*letter)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{read, write};

    #[test]
    fn small_steps_take_a_letter_each() {
        assert_eq!(write(&[0, 1, 3, 34]), "ABCf");
        assert_eq!(write(&[32]), "hA");
        assert_eq!(write(&[1_000, 1_001]), "_IB");
        assert_eq!(write(&[u32::MAX]).len(), 7);
        assert_eq!(write(&[]), "");
    }

    #[test]
    fn what_nobody_wrote_is_not_read() {
        for letters in ["é", "g", "A b", "______A", "A_"] {
            assert_eq!(read(letters), None, "{letters}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_again(mut numbers in proptest::collection::vec(any::<u32>(), 0..40)) {
            numbers.sort_unstable();
            prop_assert_eq!(read(&write(&numbers)), Some(numbers));
        }
    }
}
