use std::collections::BTreeMap;

use super::Live;
use crate::diagnostic::{Accepted, Finding, Report, Scope};
use crate::driver::scope::scope;
use crate::site::plan;
use crate::source::{FileId, SourceFile, Sources};

impl Live {
    /// The report of all that was found so far, as a check gives it.
    pub fn report(&self) -> Report {
        let plan = plan(&self.loaded.site, self.occasion.today, self.occasion.drafts);
        let settled = || self.found.settled.values();
        let findings = settled().flat_map(|own| &own.findings);
        let findings = self.found.elsewhere.iter().chain(findings);
        let accepted = settled().flat_map(|own| &own.accepted);
        self.excerpt(
            findings.cloned().collect(),
            accepted.cloned().collect(),
            scope(&plan),
        )
    }

    /// A report of some findings.
    pub fn report_of(&self, findings: Vec<Finding>) -> Report {
        self.excerpt(findings, Vec::new(), Scope::default())
    }

    /// A report that holds the files that its findings show, and no others.
    fn excerpt(
        &self,
        mut findings: Vec<Finding>,
        mut accepted: Vec<Accepted>,
        scope: Scope,
    ) -> Report {
        let mut sources = Sources::default();
        let mut taken: BTreeMap<FileId, FileId> = BTreeMap::new();
        let accepted_findings = accepted.iter_mut().map(|own| &mut own.finding);
        let all = findings.iter_mut().chain(accepted_findings);
        for label in all.flat_map(|finding| &mut finding.labels) {
            let own = taken.entry(label.file).or_insert_with(|| {
                let file = self.loaded.sources.get(label.file);
                sources.add(SourceFile::new(file.path(), file.text()))
            });
            label.file = *own;
        }
        Report::new(sources, findings, accepted, scope)
    }
}
