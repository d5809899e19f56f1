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
    use super::write;

    #[test]
    fn small_steps_take_a_letter_each() {
        assert_eq!(write(&[0, 1, 3, 34]), "ABCf");
        assert_eq!(write(&[32]), "hA");
        assert_eq!(write(&[1_000, 1_001]), "_IB");
        assert_eq!(write(&[u32::MAX]).len(), 7);
        assert_eq!(write(&[]), "");
    }
}
