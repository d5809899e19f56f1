use super::Compared;
use crate::redline::comparative::{Change, Passage, What};
use crate::redline::{Rank, Side};

impl Compared {
    /// What a unit is called in the language of its text: «пункт 5.1», «5.1-тармақ».
    pub(super) fn name(&self, side: &Side) -> String {
        let address = side.address.as_deref().unwrap_or_default();
        let (annex, number) = match address.strip_prefix("annex-") {
            None => (None, address),
            Some(rest) => match rest.split_once('-') {
                Some((annex, number)) => (Some(annex), number),
                None => (None, rest),
            },
        };
        let unnumbered = side.rank == Rank::Section && side.number.is_none();
        let key = match (side.rank, annex) {
            (Rank::Title, _) => "unit_title",
            (Rank::Annex, _) => "unit_annex",
            (Rank::Section, _) if unnumbered => {
                let heading = side.heading.as_deref().unwrap_or(number);
                return self.word("unit_heading").replace("{heading}", heading);
            }
            (Rank::Section, None) => "unit_section",
            (Rank::Section, Some(_)) => "unit_section_of_annex",
            (Rank::Clause, None) => "unit_clause",
            (Rank::Clause, Some(_)) => "unit_clause_of_annex",
        };
        let word = self.word(key).replace("{number}", number);
        word.replace("{annex}", annex.unwrap_or_default())
    }

    /// The clauses that a change tells of: the old ones, and the new ones where they are others. None
    /// for clauses of which only the number differs: their numbers stand beside it.
    pub(super) fn names(&self, change: &Change) -> String {
        if change.is_renumbered_only() {
            return String::new();
        }
        let names = |passages: &[Passage]| {
            let names = passages.iter().map(|passage| self.name(&passage.side));
            names.collect::<Vec<_>>().join(", ")
        };
        let (old, new) = (names(&change.old), names(&change.new));
        match (old.is_empty(), new.is_empty()) {
            (false, false) if old != new => format!("{old} → {new}"),
            (false, true) => old,
            _ => new,
        }
    }

    /// What became of a clause, in a word or two of the language.
    pub(super) fn fate(&self, change: &Change) -> String {
        let key = match change.what {
            What::Unchanged => "fate_unchanged",
            What::Changed => "fate_changed",
            What::Added => "fate_added",
            What::Removed => "fate_removed",
            What::Renumbered => "fate_renumbered",
            What::Moved => "fate_moved",
            What::Split => "fate_split",
            What::Merged => "fate_merged",
        };
        let fate = self.word(key);
        match (change.what, change.reworded) {
            (What::Renumbered | What::Moved, true) => {
                format!("{}; {fate}", self.word("fate_changed"))
            }
            (What::Renumbered | What::Moved | What::Split | What::Merged, false) => {
                format!("{fate}; {}", self.word("fate_same_words"))
            }
            _ => fate,
        }
    }
}
