//! Where a section or annex is found on its page. What has a number is known by its number.

use crate::model::Section;

/// The anchor of the annex at a place among the annexes, counted from 0.
pub(super) fn annex_anchor(at: usize) -> String {
    format!("annex-{}", at + 1)
}

/// The anchor of the section at a place in its division, counted from 0: its number, else its place.
/// No stable name looks like the latter.
pub(super) fn section_anchor(section: &Section, at: usize) -> String {
    match &section.heading.numeral {
        Some(numeral) => numeral.value.to_string(),
        None => format!("section-{}", at + 1),
    }
}
