use crate::diagnostic::{Finding, Place};
use crate::model::{Clause, Numeral, Text};
use crate::source::Sources;

/// Tells findings about a text which language and which clause they are about, where they do not
/// say so themselves: the clause, else the section, that the words in question stand in.
pub fn locate(text: &Text, findings: &mut [Finding]) {
    if findings.is_empty() {
        return;
    }
    let starts = starts(text);
    for finding in findings {
        let place = &mut finding.place;
        place.language.get_or_insert_with(|| text.lang.to_string());
        let Some(label) = finding.labels.first().filter(|l| l.file == text.file) else {
            continue;
        };
        if place.clause.is_none() {
            let after = starts.partition_point(|(start, _)| *start <= label.span.start);
            place.clause = after
                .checked_sub(1)
                .and_then(|at| starts.get(at)?.1)
                .map(|numeral| numeral.value.to_string());
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

/// Where the headings and clauses of a text begin, in order, each with its number.
fn starts(text: &Text) -> Vec<(u32, Option<&Numeral>)> {
    let mut starts = Vec::new();
    let annexes = text.annexes.iter().map(|annex| (annex.span.start, None));
    starts.extend(annexes);
    for (_, division) in text.divisions() {
        for section in &division.sections {
            let heading = &section.heading;
            starts.push((heading.span.start, heading.numeral.as_ref()));
        }
        let clauses = division.walk_clauses();
        starts.extend(clauses.map(|clause: &Clause| (clause.span.start, Some(&clause.numeral))));
    }
    starts.sort_by_key(|(start, _)| *start);
    starts
}
