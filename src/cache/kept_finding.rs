use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::check::named;
use crate::diagnostic::{Finding, Label, Place, Severity};
use crate::source::{FileId, Sources, Span};

/// Rule, whether it is an error, message, place, labels (file, start, end, message), help.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KeptFinding(
    String,
    bool,
    String,
    [Option<String>; 4],
    Vec<(usize, u32, u32, String)>,
    String,
);

impl KeptFinding {
    /// The finding again; the files it points at by their numbers. `None` where it cannot be told again.
    pub(super) fn again(self, files: &[FileId]) -> Option<Finding> {
        let Self(rule, error, message, place, labels, help) = self;
        let labels = labels.into_iter().map(|(file, start, end, message)| {
            Some(Label {
                file: *files.get(file)?,
                span: Span::new(start as usize, end as usize),
                message: message.into(),
            })
        });
        let [policy, edition, language, clause] = place;
        let mut finding = Finding::new(named(&rule)?, message);
        finding.severity = match error {
            true => Severity::Error,
            false => Severity::Warning,
        };
        finding.place = Place {
            policy,
            edition,
            language,
            clause,
        };
        finding.labels = labels.collect::<Option<_>>()?;
        finding.help = help.into();
        Some(finding)
    }
}

/// Files, numbered as they are met.
#[derive(Default)]
pub(super) struct Files {
    ids: Vec<FileId>,
    numbers: BTreeMap<FileId, usize>,
}

impl Files {
    /// A finding as it is kept.
    pub(super) fn finding(&mut self, finding: &Finding) -> KeptFinding {
        let labels = finding.labels.iter().map(|label| {
            let number = self.number(label.file);
            (
                number,
                label.span.start,
                label.span.end,
                label.message.to_string(),
            )
        });
        let labels = labels.collect();
        let place = &finding.place;
        let place = [
            &place.policy,
            &place.edition,
            &place.language,
            &place.clause,
        ];
        KeptFinding(
            finding.rule.name.to_owned(),
            finding.severity == Severity::Error,
            finding.message.clone(),
            place.map(Clone::clone),
            labels,
            finding.help.to_string(),
        )
    }

    /// The number of a file.
    pub(super) fn number(&mut self, file: FileId) -> usize {
        let ids = &mut self.ids;
        *self.numbers.entry(file).or_insert_with(|| {
            ids.push(file);
            ids.len() - 1
        })
    }

    /// The files in the order of their numbers: each by its path, with whether it was taken in without
    /// its text.
    pub(super) fn told(&self, sources: &Sources) -> Vec<(String, bool)> {
        let files = self.ids.iter().map(|id| sources.get(*id));
        files
            .map(|file| (file.path().to_owned(), file.size() == 0))
            .collect()
    }
}
