use std::time::Duration;

use crate::diagnostic::{Report, Summary};

/// What happens while a site is served.
#[derive(Debug)]
pub enum Told {
    /// The system does not tell of changes: the disk is looked at again and again.
    Polling,
    /// All policies were looked at since the site was read.
    Surveyed(Report),
    /// Something was read anew.
    Changed {
        /// What: a policy, several, the theme, everything.
        what: String,
        /// How long it took from the last event to the page.
        took: Duration,
        /// What there is now.
        summary: Summary,
        /// What was not found before.
        new: Report,
    },
    /// What is about several policies was looked at, and there is more or less of it now.
    Settled(Summary),
    /// The site could not be read.
    Failed(String),
}
