use crate::diagnostic::{Finding, Place};
use crate::source::Sources;

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
