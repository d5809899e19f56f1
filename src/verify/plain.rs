use super::Found;

/// The words of a plain text. A word may go over to the next line at a hyphen that it has anyway.
pub fn read_plain(text: &str) -> Found {
    let mut found = Found::default();
    let mut broken = String::new();
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() && !broken.is_empty() {
            // The end of a page stands between the halves of a word.
            continue;
        }
        match line.strip_suffix('-') {
            Some(stem) if stem.ends_with(char::is_alphabetic) => {
                broken.push_str(line);
                continue;
            }
            _ => {}
        }
        broken.push_str(line);
        found.take_line(&std::mem::take(&mut broken));
    }
    found.take_line(&broken);
    found
}
