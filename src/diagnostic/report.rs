use crate::diagnostic::{Finding, Severity, Summary};
use crate::site::Plan;
use crate::source::Sources;

/// What a walk found, and the files it concerns.
#[derive(Debug)]
pub struct Report {
    /// The files, for showing the findings.
    pub sources: Sources,
    /// The findings, sorted by place.
    pub findings: Vec<Finding>,
    /// What the site consists of.
    pub counts: Counts,
}

/// What a site consists of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Policies.
    pub policies: usize,
    /// Editions of all policies.
    pub editions: usize,
    /// Languages.
    pub languages: usize,
    /// Pages, feeds and the files for search engines.
    pub pages: usize,
}

impl Counts {
    /// The counts of a planned site.
    pub(super) fn of(plan: &Plan<'_>) -> Self {
        let policies = &plan.site.policies;
        Self {
            policies: policies.len(),
            editions: policies.iter().map(|policy| policy.editions.len()).sum(),
            languages: plan.site.languages.len(),
            pages: plan.pages.len(),
        }
    }
}

impl Report {
    /// The report of a walk; sorts the findings.
    pub(super) fn new(sources: Sources, mut findings: Vec<Finding>, counts: Counts) -> Self {
        findings.sort_by_cached_key(Finding::order);
        Self {
            sources,
            findings,
            counts,
        }
    }

    /// How many findings there are of each severity.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.findings)
    }

    /// Whether there are errors, with which nothing is written.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }
}
