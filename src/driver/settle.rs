use super::accept::accept;
use super::severity::apply;
use crate::diagnostic::{Accepted, Finding, Report, Scope, Summary};
use crate::load::Loaded;
use crate::model::Policy;
use crate::source::Sources;

/// What stays of the findings when the site's severities and acceptances are applied.
pub(super) struct Settled {
    /// The findings that stay open.
    pub(super) findings: Vec<Finding>,
    /// The findings that were accepted.
    pub(super) accepted: Vec<Accepted>,
}

/// Applies the severities of the site, then the acceptances of its editions.
pub(super) fn settle(loaded: &Loaded, findings: Vec<Finding>) -> Settled {
    settle_of(loaded, &loaded.site.policies, findings, &[])
}

/// The same for what was found about some policies alone. `elsewhere` is what was found that is about
/// no policy.
pub(super) fn settle_of(
    loaded: &Loaded,
    policies: &[Policy],
    mut findings: Vec<Finding>,
    elsewhere: &[Finding],
) -> Settled {
    apply(&loaded.site.rules, &mut findings);
    let (findings, accepted) = accept(loaded, policies, findings, elsewhere);
    Settled { findings, accepted }
}

impl Settled {
    /// How many there are.
    pub(super) fn summary(&self) -> Summary {
        Summary::of(&self.findings, &self.accepted)
    }

    /// The report about it.
    pub(super) fn report(self, sources: Sources, scope: Scope) -> Report {
        Report::new(sources, self.findings, self.accepted, scope)
    }
}
