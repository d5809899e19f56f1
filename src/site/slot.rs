//! Slots: marks that stand in what a template makes for what was rendered before.
//!
//! A text that many pages show is rendered once. Where it belongs, the template writes a slot, which
//! is replaced after the rest is rendered and minified. No title and no word of a site can look like
//! a slot, because their `<` is escaped.

use std::fmt::Write as _;

const BEGINS: &str = "<i data-cell-";
const ENDS: &str = "></i>";

/// The slot of the part at a place.
pub(super) fn slot(part: usize) -> String {
    let mut slot = String::new();
    let _ = write!(slot, "{BEGINS}{part}{ENDS}");
    slot
}

/// What was made with slots, each replaced by its part; `None` when not each part is there once.
pub fn fill_slots(made: &str, parts: &[String]) -> Option<String> {
    let length: usize = parts.iter().map(String::len).sum();
    let mut filled = String::with_capacity(made.len() + length);
    let mut left: Vec<Option<&String>> = parts.iter().map(Some).collect();
    let mut rest = made;
    let begins = memchr::memmem::Finder::new(BEGINS);
    while let Some(at) = begins.find(rest.as_bytes()) {
        filled.push_str(&rest[..at]);
        let (part, after) = rest[at + BEGINS.len()..].split_once(ENDS)?;
        let part: usize = part.parse().ok()?;
        filled.push_str(left.get_mut(part)?.take()?);
        rest = after;
    }
    filled.push_str(rest);
    left.iter().all(Option::is_none).then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::{fill_slots, slot};

    fn filled(page: &str) -> Option<String> {
        fill_slots(page, &["one".to_owned(), "two".to_owned()])
    }

    #[test]
    fn parts_stand_where_their_slots_stood() {
        let page = format!("<p>{}</p><p>{}</p>", slot(1), slot(0));
        assert_eq!(filled(&page).as_deref(), Some("<p>two</p><p>one</p>"));
    }

    #[test]
    fn a_part_that_is_missing_or_shown_twice_is_noticed() {
        let [one, two] = [slot(0), slot(1)];
        assert_eq!(filled(&one), None);
        assert_eq!(filled(&format!("{one}{two}{one}")), None);
        assert_eq!(filled(&format!("{one}{two}{}", slot(2))), None);
    }
}
