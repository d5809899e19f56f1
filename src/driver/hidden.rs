use std::collections::BTreeSet;

use crate::diagnostic::{Family, Finding, Place, Severity};

/// Where errors may hide what was accepted: it is looked for again when they are mended.
#[derive(Default)]
pub(super) struct Hidden {
    /// Whether a file of the site as a whole cannot be read as it should.
    all: bool,
    /// Policies with an edition whose languages do not have the same clauses, or cannot be read.
    editions: BTreeSet<(String, Option<String>)>,
    /// Clauses with an error, in whichever language.
    clauses: BTreeSet<Place>,
    /// Rules that found something in an edition: an acceptance of theirs may name a wrong place.
    found: BTreeSet<(&'static str, Place)>,
}

impl Hidden {
    /// Where the errors that stay open may hide something.
    pub(super) fn behind<'f>(open: impl Iterator<Item = &'f Finding>) -> Self {
        let mut hidden = Self::default();
        for finding in open.filter(|finding| finding.severity == Severity::Error) {
            let place = &finding.place;
            hidden.found.insert((finding.rule.name, edition_of(place)));
            let broken = matches!(finding.rule.family, Family::Files | Family::Markup);
            match &place.policy {
                None => hidden.all |= broken,
                Some(policy) if broken || finding.rule.family == Family::Structure => {
                    hidden
                        .editions
                        .insert((policy.clone(), place.edition.clone()));
                }
                Some(_) => {
                    hidden.clauses.insert(in_any_language(place));
                }
            }
        }
        hidden
    }

    /// Whether what an acceptance of a rule is about may be hidden in its place.
    pub(super) fn hides(&self, rule: &'static str, place: &Place) -> bool {
        let edition = |edition: &Option<String>| {
            let policy = place.policy.clone().unwrap_or_default();
            self.editions.contains(&(policy, edition.clone()))
        };
        let errors = self.all
            || edition(&place.edition)
            || edition(&None)
            || self.clauses.contains(&in_any_language(place));
        errors && !self.found.contains(&(rule, edition_of(place)))
    }
}

fn edition_of(place: &Place) -> Place {
    Place {
        clause: None,
        ..in_any_language(place)
    }
}

fn in_any_language(place: &Place) -> Place {
    Place {
        language: None,
        ..place.clone()
    }
}
