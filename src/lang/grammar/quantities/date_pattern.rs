use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use crate::lang::fold;

/// How dates are written, such as `{year} жыл~ {day} {month}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePattern {
    /// Its pieces, each with what stands before it: a space stands for any white space.
    pub pieces: Vec<(String, DatePiece)>,
    /// Whether it is all in figures.
    pub in_figures: bool,
}

/// A piece of a [`DatePattern`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatePiece {
    /// The day of the month in figures.
    Day,
    /// The name of the month.
    Month,
    /// The month in figures.
    MonthFigures,
    /// The year in four figures.
    Year,
    /// A word: its letters, folded, and whether an ending may follow.
    Word(String, bool),
}

impl DatePattern {
    /// Reads a pattern; an error says what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut gap = String::new();
        let mut rest = text.trim();
        while let Some(c) = rest.chars().next() {
            let (piece, after) = if let Some(inner) = rest.strip_prefix('{') {
                let (name, after) = inner.split_once('}').unwrap_or((inner, ""));
                let piece = match name {
                    "day" => DatePiece::Day,
                    "month" => DatePiece::Month,
                    "month2" => DatePiece::MonthFigures,
                    "year" => DatePiece::Year,
                    _ => {
                        let known = "{day}, {month}, {month2}, {year}";
                        return Err(format!("expected one of {known} instead of {{{name}}}"));
                    }
                };
                (piece, after)
            } else if c.is_alphanumeric() {
                let end = rest.find(|c: char| !c.is_alphanumeric());
                let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
                let closed = after.strip_prefix('~');
                let piece = DatePiece::Word(fold(word), closed.is_some());
                (piece, closed.unwrap_or(after))
            } else {
                gap.push(c);
                rest = &rest[c.len_utf8()..];
                continue;
            };
            pieces.push((std::mem::take(&mut gap), piece));
            rest = after;
        }
        let has = |piece: &DatePiece| pieces.iter().any(|(_, own)| own == piece);
        if !has(&DatePiece::Month) && !has(&DatePiece::MonthFigures) {
            return Err("expected a date with a {month} or {month2}".to_owned());
        }
        Ok(Self {
            in_figures: has(&DatePiece::MonthFigures),
            pieces,
        })
    }
}

impl<'de> Deserialize<'de> for DatePattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Line;
        impl Visitor<'_> for Line {
            type Value = DatePattern;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as \"{day} {month} {year}\"")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<DatePattern, E> {
                DatePattern::parse(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Line)
    }
}
