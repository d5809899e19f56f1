use std::path::Path;

use rayon::prelude::*;

use super::recall::Recall;
use super::recollection::Recollection;
use super::recording::{Recorded, Recording};
use super::{Built, Occasion, Progress, Stage};
use crate::cache::{Cache, Days, NewDrawer, NewRecord, Record, Survey};
use crate::diagnostic::{Report, Strictness};
use crate::load::Loaded;
use crate::site::Plan;
use crate::source::{Error, Gathering};
use crate::write::{Staging, stands};

/// What a build takes over from the one before, and leaves behind for the next.
pub(super) struct Keeping {
    pub(super) cache: Cache,
    pub(super) survey: Survey,
    pub(super) record: Option<Record>,
    /// Whether all that the site is made of is as the record has it.
    pub(super) answers: bool,
    pub(super) occasion: Occasion,
}

impl Keeping {
    /// Looks at a cache for the site at `root`, and gathers the files of `content/`, which are held in
    /// memory as long as they take no more than so many bytes together. `None` where something cannot be
    /// read, which the build will tell.
    pub(super) fn begin(
        cache: Cache,
        root: &Path,
        occasion: Occasion,
        room: usize,
    ) -> Option<(Self, Gathering)> {
        let (survey, content) = Survey::of(root, room)?;
        let mut record = cache.record(occasion.drafts);
        let answers = |record: &Record| record.answers(&survey, occasion.today);
        let answers = record.as_ref().is_some_and(answers);
        if !answers && let Some(record) = &mut record {
            record.forget_report();
        }
        let keeping = Self {
            record,
            answers,
            cache,
            survey,
            occasion,
        };
        Some((keeping, content))
    }

    /// Publishes the site as it was built before, where all that it is made of is as it was; where it
    /// stands already, nothing is touched. `content` are the files of `content/`, in which the findings
    /// are shown. `None` where it has to be built.
    pub(super) fn publish(
        self,
        content: Gathering,
        root: &Path,
        output: &Path,
        strictness: Strictness,
        progress: &dyn Progress,
    ) -> Result<Option<Built>, Error> {
        let record = self.record.filter(|_| self.answers);
        let Some((report, files)) = record.and_then(|record| record.told_again(root, content))
        else {
            return Ok(None);
        };
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, digest)| (path.as_str(), digest.as_str()))
            .collect();
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

    /// What the build before read of policies.
    pub(super) fn recollection(&self) -> Recollection<'_> {
        Recollection {
            survey: &self.survey,
            kept: self.cache.policies(),
            known: self.cache.new_drawer(),
        }
    }

    /// What the build before found out about the policies of a site that was read.
    pub(super) fn recall<'l>(&self, loaded: &'l Loaded) -> Recall<'l> {
        // Without its pages, what was found in a policy is of no use.
        let kept = self.record.as_ref();
        let kept = kept.and_then(|_| self.cache.examined(self.occasion.drafts));
        let drawers = (kept, self.cache.new_drawer());
        Recall::new(drawers, loaded, &self.survey, self.occasion)
    }

    /// Where the files of the site go.
    pub(super) fn recording<'c>(
        &'c self,
        staging: &'c Staging,
        recall: &'c Recall<'c>,
        plan: &'c Plan<'c>,
    ) -> Recording<'c> {
        Recording::new(self, staging, &self.cache, recall, plan)
    }

    /// Leaves behind what was found and made, unless what was read apart from the survey changed
    /// meanwhile.
    pub(super) fn end(
        &self,
        root: &Path,
        days: Days,
        report: &Report,
        recorded: Recorded,
        found: &NewDrawer,
        read: &NewDrawer,
    ) {
        let (policies, others) = recorded;
        let record = NewRecord::new(&self.survey, days, report, policies, others);
        let drafts = self.occasion.drafts;
        let (stands, ready) = rayon::join(
            || self.survey.stands(root),
            || self.cache.ready(drafts, &record, found, read),
        );
        if let Ok(ready) = ready
            && stands
        {
            self.cache.keep(drafts, &record, ready);
        }
    }
}
