use jiff::civil::Date;
use serde::Serialize;

use crate::lang::Language;

/// A day, for machines and in words.
#[derive(Debug, Serialize)]
pub(super) struct Day {
    iso: String,
    long: String,
}

impl Day {
    /// A day in the words of a language.
    pub(super) fn new(date: Date, language: &Language) -> Self {
        Self {
            iso: date.to_string(),
            long: language.long_date(date),
        }
    }

    /// The day as machines write it.
    pub(super) fn iso(&self) -> &str {
        &self.iso
    }
}
