use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Localized;
use crate::source::Span;

/// A recorded correction of a text that was sealed, such as of a slip of the pen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrigendum {
    /// The day of the correction.
    pub date: Date,
    /// Why the text was corrected, in each language.
    pub reason: Localized,
    /// Where its date was read, in the file of the edition.
    pub span: Span,
}
