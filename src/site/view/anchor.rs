//! Where a section or annex is found on its page, and what the link to it is called. What has a number
//! is known by its number.

use crate::lang::Language;
use crate::model::Section;

/// The interface word for the link of an annex to itself.
pub const LINK_TO_ANNEX: &str = "link_to_annex";
/// The interface word for the link of a clause to itself.
pub const LINK_TO_CLAUSE: &str = "link_to_clause";
/// The interface word for the link of a section to itself.
pub const LINK_TO_SECTION: &str = "link_to_section";

/// The interface words that views ask for, whatever the templates are.
pub const WORDS_OF_VIEWS: [&str; 3] = [LINK_TO_ANNEX, LINK_TO_CLAUSE, LINK_TO_SECTION];

/// What the link of a section or clause to itself is called. `word` is the interface word for it, which
/// says where the number goes.
pub fn link_label(language: &Language, word: &str, number: &str) -> String {
    let number = number.trim_end_matches('.');
    match language.words.get(word) {
        Some(word) => filled(word, number),
        None => number.to_owned(),
    }
}

/// An interface word with a number at its place. Each clause of a site has one.
fn filled(word: &str, number: &str) -> String {
    let mut filled = String::with_capacity(word.len() + number.len());
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        rest = match after.strip_prefix("number}") {
            Some(after) => {
                filled.push_str(number);
                after
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// The anchor of the annex at a place among the annexes, counted from 0.
pub fn annex_anchor(at: usize) -> String {
    format!("annex-{}", at + 1)
}

/// The sections of a division, each with its anchor: its number, else its place among those without
/// one, which is its address in comparisons and findings as well. No stable name looks like the latter.
pub fn anchored(sections: &[Section]) -> impl Iterator<Item = (String, &Section)> {
    let mut unnumbered = 0;
    sections.iter().map(move |section| {
        let anchor = match &section.heading.numeral {
            Some(numeral) => numeral.value.to_string(),
            None => {
                unnumbered += 1;
                format!("section-{unnumbered}")
            }
        };
        (anchor, section)
    })
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_number_takes_its_place_in_a_word_and_other_brackets_stay() {
        assert_eq!(filled("Clause {number}", "5.2"), "Clause 5.2");
        assert_eq!(
            filled("{number} {n} {{number}}", "5.2-бап"),
            "5.2-бап {n} {5.2-бап}"
        );
        assert_eq!(filled("", "5.2"), "");
    }
}
