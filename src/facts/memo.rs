use std::ops::Range;
use std::sync::OnceLock;

use crate::lang::Mention;

/// What several rules ask of a run, found out once for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memo {
    /// The parts that are no words of the run's language, in order.
    pub exempt: OnceLock<Vec<Range<usize>>>,
    /// The concepts of the glossary that it names.
    pub mentions: OnceLock<Vec<Mention>>,
}
