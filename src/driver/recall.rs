use std::collections::BTreeMap;

use super::Occasion;
use super::examine::Examined;
use crate::cache::{Days, Drawer, NewDrawer, Survey, pack_examined, unpack_examined};
use crate::diagnostic::Finding;
use crate::load::{Known, Loaded};
use crate::model::{Policy, Text, plain};
use crate::site::Drafts;

/// What the build before found out about policies that are as they were, and what this one finds out
/// about the others.
pub(super) struct Recall<'l> {
    loaded: &'l Loaded,
    files: Known,
    kept: Option<Drawer>,
    /// All that is known now.
    known: NewDrawer,
    /// The digests of what is looked at, by the names of the policies.
    seen: BTreeMap<String, Seen>,
}

/// The digests of what is looked at when a policy is examined.
struct Seen {
    /// Of what is said in the policy alone, and of what that depends on.
    own: String,
    /// Of all of it.
    all: String,
}

impl<'l> Recall<'l> {
    pub(super) fn new(
        (kept, known): (Option<Drawer>, NewDrawer),
        loaded: &'l Loaded,
        survey: &Survey,
        occasion: Occasion,
    ) -> Self {
        let policies = &loaded.site.policies;
        let others = outward(policies, occasion);
        let seen = policies.iter().map(|policy| {
            let mut hasher = surroundings(policy, survey, occasion);
            let own = hasher.finalize().to_hex().to_string();
            hasher.update(others.as_bytes());
            let all = hasher.finalize().to_hex().to_string();
            (policy.slug.clone(), Seen { own, all })
        });
        Self {
            seen: seen.collect(),
            files: Known::of(&loaded.sources),
            loaded,
            kept,
            known,
        }
    }

    /// The digest of what is looked at when a policy is examined.
    pub(super) fn seen(&self, policy: &Policy) -> String {
        let seen = self.seen.get(&policy.slug);
        seen.map(|seen| seen.all.clone()).unwrap_or_default()
    }

    /// The digest of what is said in a policy alone, and of what that depends on.
    pub(super) fn own(&self, policy: &Policy) -> &str {
        let seen = self.seen.get(&policy.slug);
        seen.map_or("", |seen| &seen.own)
    }

    /// What was found out about a policy when all was as it is now. Where its words lead is not told.
    pub(super) fn examined(&self, policy: &Policy) -> Option<Examined> {
        let seen = &self.seen.get(&policy.slug)?.all;
        let kept = self.kept.as_ref()?.get(&policy.slug, seen)?;
        let (findings, pieces) = unpack_examined(&kept, |path| self.files.get(path))?;
        let fits = |finding: &Finding| finding.fits(&self.loaded.sources);
        findings.iter().all(fits).then_some(())?;
        self.known.put(&policy.slug, seen, &kept);
        Some(Examined {
            findings,
            links: BTreeMap::new(),
            pieces,
        })
    }

    /// Keeps what was found out about a policy.
    pub(super) fn keep(&self, policy: &Policy, examined: &Examined) {
        let folder = format!("content/{}/", policy.slug);
        let Examined {
            findings, pieces, ..
        } = examined;
        if let Some(kept) = pack_examined(&folder, findings, pieces, &self.loaded.sources) {
            self.known.put(&policy.slug, &self.seen(policy), &kept);
        }
    }

    /// All that is known now.
    pub(super) fn into_known(self) -> NewDrawer {
        self.known
    }
}

/// The digest of what policies see of each other: their places and names, the titles of their latest
/// editions, and in which languages they have a page.
fn outward(policies: &[Policy], occasion: Occasion) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for policy in policies {
        let latest = policy.editions.last().into_iter();
        let titles = latest.flat_map(|edition| &edition.texts);
        let words = |text: &Text| text.title.as_ref().map(|title| plain(&title.content));
        let titles = titles.map(|text| (&text.lang, words(text)));
        let shown = policy.on(occasion.today).into_iter();
        let shown = shown.flat_map(|edition| edition.texts.iter().map(|text| &text.lang));
        let told = (
            &policy.slug,
            titles.collect::<Vec<_>>(),
            shown.collect::<Vec<_>>(),
        );
        hasher.update(format!("{told:?}").as_bytes());
    }
    hasher.finalize()
}

/// Takes in what both the findings about a policy and its pages are made of: the program, the theme, the
/// facts of the site, its own sources, and what the day makes of its editions.
pub(super) fn surroundings(policy: &Policy, survey: &Survey, occasion: Occasion) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    hasher.update(survey.shared.as_bytes());
    if let Some(own) = survey.policies.get(&policy.slug) {
        hasher.update(own.as_bytes());
    }
    hasher.update(&[u8::from(occasion.drafts == Drafts::Shown)]);
    let days = Days::around(occasion.today, std::iter::once(policy));
    hasher.update(format!("{days:?} {:?}", sealed(policy)).as_bytes());
    hasher
}

/// The editions of a policy in their order, each with whether it counts as sealed: what another policy
/// has sealed as well decides about that.
fn sealed(policy: &Policy) -> Vec<(&str, bool)> {
    let editions = policy.editions.iter();
    let editions = editions.map(|edition| (edition.number.as_str(), edition.seal.is_some()));
    editions.collect()
}
