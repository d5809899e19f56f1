use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::check::named;
use crate::diagnostic::{Accepted, Finding, Label, Place, Report, Scope, Severity};
use crate::source::{FileId, SourceFile, Sources, Span, decode};

/// A report as it is kept: files by their paths, rules by their names.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KeptReport {
    /// The files that findings point at, each with whether it was taken in without its text.
    files: Vec<(String, bool)>,
    findings: Vec<KeptFinding>,
    accepted: Vec<(KeptFinding, String)>,
    scope: KeptScope,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptScope {
    policies: Vec<String>,
    languages: Vec<String>,
    editions: usize,
    clauses: usize,
    pages: usize,
}

/// Rule, whether it is an error, message, place, labels (file, start, end, message), help.
#[derive(Debug, Serialize, Deserialize)]
struct KeptFinding(
    String,
    bool,
    String,
    [Option<String>; 4],
    Vec<(usize, u32, u32, String)>,
    String,
);

impl KeptReport {
    pub(super) fn of(report: &Report) -> Self {
        let mut files = Files::default();
        let findings = report.findings.iter();
        let findings = findings.map(|finding| files.finding(finding, &report.sources));
        let findings = findings.collect();
        let accepted = report.accepted.iter().map(|accepted| {
            let finding = files.finding(&accepted.finding, &report.sources);
            (finding, accepted.reason.clone())
        });
        let accepted = accepted.collect();
        let scope = &report.scope;
        Self {
            files: files.paths,
            findings,
            accepted,
            scope: KeptScope {
                policies: scope.policies.clone(),
                languages: scope.languages.clone(),
                editions: scope.editions,
                clauses: scope.clauses,
                pages: scope.pages,
            },
        }
    }

    /// The report, with the files that it shows read again; `None` where one cannot be read.
    pub(super) fn again(&self, root: &Path) -> Option<Report> {
        let mut sources = Sources::default();
        let mut ids = Vec::new();
        for (path, empty) in &self.files {
            let bytes = match empty {
                true => Vec::new(),
                false => std::fs::read(root.join(path)).ok()?,
            };
            ids.push(sources.add(SourceFile::new(path, decode(&bytes).text)));
        }
        let findings = self.findings.iter().map(|kept| kept.again(&ids));
        let findings = findings.collect::<Option<_>>()?;
        let accepted = self.accepted.iter().map(|(kept, reason)| {
            Some(Accepted {
                finding: kept.again(&ids)?,
                reason: reason.clone(),
            })
        });
        let accepted = accepted.collect::<Option<_>>()?;
        let scope = &self.scope;
        let scope = Scope {
            policies: scope.policies.clone(),
            languages: scope.languages.clone(),
            editions: scope.editions,
            clauses: scope.clauses,
            pages: scope.pages,
        };
        Some(Report::new(sources, findings, accepted, scope))
    }
}

impl KeptFinding {
    fn again(&self, files: &[FileId]) -> Option<Finding> {
        let Self(rule, error, message, place, labels, help) = self;
        let labels = labels.iter().map(|(file, start, end, message)| {
            Some(Label {
                file: *files.get(*file)?,
                span: Span::new(*start as usize, *end as usize),
                message: message.clone(),
            })
        });
        let [policy, edition, language, clause] = place.clone();
        let mut finding = Finding::new(named(rule)?, message.clone());
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
        finding.help.clone_from(help);
        Some(finding)
    }
}

/// Files, numbered as they are met.
#[derive(Default)]
struct Files {
    paths: Vec<(String, bool)>,
    numbers: BTreeMap<FileId, usize>,
}

impl Files {
    fn finding(&mut self, finding: &Finding, sources: &Sources) -> KeptFinding {
        let labels = finding.labels.iter().map(|label| {
            let number = self.number(label.file, sources);
            (
                number,
                label.span.start,
                label.span.end,
                label.message.clone(),
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
            finding.help.clone(),
        )
    }

    fn number(&mut self, file: FileId, sources: &Sources) -> usize {
        let paths = &mut self.paths;
        *self.numbers.entry(file).or_insert_with(|| {
            let file = sources.get(file);
            paths.push((file.path().to_owned(), file.text().is_empty()));
            paths.len() - 1
        })
    }
}
