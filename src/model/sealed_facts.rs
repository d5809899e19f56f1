use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The facts of an edition that a seal covers. Of what comes later in an edition's life its end is
/// sealed too, see [`super::SealedEnd`]; the summary of what changed and acceptances are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedFacts {
    /// The number of the edition.
    pub edition: String,
    /// The number of the order.
    pub order: String,
    /// The date of the order.
    pub order_date: Date,
    /// The day the text was last updated.
    pub updated: Option<Date>,
    /// The first day in force.
    pub in_force: Option<Date>,
    /// What was known of its end by then.
    pub end: SealedEnding,
}

/// What was stated of the end of an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedEnding {
    /// The last day in force.
    pub until: Option<Date>,
    /// The first day of a repeal.
    pub repealed: Option<Date>,
    /// The order of the repeal.
    pub repeal_order: Option<SealedOrder>,
}

/// The order of a repeal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedOrder {
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: Date,
}

impl SealedFacts {
    /// The day from which the edition counted when it was sealed.
    pub fn counts_from(&self) -> Date {
        self.in_force.unwrap_or(self.order_date)
    }
}

impl SealedEnding {
    /// Whether nothing was stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What both state together; what this one states goes first.
    #[must_use]
    pub fn with(self, more: &Self) -> Self {
        Self {
            until: self.until.or(more.until),
            repealed: self.repealed.or(more.repealed),
            repeal_order: self.repeal_order.or_else(|| more.repeal_order.clone()),
        }
    }

    /// What it states and another does not.
    #[must_use]
    pub fn besides(self, other: &Self) -> Self {
        Self {
            until: self.until.filter(|_| other.until.is_none()),
            repealed: self.repealed.filter(|_| other.repealed.is_none()),
            repeal_order: self.repeal_order.filter(|_| other.repeal_order.is_none()),
        }
    }
}
