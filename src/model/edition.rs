use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Acceptance, Corrigendum, Lang, Localized, Order, Repeal, Seal, SealedEnding, SealedOrder,
    SpoiltSeal, Text,
};
use crate::source::{FileId, Span};

/// An edition of a policy: its text in each language, approved by an order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Edition {
    /// The file that describes it.
    pub file: FileId,
    /// Where in that file its facts were read.
    pub places: Places,
    /// Its number, as text: "1.10" is not "1.1".
    pub number: String,
    /// The order that approved it; a draft has none yet.
    pub order: Option<Order>,
    /// The day its text was last updated; a draft need not say.
    pub updated: Option<Date>,
    /// The first day it is in force; `None` when the approved text does not state one.
    pub in_force: Option<Date>,
    /// The last day it is in force, where that was stated.
    pub until: Option<Date>,
    /// Its repeal.
    pub repeal: Option<Repeal>,
    /// What it changed, in a sentence or two a language.
    pub summary: Localized,
    /// The corrections made since it was sealed, in the order they are recorded in.
    pub corrigenda: Vec<Corrigendum>,
    /// The defects of its texts that stay until the next order.
    pub accepted: Vec<Acceptance>,
    /// Its texts, in the order of the site's languages.
    pub texts: Vec<Text>,
    /// Its seal.
    pub seal: Option<Seal>,
    /// The keys of its file that hold something that could not be read, which was reported.
    pub unread: Vec<String>,
    /// A seal that lies in its folder and does not answer for it.
    pub spoilt: Option<SpoiltSeal>,
}

/// Where the facts about an edition were read; the beginning of the file for those it does not state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// The edition's number.
    pub number: Span,
    /// The day of the last update.
    pub updated: Span,
    /// The first day in force.
    pub in_force: Span,
    /// The last day in force.
    pub until: Span,
}

/// What numbers of editions are put in order by: part by part, so that 1.10 comes after 1.9.
pub fn number_order(number: &str) -> impl Ord + use<> {
    let parts = number.split(['.', '-']);
    let parts = parts.map(|part| (part.parse::<u32>().ok(), part.to_owned()));
    parts.collect::<Vec<_>>()
}

impl Edition {
    /// The day from which the edition counts: when it comes into force, else when it was approved.
    /// `None` for a draft, and while the date of its order could not be read.
    pub fn counts_from(&self) -> Option<Date> {
        let approved = self.order.as_ref()?.date?;
        Some(self.in_force.unwrap_or(approved))
    }

    /// Where the day it counts from was read.
    pub fn counts_from_place(&self) -> Span {
        match (&self.in_force, &self.order) {
            (None, Some(order)) => order.date_span,
            _ => self.places.in_force,
        }
    }

    /// Whether no order has approved it yet.
    pub fn is_draft(&self) -> bool {
        self.order.is_none()
    }

    /// The last day it is in force as far as its own file says: the day before its repeal, or the
    /// day that was stated.
    pub fn stated_end(&self) -> Option<Date> {
        let repealed = self.repeal.as_ref().and_then(|r| r.date.yesterday().ok());
        match (self.until, repealed) {
            (Some(until), Some(repealed)) => Some(until.min(repealed)),
            (until, repealed) => until.or(repealed),
        }
    }

    /// Where that last day was read: at the repeal or at the day stated, whichever comes first.
    pub fn stated_end_place(&self) -> Span {
        match &self.repeal {
            Some(repeal) if self.until != self.stated_end() => repeal.span,
            _ => self.places.until,
        }
    }

    /// What its file states of its end. An order whose date cannot be read is left out.
    pub fn ending(&self) -> SealedEnding {
        let repeal = self.repeal.as_ref();
        let order = repeal.and_then(|repeal| repeal.order.as_ref());
        SealedEnding {
            until: self.until,
            repealed: repeal.map(|repeal| repeal.date),
            repeal_order: order.and_then(|order| {
                Some(SealedOrder {
                    number: order.number.clone(),
                    date: order.date?,
                })
            }),
        }
    }

    /// What its number is put in order by.
    pub fn number_order(&self) -> impl Ord + use<> {
        number_order(&self.number)
    }

    /// What editions of a policy are put in order by: the day they count from, drafts last; those of
    /// one day by their numbers. Of a sealed edition the sealed day counts: whoever changes its dates
    /// does not change what came before it and after it.
    pub fn place_in_history(&self) -> impl Ord + use<> {
        let sealed = self.seal.as_ref().map(|seal| seal.facts.counts_from());
        let from = sealed.or(self.counts_from());
        (from.is_none(), from, self.number_order())
    }

    /// The text in a language.
    pub fn text(&self, lang: &Lang) -> Option<&Text> {
        self.texts.iter().find(|text| text.lang == *lang)
    }
}
