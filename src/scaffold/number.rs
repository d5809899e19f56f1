/// The number proposed for the edition after one: its last group of digits, one higher; a second part
/// where there are no digits at all.
pub fn next_number(number: &str) -> String {
    let digit = |c: char| c.is_ascii_digit();
    let Some(end) = number.rfind(digit).map(|at| at + 1) else {
        return format!("{number}.1");
    };
    let start = number[..end]
        .rfind(|c: char| !digit(c))
        .map_or(0, |at| at + 1);
    let (before, digits, after) = (&number[..start], &number[start..end], &number[end..]);
    format!("{before}{}{after}", one_higher(digits))
}

/// A number of any length, one higher; leading zeros stay.
fn one_higher(digits: &str) -> String {
    let mut digits: Vec<u8> = digits.bytes().collect();
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return digits.into_iter().map(char::from).collect();
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
    digits.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::next_number;

    #[test]
    fn the_last_digits_are_one_higher() {
        let proposed = [
            "1.1", "1.9", "1.0", "2", "1.10", "1.099", "2026-03", "1.1a", "first",
        ]
        .map(next_number);
        let expected = [
            "1.2", "1.10", "1.1", "3", "1.11", "1.100", "2026-04", "1.2a", "first.1",
        ];
        assert_eq!(proposed, expected);
    }
}
