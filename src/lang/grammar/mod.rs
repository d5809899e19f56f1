//! What the checks know of a language. Each group of facts is of use to some rules; where a group
//! is left out, those rules are left out for that language, and `check` says so once.

mod ending_walk;
mod endings;
mod quantities;
mod script;
mod terms;
mod typography;

pub use endings::{Endings, EndingsFile};
pub use quantities::{
    DatePattern, DatePiece, Expression, Hit, Lexicon, MonthNumber, NumberPlace, Quantities,
    QuantitiesFile, Role, Separator,
};
pub use script::{Script, ScriptFile, ScriptName};
pub use terms::{Terms, TermsFile};
pub use typography::{Pair, Typography, TypographyFile};

use serde::Deserialize;

/// `grammar` in the file of a language, group by group.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrammarFile {
    /// What may follow a stem.
    pub endings: Option<EndingsFile>,
    /// The letters.
    pub script: Option<ScriptFile>,
    /// Quotes, apostrophes, the sign before a number.
    pub typography: Option<TypographyFile>,
    /// Number words, months, units of time, currencies, signs before identifiers.
    pub quantities: Option<QuantitiesFile>,
    /// How terms are declared, how clauses, annexes and laws are referred to.
    pub terms: Option<TermsFile>,
}

impl GrammarFile {
    /// This with the groups that it does not have taken from another.
    #[must_use]
    pub fn over(self, base: Self) -> Self {
        Self {
            endings: self.endings.or(base.endings),
            script: self.script.or(base.script),
            typography: self.typography.or(base.typography),
            quantities: self.quantities.or(base.quantities),
            terms: self.terms.or(base.terms),
        }
    }
}

/// What the checks know of a language, made ready for use.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// What may follow a stem; without it a stem matches only itself.
    pub endings: Endings,
    /// The letters.
    pub script: Option<Script>,
    /// Quotes, apostrophes, the sign before a number.
    pub typography: Option<Typography>,
    /// Number words, months, units of time, currencies, signs before identifiers.
    pub quantities: Option<Quantities>,
    /// How terms are declared, how clauses, annexes and laws are referred to.
    pub terms: Option<Terms>,
}

impl From<GrammarFile> for Grammar {
    fn from(file: GrammarFile) -> Self {
        Self {
            endings: file.endings.map(Endings::from).unwrap_or_default(),
            script: file.script.map(Script::from),
            typography: file.typography.map(Typography::from),
            quantities: file.quantities.map(Quantities::from),
            terms: file.terms.map(Terms::from),
        }
    }
}
