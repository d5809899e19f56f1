//! Which language and clause a finding is about, by where its words stand.

use crate::align::{Unit, units};
use crate::diagnostic::Finding;
use crate::model::Text;

/// Tells findings about a text which language and which clause they are about, where they do not
/// say so themselves: the clause, else the section, that the words in question stand in.
pub fn locate(text: &Text, findings: &mut [Finding]) {
    if findings.is_empty() {
        return;
    }
    // Annexes and what stands in them are listed in the order of the text, as all units are.
    let units = units(text);
    for finding in findings {
        let place = &mut finding.place;
        place.language.get_or_insert_with(|| text.lang.to_string());
        let Some(label) = finding.labels.first().filter(|l| l.file == text.file) else {
            continue;
        };
        if place.clause.is_none() {
            let after = units.partition_point(|unit| unit.span.start <= label.span.start);
            let unit = after.checked_sub(1).and_then(|at| units.get(at));
            place.clause = unit.and_then(Unit::address);
        }
    }
}
