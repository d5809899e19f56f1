use crate::diagnostic::Scope;
use crate::site::Plan;

/// What a planned site consists of.
pub(super) fn scope(plan: &Plan<'_>) -> Scope {
    let policies = &plan.site.policies;
    let editions = || policies.iter().flat_map(|policy| &policy.editions);
    let texts = editions().flat_map(|edition| &edition.texts);
    Scope {
        policies: policies.iter().map(|policy| policy.slug.clone()).collect(),
        languages: plan
            .site
            .languages
            .iter()
            .map(ToString::to_string)
            .collect(),
        editions: editions().count(),
        clauses: texts.map(|text| text.outline().clauses).sum(),
        pages: plan.pages.len(),
    }
}
