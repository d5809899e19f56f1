//! What units are called on a page of changes, and where they are found on it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::redline::{Rank, Redline, Side};

/// A unit as it is named in passing.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Named {
    /// Its number; its heading where it has none.
    pub(super) name: String,
    /// The anchor of the unit on the page.
    pub(super) anchor: Option<String>,
    /// Its address in its text.
    pub(super) address: Option<String>,
}

/// Where the units of both texts are found on a page.
pub(super) struct Names<'n> {
    words: &'n BTreeMap<String, String>,
    /// The anchors of the old text's units, by their places.
    old: BTreeMap<usize, String>,
}

impl<'n> Names<'n> {
    /// The places of a redline's units; `words` are those of the language.
    pub(super) fn of(redline: &Redline, words: &'n BTreeMap<String, String>) -> Self {
        let old = redline.entries.iter().filter_map(|entry| {
            let old = entry.old.as_ref()?;
            let anchor = match &entry.new {
                Some(new) => new.address.clone()?,
                None => old_anchor(old)?,
            };
            Some((old.place, anchor))
        });
        Self {
            words,
            old: old.collect(),
        }
    }

    /// A unit of the old text, found where its words are now.
    pub(super) fn of_old(&self, side: &Side) -> Named {
        Named {
            name: self.name(side),
            anchor: self.old.get(&side.place).cloned(),
            address: side.address.clone(),
        }
    }

    /// A unit of the old text, as it was called before it was numbered anew.
    pub(super) fn former(&self, old: &Side, new: &Side) -> Named {
        let mut named = self.of_old(old);
        let number = old
            .address
            .as_deref()
            .and_then(|a| a.strip_prefix("annex-"));
        // The heading of an annex need not say which it is.
        if let (Rank::Annex, Some(number), Some(words)) =
            (old.rank, number, self.words.get("unit_annex"))
            && named.name == self.name(new)
        {
            named.name = words.replace("{number}", number);
        }
        named
    }

    /// A unit of the new text.
    pub(super) fn of_new(&self, side: &Side) -> Named {
        Named {
            name: self.name(side),
            anchor: side.address.clone(),
            address: side.address.clone(),
        }
    }

    /// What a unit is called: its number, with that of its annex, else its heading.
    pub(super) fn name(&self, side: &Side) -> String {
        let number = side.number.as_deref().map(|n| n.trim_end_matches('.'));
        let own = number.or(side.heading.as_deref()).unwrap_or_default();
        let address = side.address.as_deref().unwrap_or_default();
        let annex = address
            .strip_prefix("annex-")
            .and_then(|a| a.split_once('-'));
        match (annex, self.words.get("in_annex")) {
            (Some((annex, _)), Some(words)) => {
                let named = words.replace("{annex}", annex);
                named.replace("{number}", own)
            }
            _ => own.to_owned(),
        }
    }
}

/// The anchor of the place where a unit of the old text stood.
pub(super) fn old_anchor(side: &Side) -> Option<String> {
    Some(format!("old-{}", side.address.as_ref()?))
}
