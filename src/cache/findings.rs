use std::path::Path;

use serde::{Deserialize, Serialize};

use super::kept_finding::{Files, KeptFinding};
use crate::diagnostic::{Accepted, Report, Scope};
use crate::source::{SourceFile, Sources, decode};

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

impl KeptReport {
    pub(super) fn of(report: &Report) -> Self {
        let mut files = Files::default();
        let findings = report.findings.iter();
        let findings = findings.map(|finding| files.finding(finding));
        let findings = findings.collect();
        let accepted = report.accepted.iter().map(|accepted| {
            let finding = files.finding(&accepted.finding);
            (finding, accepted.reason.clone())
        });
        let accepted = accepted.collect();
        let scope = &report.scope;
        Self {
            files: files.told(&report.sources),
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
