//! The whole walk through the house, in two lengths: [`check()`] and [`build()`]; beside them, shorter walks
//! for a question each.

mod accept;
mod across;
mod build;
mod check;
mod compared;
mod diff;
mod examine;
mod frame;
mod hidden;
mod keeping;
mod live;
mod press;
mod progress;
mod recall;
mod recollection;
mod recording;
mod round;
mod scope;
mod seal;
mod search;
mod settle;
mod severity;
mod sheets;
mod status;
mod verify;

pub use build::{Built, Means, build};
pub use check::check;
pub use compared::compared;
pub use diff::{Answer, Question, diff};
pub use live::{About, Across, Live, Made, Survey, Suspects, Touched, Unmade};
pub use progress::{Progress, Stage, Unseen};
pub use seal::{Sealed, Sealing, seal};
pub use status::{EditionStatus, Status, status};
pub use verify::{Subject, Verdict, Verified, Wish, verify};

use jiff::civil::Date;

use crate::site::Drafts;

/// What a site is built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occasion {
    /// The day.
    pub today: Date,
    /// What becomes of drafts.
    pub drafts: Drafts,
}
