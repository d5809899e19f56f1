use super::values::changed_facts;
use super::{Entry, Redline, Weight};
use crate::align::Fate;
use crate::facts::{Facts, Value};
use crate::source::Span;

/// What changed, in numbers, and the values that left and came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Units that only the new text has, and that were not split off from one of the old.
    pub added: usize,
    /// Units that only the old text has, and that were not merged into one of the new.
    pub removed: usize,
    /// Units of both texts whose words changed in substance.
    pub changed: usize,
    /// Units that stand in another place.
    pub moved: usize,
    /// Units of which the number differs, in the same order as before.
    pub renumbered: usize,
    /// Units that became several.
    pub split: usize,
    /// Units that several became.
    pub merged: usize,
    /// Units of both texts whose words were only typed in another way.
    pub cosmetic: usize,
    /// Units in which nothing changed: no word, no number, no place.
    pub unchanged: usize,
    /// The values that left and came, in the order of the redline.
    pub facts: Vec<FactChange>,
}

/// A value that left a unit, one that came, or one that took the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// The unit, by its place among the entries of the redline.
    pub entry: usize,
    /// What kind of value it is.
    pub kind: FactKind,
    /// What the old text states.
    pub old: Option<Stated>,
    /// What the new text states.
    pub new: Option<Stated>,
}

/// A value as a text states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The value.
    pub value: Value,
    /// The words as typed.
    pub words: String,
    /// Some words before them, of the same sentence or item.
    pub before: String,
    /// Some words behind them.
    pub after: String,
    /// Where they stand in the file.
    pub span: Span,
}

/// The kinds of values that a summary names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// A span of time.
    Duration,
    /// A share in hundredths.
    Percent,
    /// A sum of money.
    Money,
    /// A date, whole or in part.
    Date,
    /// A number that counts something: it has its words beside it, or what it counts behind it.
    Number,
}

impl Summary {
    /// Sums up the redline of two texts; these are the texts it is of.
    pub fn of(redline: &Redline, old: &Facts<'_>, new: &Facts<'_>) -> Self {
        let mut summary = Self::default();
        for entry in &redline.entries {
            summary.count(entry);
        }
        summary.facts = changed_facts(redline, old, new);
        summary
    }

    fn count(&mut self, entry: &Entry) {
        let both = entry.old.is_some() && entry.new.is_some();
        match entry.fate {
            Fate::Added => self.added += 1,
            Fate::Removed => self.removed += 1,
            Fate::Moved => self.moved += 1,
            Fate::Renumbered => self.renumbered += 1,
            Fate::Split if both => self.split += 1,
            Fate::Merged if both => self.merged += 1,
            Fate::Kept if entry.weight == Weight::Unchanged => self.unchanged += 1,
            _ => {}
        }
        match entry.weight {
            Weight::Substantive if both => self.changed += 1,
            Weight::Cosmetic if both => self.cosmetic += 1,
            _ => {}
        }
    }
}
