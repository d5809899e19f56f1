use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::model::{Lang, MOST_LISTED, Policy, Text};

/// Lets go of the headings of texts that are set aside, in a language that has more of them than any page
/// lists whichever editions are shown: of a large site they take much room.
pub(super) struct Headings {
    /// How many headings of the policies read so far are listed in each language at least.
    fewest: BTreeMap<Lang, AtomicUsize>,
}

impl Headings {
    /// Before any policy is read.
    pub(super) fn new(languages: &[Lang]) -> Self {
        let none = languages
            .iter()
            .map(|lang| (lang.clone(), AtomicUsize::new(0)));
        Self {
            fewest: none.collect(),
        }
    }

    /// Counts those of a policy that was read, and lets go of them where it is certain already that
    /// there are too many. Policies may come in any order.
    pub(super) fn count(&self, policy: &mut Policy) {
        for (lang, fewest) in &self.fewest {
            let own = fewest_of(policy, lang);
            if fewest.fetch_add(own, Ordering::Relaxed) + own > MOST_LISTED {
                forget(policy, lang);
            }
        }
    }

    /// Lets go of those that are left of policies that were read before it was certain.
    pub(super) fn forget_unlisted(self, policies: &mut [Policy]) {
        for (lang, fewest) in self.fewest {
            if fewest.into_inner() > MOST_LISTED {
                policies.iter_mut().for_each(|policy| forget(policy, &lang));
            }
        }
    }
}

fn forget(policy: &mut Policy, lang: &Lang) {
    let texts = policy.editions.iter_mut().flat_map(|own| &mut own.texts);
    let own = texts.filter(|text| text.lang == *lang);
    own.for_each(Text::forget_headings);
}

/// How many headings of a policy are listed in a language at least.
fn fewest_of(policy: &Policy, lang: &Lang) -> usize {
    let editions = policy.approved().map(|edition| {
        let text = edition.text(lang);
        text.map_or(0, |text| text.outline().headings)
    });
    editions.min().unwrap_or_default()
}
