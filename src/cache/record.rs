use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::findings::{KeptReport, Told};
use super::{Days, Survey};
use crate::diagnostic::Report;
use crate::site::Drafts;
use crate::source::Gathering;

/// What a build left behind for the next one. It is packed without the names of its fields, so they stand
/// in the order of those of [`NewRecord`].
#[derive(Debug, Deserialize)]
pub struct Record {
    /// The digest of all that the site was made of.
    whole: String,
    /// The days on which the same would be made of it.
    days: Days,
    /// What was found.
    report: KeptReport,
    /// The pages of each policy, by its name.
    policies: BTreeMap<String, Made>,
    /// All other files.
    others: Pages,
}

/// The pages of a policy.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Made {
    /// The digest of what they were made of.
    pub of: String,
    /// The digest of what was looked at when the policy was examined; of the same, the same is made.
    pub seen: String,
    /// The digest of all that is said in the policy, and of what that depends on.
    pub own: String,
    /// The pages.
    pub pages: Pages,
}

/// Files by their paths below the site's root, each with the digest of its bytes.
pub type Pages = BTreeMap<String, String>;

/// What a build leaves behind for the next one, as it is written: see [`Record`].
#[derive(Serialize)]
pub struct NewRecord<'r> {
    whole: String,
    days: Days,
    report: Told<'r>,
    policies: BTreeMap<String, Made>,
    others: Pages,
}

impl<'r> NewRecord<'r> {
    /// The record of a build.
    pub fn new(
        survey: &Survey,
        days: Days,
        report: &'r Report,
        policies: BTreeMap<String, Made>,
        others: Pages,
    ) -> Self {
        Self {
            whole: survey.whole.to_hex().to_string(),
            days,
            report: Told(report),
            policies,
            others,
        }
    }

    /// The digests of all files.
    pub(super) fn digests(&self) -> impl Iterator<Item = &str> {
        digests(&self.policies, &self.others).map(|(_, digest)| digest)
    }
}

/// All files, each with its digest.
fn digests<'m>(
    policies: &'m BTreeMap<String, Made>,
    others: &'m Pages,
) -> impl Iterator<Item = (&'m str, &'m str)> {
    let policies = policies.values().flat_map(|made| &made.pages);
    let files = policies.chain(others);
    files.map(|(path, digest)| (path.as_str(), digest.as_str()))
}

impl Record {
    /// Whether the same would be made of a site on a day.
    pub fn answers(&self, survey: &Survey, day: Date) -> bool {
        self.whole == survey.whole.to_hex().as_str() && self.days.hold(day)
    }

    /// Forgets what was found, which is not told again when something has changed.
    pub fn forget_report(&mut self) {
        self.report = KeptReport::default();
    }

    /// What was found, shown in the files of the site at `root`, of which `content` was gathered already;
    /// and all files that were made, each with its digest. `None` where it cannot be told again.
    pub fn told_again(
        self,
        root: &std::path::Path,
        content: Gathering,
    ) -> Option<(Report, Vec<(String, String)>)> {
        let report = self.report.again(root, content)?;
        let policies = self.policies.into_values().flat_map(|made| made.pages);
        Some((report, policies.chain(self.others).collect()))
    }

    /// The pages of a policy.
    pub fn made(&self, policy: &str) -> Option<&Made> {
        self.policies.get(policy)
    }

    /// The digest of a file that is about no single policy.
    pub fn other(&self, path: &str) -> Option<&str> {
        self.others.get(path).map(String::as_str)
    }

    /// All files, each with its digest.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        digests(&self.policies, &self.others)
    }

    /// The name it is kept under: sites with drafts and those without are made in turns.
    pub(super) fn name(drafts: Drafts) -> &'static str {
        match drafts {
            Drafts::Hidden => "site",
            Drafts::Shown => "site-with-drafts",
        }
    }
}
