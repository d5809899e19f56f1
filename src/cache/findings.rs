use std::cell::RefCell;
use std::path::Path;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};

use super::kept_finding::{Files, KeptFinding};
use crate::diagnostic::{Accepted, Finding, Report, Scope};
use crate::source::{SourceFile, Sources, decode};

/// A report as it is kept: files by their paths, rules by their names.
#[derive(Debug, Deserialize)]
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

/// A report as it is written: finding by finding, so that a large one does not stand in memory twice.
pub(super) struct Told<'r>(pub(super) &'r Report);

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Report {
            sources,
            findings,
            accepted,
            scope,
        } = self.0;
        let files = RefCell::new(Files::default());
        let kept = |finding: &Finding| files.borrow_mut().finding(finding);
        let mut told = serializer.serialize_struct("KeptReport", 4)?;
        told.serialize_field("findings", &Sequence(|| findings.iter().map(kept)))?;
        let accepted = || {
            let accepted = accepted.iter();
            accepted.map(|own| (kept(&own.finding), own.reason.as_str()))
        };
        told.serialize_field("accepted", &Sequence(accepted))?;
        let scope = KeptScope {
            policies: scope.policies.clone(),
            languages: scope.languages.clone(),
            editions: scope.editions,
            clauses: scope.clauses,
            pages: scope.pages,
        };
        told.serialize_field("scope", &scope)?;
        // Now all of them have their numbers.
        told.serialize_field("files", &files.borrow().told(sources))?;
        told.end()
    }
}

/// A sequence that is made while it is written.
struct Sequence<F>(F);

impl<F, I> Serialize for Sequence<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl KeptReport {
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
