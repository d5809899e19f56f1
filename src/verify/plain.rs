use super::Found;

/// The words of a plain text.
pub fn read_plain(text: &str) -> Found {
    let mut found = Found::default();
    for line in text.lines() {
        found.take_line(line);
    }
    found
}
