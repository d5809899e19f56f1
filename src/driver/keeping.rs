use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::examine::Planned;
use super::press::Press;
use super::sheets::PolicySheets;
use super::{Built, Occasion, Progress, Stage};
use crate::cache::{Cache, Days, Pages, Record, Recorder, Survey};
use crate::diagnostic::{Finding, Report, Strictness};
use crate::links::Links;
use crate::model::Policy;
use crate::site::{Drafts, Linking};
use crate::source::Error;
use crate::write::{Staging, stands};

/// What a build takes over from the one before, and leaves behind for the next.
pub(super) struct Keeping {
    cache: Cache,
    survey: Survey,
    record: Option<Record>,
    occasion: Occasion,
}

impl Keeping {
    /// Looks at a cache for the site at `root`; `None` where something cannot be read, which the build
    /// will tell.
    pub(super) fn begin(cache: Cache, root: &Path, occasion: Occasion) -> Option<Self> {
        let survey = Survey::of(root)?;
        Some(Self {
            record: cache.record(occasion.drafts),
            cache,
            survey,
            occasion,
        })
    }

    /// Publishes the site as it was built before, if all that it is made of is as it was; where it stands
    /// already, nothing is touched. `None` where it has to be built.
    pub(super) fn publish(
        &self,
        root: &Path,
        output: &Path,
        strictness: Strictness,
        progress: &dyn Progress,
    ) -> Result<Option<Built>, Error> {
        let known = self.record.as_ref();
        let Some(record) = known.filter(|r| r.answers(&self.survey, self.occasion.today)) else {
            return Ok(None);
        };
        let Some(report) = record.report(root) else {
            return Ok(None);
        };
        let files: Vec<(&str, &str)> = record.files().collect();
        let failed = report.fails(strictness);
        let stood = !failed && stands(output, &files);
        let taken = files.len();
        let built = Built {
            report,
            taken,
            stood,
        };
        if failed || stood {
            return Ok(Some(built));
        }
        progress.begin(Stage::TakingOver, Some(taken));
        let staging = Staging::begin(output)?;
        let taken = files.par_iter().map(|(path, digest)| {
            let taken = self.cache.give(&staging, path, digest);
            progress.advance(1);
            taken
        });
        let all = taken.try_reduce(|| true, |all, taken| Ok(all && taken))?;
        if !all {
            return Ok(None);
        }
        staging.publish()?;
        Ok(Some(built))
    }

    /// Where the files of the site go; `None` where nothing can be kept, and the build does without.
    pub(super) fn recording<'c>(&'c self, staging: &'c Staging) -> Option<Recording<'c>> {
        self.cache.prepare().ok()?;
        Some(Recording {
            keeping: self,
            rest: Recorder::new(staging, &self.cache),
            policies: Mutex::default(),
            taken: AtomicUsize::new(0),
        })
    }

    /// Leaves behind what was found and made, unless the sources changed meanwhile.
    pub(super) fn end(&self, root: &Path, days: Days, report: &Report, recorded: Recorded) {
        if Survey::of(root).as_ref() != Some(&self.survey) {
            return;
        }
        let (policies, others) = recorded;
        let record = Record::new(&self.survey, days, report, policies, others);
        self.cache.keep(self.occasion.drafts, &record);
    }
}

/// The pages of each policy, with the digest of what they were made of, and all other files.
pub(super) type Recorded = (BTreeMap<String, (String, Pages)>, Pages);

/// What is being recorded of a site in the making.
pub(super) struct Recording<'c> {
    keeping: &'c Keeping,
    /// Takes the files that are about no single policy.
    pub(super) rest: Recorder<'c>,
    // Policies are printed on several threads.
    policies: Mutex<BTreeMap<String, Option<(String, Pages)>>>,
    /// How many files were taken over.
    taken: AtomicUsize,
}

impl Recording<'_> {
    /// Prints the pages about a policy, or takes them over from the build before.
    pub(super) fn print_policy(
        &self,
        press: &Press<'_>,
        planned: &Planned<'_>,
        policy: &Policy,
        sheets: &PolicySheets<'_>,
    ) -> Result<Vec<Finding>, Error> {
        let digest = self.keeping.made_of(planned, policy);
        let record = self.keeping.record.as_ref();
        if let Some(pages) = record.and_then(|record| record.pages(&policy.slug, &digest))
            && self.rest.take(pages)?
        {
            self.taken.fetch_add(pages.len(), Ordering::Relaxed);
            self.note(policy, Some((digest, pages.clone())));
            return Ok(Vec::new());
        }
        let own = self.rest.apart();
        let press = Press {
            output: &own,
            ..*press
        };
        let met = press.print_policy(policy, sheets)?;
        self.note(policy, own.into_pages().map(|pages| (digest, pages)));
        Ok(met)
    }

    /// How many files were taken over from the build before.
    pub(super) fn taken(&self) -> usize {
        self.taken.load(Ordering::Relaxed)
    }

    /// What was recorded; `None` where something could not be kept.
    pub(super) fn end(self) -> Option<Recorded> {
        let policies = self.policies.into_inner();
        let policies = policies.unwrap_or_else(|poisoned| poisoned.into_inner());
        let policies = policies
            .into_iter()
            .map(|(name, pages)| Some((name, pages?)));
        Some((policies.collect::<Option<_>>()?, self.rest.into_pages()?))
    }

    fn note(&self, policy: &Policy, pages: Option<(String, Pages)>) {
        let mut policies = self
            .policies
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        policies.insert(policy.slug.clone(), pages);
    }
}

impl Keeping {
    /// The digest of all that the pages of a policy are made of: the program, the theme, the facts of the
    /// site, its own sources, what its words lead to, and what the day makes of its editions.
    fn made_of(&self, planned: &Planned<'_>, policy: &Policy) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.survey.shared.as_bytes());
        if let Some(own) = self.survey.policies.get(&policy.slug) {
            hasher.update(own.as_bytes());
        }
        let shown = self.occasion.drafts == Drafts::Shown;
        hasher.update(&[u8::from(shown)]);
        let days = Days::around(self.occasion.today, std::iter::once(policy));
        hasher.update(format!("{days:?}").as_bytes());
        let none = Links::default();
        for text in policy.editions.iter().flat_map(|edition| &edition.texts) {
            let links = planned.links.get(&text.file).unwrap_or(&none);
            let linking = Linking::of(links, &planned.plan, &text.lang);
            hasher.update(format!("{linking:?}").as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }
}
