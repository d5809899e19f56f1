//! Where a section or annex is found on its page. What has a number is known by its number.

use std::collections::BTreeMap;

use crate::align::{Unit, UnitKind};
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
        None => place_anchor(at + 1),
    }
}

/// The anchors of the units of a text, each as the page of the policy has it; the title has none.
pub(super) fn unit_anchors(units: &[Unit<'_>]) -> Vec<Option<String>> {
    let mut sections = BTreeMap::new();
    let anchors = units.iter().map(|unit| {
        if let UnitKind::Section(_) | UnitKind::Unnumbered(_) = unit.kind {
            *sections.entry(unit.division).or_insert(0) += 1;
        }
        let own = match unit.kind {
            UnitKind::Title => return None,
            UnitKind::Annex(number) => return Some(annex_anchor(number.saturating_sub(1))),
            UnitKind::Section(number) | UnitKind::Clause(number) => number.to_string(),
            UnitKind::Unnumbered(_) => {
                let place = sections.get(&unit.division).copied().unwrap_or_default();
                place_anchor(place)
            }
        };
        Some(match unit.division.checked_sub(1) {
            Some(annex) => format!("{}-{own}", annex_anchor(annex)),
            None => own,
        })
    });
    anchors.collect()
}

/// The anchor of a section without a number, by its place among all sections, counted from 1.
fn place_anchor(place: usize) -> String {
    format!("section-{place}")
}
