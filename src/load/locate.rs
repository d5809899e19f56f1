use crate::align::{Unit, units};
use crate::diagnostic::{Finding, Place};
use crate::model::Text;
use crate::source::Sources;

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

/// Tells findings what the path of their file says of their place, where they do not say so
/// themselves.
pub(super) fn locate_by_path(sources: &Sources, findings: &mut [Finding]) {
    for finding in findings {
        if let Some(label) = finding.labels.first() {
            finding.locate(&place(sources.get(label.file).path()));
        }
    }
}

fn place(path: &str) -> Place {
    let parts: Vec<&str> = path.split('/').collect();
    let named = |name: &str, end: &str| name.strip_suffix(end).map(str::to_owned);
    match parts.as_slice() {
        ["content", "languages", file] => Place {
            language: named(file, ".yaml"),
            ..Place::default()
        },
        ["content", policy, _] => Place {
            policy: Some((*policy).to_owned()),
            ..Place::default()
        },
        ["content", policy, edition, file] => Place {
            policy: Some((*policy).to_owned()),
            edition: Some((*edition).to_owned()),
            language: named(file, ".md"),
            clause: None,
        },
        _ => Place::default(),
    }
}
