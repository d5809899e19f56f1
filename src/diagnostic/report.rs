use super::summary::many;
use super::{Accepted, Filter, Finding, Strictness, Summary};
use crate::source::Sources;

/// What a walk found, and the files it concerns.
#[derive(Debug)]
pub struct Report {
    /// The files, for showing the findings.
    pub sources: Sources,
    /// The findings, sorted by place.
    pub findings: Vec<Finding>,
    /// The findings that were accepted, sorted by place.
    pub accepted: Vec<Accepted>,
    /// What was looked at.
    pub scope: Scope,
}

/// What a site consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The names of its policies.
    pub policies: Vec<String>,
    /// The codes of its languages.
    pub languages: Vec<String>,
    /// Editions of all policies.
    pub editions: usize,
    /// Clauses of all texts.
    pub clauses: usize,
    /// Pages, feeds and the files for search engines.
    pub pages: usize,
}

impl Scope {
    /// Its policies, editions and languages in words: "2 policies, 2 editions, 3 languages".
    pub fn told(&self) -> String {
        [
            many(self.policies.len(), "policy", "policies"),
            many(self.editions, "edition", "editions"),
            many(self.languages.len(), "language", "languages"),
        ]
        .join(", ")
    }
}

impl Report {
    /// The report of a walk; sorts the findings.
    pub fn new(
        sources: Sources,
        mut findings: Vec<Finding>,
        mut accepted: Vec<Accepted>,
        scope: Scope,
    ) -> Self {
        findings.sort_by_cached_key(|finding| finding.order(&sources));
        accepted.sort_by_cached_key(|accepted| accepted.finding.order(&sources));
        Self {
            sources,
            findings,
            accepted,
            scope,
        }
    }

    /// Leaves out what a filter does not let through.
    #[must_use]
    pub fn only(mut self, filter: &Filter) -> Self {
        self.findings.retain(|finding| filter.admits(finding));
        self.accepted
            .retain(|accepted| filter.admits(&accepted.finding));
        self
    }

    /// How many findings there are of each severity, and how many were accepted.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.findings, &self.accepted)
    }

    /// Whether there are findings that count as a failure.
    pub fn fails(&self, strictness: Strictness) -> bool {
        self.summary().fails(strictness)
    }
}
