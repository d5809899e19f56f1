use std::sync::Arc;

use super::Live;
use crate::check::{Pieces, Twins, check_histories, check_seals, differing_twins};
use crate::diagnostic::Finding;
use crate::site::{collisions, plan};

/// What is compared between all policies, apart from the site: finding out what is translated in two
/// ways takes long on a large site, and nobody has to wait for it.
pub struct Suspects {
    pieces: Vec<Arc<Pieces>>,
}

/// What is translated in two ways.
pub struct Across {
    twins: Twins,
}

impl Suspects {
    /// Compares all with all by their digests.
    pub fn compare(self) -> Across {
        Across {
            twins: differing_twins(self.pieces),
        }
    }
}

impl Live {
    /// Whether something is still to be looked at.
    pub fn is_unsure(&self) -> bool {
        self.unsure || !self.pending.is_empty()
    }

    /// What is to be compared between the policies, once all of them are examined and something has
    /// changed since it was done.
    pub fn suspects(&self) -> Option<Suspects> {
        if !self.unsure || !self.pending.is_empty() {
            return None;
        }
        let policies = self.loaded.site.policies.iter();
        let pieces = policies.filter_map(|policy| self.found.pieces.get(&policy.slug));
        Some(Suspects {
            pieces: pieces.cloned().collect(),
        })
    }

    /// What was found by looking at several policies at once. `across` is what was compared since the
    /// last change.
    pub fn judge(&self, across: &Across) -> Vec<Finding> {
        let loaded = &self.loaded;
        let (policies, sources) = (&loaded.site.policies, &loaded.sources);
        let mut findings = across.twins.findings(policies, sources);
        findings.extend(check_seals(policies, sources));
        findings.extend(check_histories(policies));
        let occasion = self.occasion;
        let plan = plan(&loaded.site, occasion.today, occasion.drafts);
        let assets = &self.look.assets;
        findings.extend(collisions(&plan, assets, &loaded.statics, loaded.site_file));
        findings
    }

    /// Keeps what was judged.
    pub fn keep_judged(&mut self, findings: Vec<Finding>) {
        self.unsure = false;
        self.found.across = findings;
        self.settle(None);
    }

    /// Looks at everything that is still to be looked at.
    pub fn finish(&mut self) {
        while self.pending() > 0 {
            let survey = self.survey(usize::MAX);
            self.keep(survey);
        }
        if let Some(suspects) = self.suspects() {
            let judged = self.judge(&suspects.compare());
            self.keep_judged(judged);
        }
    }
}
