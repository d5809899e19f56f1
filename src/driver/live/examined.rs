use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Live;
use crate::check::Pieces;
use crate::diagnostic::Finding;
use crate::driver::examine::{context, examine_policy};

/// What was found in some policies.
pub struct Survey {
    policies: Vec<(String, Vec<Finding>, Arc<Pieces>)>,
}

impl Live {
    /// How many policies are still to be examined.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Examines the next policies, at most so many. Those that were changed come first.
    pub fn survey(&self, most: usize) -> Survey {
        let context = context(&self.loaded, &self.titles);
        let next = self.pending.get(..most.min(self.pending.len()));
        let next = next.unwrap_or_default().par_iter();
        let policies = next.filter_map(|slug| {
            let mut policies = self.loaded.site.policies.iter();
            let policy = policies.find(|policy| policy.slug == *slug)?;
            let examined = examine_policy(policy, &context);
            let pieces = Arc::new(examined.pieces);
            Some((slug.clone(), examined.findings, pieces))
        });
        Survey {
            policies: policies.collect(),
        }
    }

    /// Keeps what a survey has found.
    pub fn keep(&mut self, survey: Survey) {
        let names = survey.policies.iter().map(|(slug, ..)| slug.clone());
        let names: BTreeSet<String> = names.collect();
        self.pending.retain(|slug| !names.contains(slug));
        for (slug, findings, pieces) in survey.policies {
            self.found.examined.insert(slug.clone(), findings);
            self.found.pieces.insert(slug, pieces);
        }
        self.settle(Some(&names));
    }
}
