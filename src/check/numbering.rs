//! The numbers of a division in the order of the text, for the rules that look at them.

use std::collections::BTreeMap;

use crate::model::{Clause, ClauseNumber, Division, Numeral};
use crate::source::Span;

/// A number and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'t> {
    pub(super) value: &'t ClauseNumber,
    pub(super) span: Span,
    /// The number of the section that the clause stands in.
    pub(super) section: Option<&'t Numeral>,
}

/// All numbers of a division, those of its sections included.
pub(super) fn numbering(division: &Division) -> Vec<Numbered<'_>> {
    let mut list = Vec::new();
    add_clauses(&division.clauses, None, &mut list);
    for section in &division.sections {
        let numeral = section.heading.numeral.as_ref();
        list.extend(numeral.map(|numeral| numbered(numeral, None)));
        add_clauses(&section.clauses, numeral, &mut list);
    }
    list
}

/// All numbers, each with the highest before it that stands directly below the same number.
pub(super) fn siblings(division: &Division) -> Vec<(Option<Numbered<'_>>, Numbered<'_>)> {
    let mut highest: BTreeMap<&[u16], Numbered<'_>> = BTreeMap::new();
    let list = numbering(division).into_iter().map(|numbered| {
        let above = numbered.value.above();
        let before = highest.get(above).copied();
        if before.is_none_or(|before| before.value < numbered.value) {
            highest.insert(above, numbered);
        }
        (before, numbered)
    });
    list.collect()
}

/// Whether each number is greater than the one before it, as in most texts: then none stands twice.
pub(super) fn is_rising(numbers: &[Numbered<'_>]) -> bool {
    numbers.is_sorted_by(|one, next| one.value < next.value)
}

fn add_clauses<'t>(
    clauses: &'t [Clause],
    section: Option<&'t Numeral>,
    list: &mut Vec<Numbered<'t>>,
) {
    for clause in clauses {
        list.push(numbered(&clause.numeral, section));
        add_clauses(&clause.clauses, section, list);
    }
}

fn numbered<'t>(numeral: &'t Numeral, section: Option<&'t Numeral>) -> Numbered<'t> {
    Numbered {
        value: &numeral.value,
        span: numeral.span,
        section,
    }
}
