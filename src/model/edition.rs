use jiff::civil::Date;

use super::{Acceptance, Lang, Text};
use crate::source::{FileId, Span};

/// An edition of a policy: its text in each language, approved by an order.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The file that describes it.
    pub file: FileId,
    /// Its number, as text: "1.10" is not "1.1".
    pub number: String,
    /// The order that approved it.
    pub order: Order,
    /// The day its text was last updated.
    pub updated: Date,
    /// The first day it is in force; `None` when the approved text does not state one.
    pub in_force: Option<Date>,
    /// The defects of its texts that stay until the next order.
    pub accepted: Vec<Acceptance>,
    /// Its texts, in the order of the site's languages.
    pub texts: Vec<Text>,
}

/// An order (приказ, бұйрық) that approved an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its number, letter by letter.
    pub number: String,
    /// Where its number was read, in the file of the edition.
    pub span: Span,
    /// Its date.
    pub date: Date,
}

impl Edition {
    /// The day from which the edition counts: when it comes into force, else when it was approved.
    pub fn counts_from(&self) -> Date {
        self.in_force.unwrap_or(self.order.date)
    }

    /// What editions of one day are put in order by: their numbers, part by part, so that 1.10 comes
    /// after 1.9.
    pub fn number_order(&self) -> impl Ord + use<> {
        let parts = self.number.split(['.', '-']);
        let parts = parts.map(|part| (part.parse::<u32>().ok(), part.to_owned()));
        parts.collect::<Vec<_>>()
    }

    /// The text in a language.
    pub fn text(&self, lang: &Lang) -> Option<&Text> {
        self.texts.iter().find(|text| text.lang == *lang)
    }
}
