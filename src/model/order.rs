use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::source::Span;

/// An order (приказ, бұйрық), which approves an edition or repeals it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its number, letter by letter.
    pub number: String,
    /// Where its number was read, in the file of the edition.
    pub span: Span,
    /// Its date; `None` while its file does not say it so that it can be read, which is reported.
    pub date: Option<Date>,
    /// Where its date was read.
    pub date_span: Span,
}

/// The repeal of an edition that no other edition takes the place of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeal {
    /// The first day on which the edition is no longer in force.
    pub date: Date,
    /// The order that repealed it, where it is known.
    pub order: Option<Order>,
    /// Where the date was read, in the file of the edition.
    pub span: Span,
}
