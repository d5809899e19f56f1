use std::fmt;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A line with places for facts, such as `{day} {month} {year}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Fact(Fact),
}

/// What may stand in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fact {
    Day,
    DayTwoDigits,
    Month,
    MonthTwoDigits,
    Year,
    Edition,
    Order,
    OrderDate,
    OrderDateLong,
    Updated,
    UpdatedLong,
}

const FACTS: [(&str, Fact); 11] = [
    ("day", Fact::Day),
    ("day2", Fact::DayTwoDigits),
    ("month", Fact::Month),
    ("month2", Fact::MonthTwoDigits),
    ("year", Fact::Year),
    ("edition", Fact::Edition),
    ("order", Fact::Order),
    ("order_date", Fact::OrderDate),
    ("order_date_long", Fact::OrderDateLong),
    ("updated", Fact::Updated),
    ("updated_long", Fact::UpdatedLong),
];

/// What stands for a date that is not known.
pub(super) const UNKNOWN: &str = "?";

/// The facts that fill a pattern; a pattern for dates needs only the first two.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'f> {
    /// The date that `{day}`, `{month}` and `{year}` are taken from; where it is not known, a question mark stands for them.
    pub date: Option<Date>,
    /// The name of that date's month.
    pub month: &'f str,
    /// The edition's number.
    pub edition: &'f str,
    /// The order's number.
    pub order: &'f str,
    /// The order's date, in figures and in words.
    pub order_date: [&'f str; 2],
    /// The day of the last update, in figures and in words.
    pub updated: [&'f str; 2],
}

impl Pattern {
    /// Reads a pattern; an error says what is wrong with its braces.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((words, after)) = rest.split_once('{') {
            let (name, after) = after
                .split_once('}')
                .ok_or_else(|| "expected a `}` for each `{`".to_owned())?;
            let fact = FACTS
                .iter()
                .find(|(known, _)| *known == name)
                .ok_or_else(|| {
                    let known = FACTS.map(|(known, _)| format!("{{{known}}}"));
                    format!("expected one of {} instead of {{{name}}}", known.join(", "))
                })?;
            pieces.push(Piece::Words(words.to_owned()));
            pieces.push(Piece::Fact(fact.1));
            rest = after;
        }
        pieces.push(Piece::Words(rest.to_owned()));
        Ok(Self { pieces })
    }

    /// The pattern of a line that is the edition's number and nothing else.
    pub(super) fn edition_alone() -> Self {
        Self {
            pieces: vec![Piece::Fact(Fact::Edition)],
        }
    }

    /// The pattern of a line that is the order's number and date and nothing else.
    pub(super) fn order_alone() -> Self {
        let (order, date) = (Fact::Order, Fact::OrderDate);
        Self {
            pieces: vec![
                Piece::Fact(order),
                Piece::Words(", ".to_owned()),
                Piece::Fact(date),
            ],
        }
    }

    /// The line with the facts in their places.
    pub fn fill(&self, facts: &Facts<'_>) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Fact(fact) => fact.told(facts),
        });
        pieces.collect()
    }
}

impl Fact {
    fn told(self, facts: &Facts<'_>) -> String {
        let figures =
            |told: fn(Date) -> String| facts.date.map_or_else(|| UNKNOWN.to_owned(), told);
        match self {
            Self::Day => figures(|date| date.day().to_string()),
            Self::DayTwoDigits => figures(|date| format!("{:02}", date.day())),
            Self::Month => facts.month.to_owned(),
            Self::MonthTwoDigits => figures(|date| format!("{:02}", date.month())),
            Self::Year => figures(|date| date.year().to_string()),
            Self::Edition => facts.edition.to_owned(),
            Self::Order => facts.order.to_owned(),
            Self::OrderDate => facts.order_date[0].to_owned(),
            Self::OrderDateLong => facts.order_date[1].to_owned(),
            Self::Updated => facts.updated[0].to_owned(),
            Self::UpdatedLong => facts.updated[1].to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Line;
        impl Visitor<'_> for Line {
            type Value = Pattern;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a line of words")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Pattern, E> {
                Pattern::parse(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Line)
    }
}
