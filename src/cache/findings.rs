use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};

use super::kept_finding::{Files, KeptFinding};
use crate::diagnostic::{Accepted, Finding, Report, Scope};
use crate::source::{Gathered, Gathering, SourceFile, Sources, decode};

/// A report as it is kept: files by their paths, rules by their names. It is packed without the names of
/// its fields, so they stand in the order in which [`Told`] writes them.
#[derive(Debug, Default, Deserialize)]
pub(super) struct KeptReport {
    findings: Vec<KeptFinding>,
    accepted: Vec<(KeptFinding, String)>,
    scope: KeptScope,
    /// The files that findings point at, each with whether it was taken in without its text.
    files: Vec<(String, bool)>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
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

/// A sequence that is made while it is written. Its iterator knows its length, which is packed before it.
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
    /// The report, shown in the files of the site at `root`, of which `content` was gathered already; `None`
    /// where one cannot be read, or holds no such words any more.
    pub(super) fn again(self, root: &Path, content: Gathering) -> Option<Report> {
        let gathered = content.files.into_iter();
        let gathered = gathered.map(|file| (format!("content/{}", file.path), file));
        let mut gathered: BTreeMap<String, Gathered> = gathered.collect();
        let mut sources = Sources::default();
        let mut ids = Vec::new();
        for (path, empty) in self.files {
            let bytes = match gathered.remove(&path) {
                _ if empty => Vec::new(),
                Some(file) => file.into_bytes().ok()?,
                None => std::fs::read(root.join(&path)).ok()?,
            };
            ids.push(sources.add(SourceFile::new(path, decode(bytes).text)));
        }
        let again = |kept: KeptFinding| kept.again(&ids).filter(|finding| finding.fits(&sources));
        let findings = self.findings.into_iter().map(again);
        let findings = findings.collect::<Option<_>>()?;
        let accepted = self.accepted.into_iter().map(|(kept, reason)| {
            let finding = again(kept)?;
            Some(Accepted { finding, reason })
        });
        let accepted = accepted.collect::<Option<_>>()?;
        let scope = self.scope;
        let scope = Scope {
            policies: scope.policies,
            languages: scope.languages,
            editions: scope.editions,
            clauses: scope.clauses,
            pages: scope.pages,
        };
        Some(Report::new(sources, findings, accepted, scope))
    }
}
