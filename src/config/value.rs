//! Values of one kind each. Their errors say what was expected, in words for a lawyer.

use std::fmt;
use std::marker::PhantomData;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::keyed::Keyed;
use crate::model::{Lang, Level, Localized};

/// Reads a scalar as the text it was typed as and makes a value of it.
struct Scalar<T> {
    expected: &'static str,
    make: fn(&str) -> Option<T>,
    kind: PhantomData<T>,
}

impl<T> Visitor<'_> for Scalar<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.make)(text).ok_or_else(|| E::custom(format!("expected {}", self.expected)))
    }
}

/// Reads a scalar; `expected` says what it should be, `make` makes the value.
pub(super) fn scalar<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    expected: &'static str,
    make: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Scalar {
        expected,
        make,
        kind: PhantomData,
    })
}

/// Words on one line, as typed: a phone number is no integer and an edition no fraction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words(pub String);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer, "some words", |text| {
            let text = text.trim();
            (!text.is_empty() && !text.contains(char::is_control)).then(|| Self(text.to_owned()))
        })
    }
}

/// Words of any length, also folded over several lines: white space is one space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage(pub String);

impl<'de> Deserialize<'de> for Passage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer, "some words", |text| {
            let words: Vec<&str> = text.split_whitespace().collect();
            Some(Self(words.join(" ")))
        })
    }
}

/// What is switched on or off: `yes` or `no`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Switch(pub(super) bool);

impl<'de> Deserialize<'de> for Switch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer, "`yes` or `no`", |text| match text {
            "yes" | "true" => Some(Self(true)),
            "no" | "false" => Some(Self(false)),
            _ => None,
        })
    }
}

/// A calendar date, `2025-12-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub Date);

impl Day {
    /// A date from `2025-12-10`, and from nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let shape = text.len() == 10 && text.is_ascii();
        shape.then(|| text.parse().ok().map(Self)).flatten()
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a date as year-month-day, such as 2025-12-10";
        scalar(deserializer, expected, Self::parse)
    }
}

/// A language's code, `kk`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LangCode(pub Lang);

impl<'de> Deserialize<'de> for LangCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "the code of a language, such as kk";
        scalar(deserializer, expected, |text| Lang::new(text).map(Self))
    }
}

/// How the findings of a rule are taken: `error`, `warning` or `off`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelWord(pub Level);

impl<'de> Deserialize<'de> for LevelWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer, "error, warning or off", |text| match text {
            "error" => Some(Self(Level::Error)),
            "warning" => Some(Self(Level::Warning)),
            "off" => Some(Self(Level::Off)),
            _ => None,
        })
    }
}

/// An address on the web, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Web(pub String);

impl<'de> Deserialize<'de> for Web {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "an address on the web, such as https://example.kz";
        scalar(deserializer, expected, |text| {
            let rest = text
                .strip_prefix("https://")
                .or(text.strip_prefix("http://"))?;
            let host = rest.split('/').next().unwrap_or_default();
            let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"'?#\\".contains(c);
            let whole = !host.is_empty() && !rest.contains(odd);
            whole.then(|| Self(text.trim_end_matches('/').to_owned()))
        })
    }
}

/// Makes the model's map of a map as it was read.
pub(super) fn localized(map: Option<Keyed<LangCode, Words>>) -> Localized {
    let entries = map.map(|map| map.0).unwrap_or_default().into_iter();
    entries.map(|(code, words)| (code.0, words.0)).collect()
}
