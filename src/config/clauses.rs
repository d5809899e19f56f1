use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::value::scalar;

/// The address of one clause, or a list of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clauses {
    /// The addresses.
    Named(Vec<String>),
    /// One that the library takes for a fraction, which has lost the zero of 5.10; it is to be read
    /// where it stands.
    Fraction,
}

/// The address of one clause, such as `5.2.1` or `annex-1-1.1`.
pub(super) struct ClauseAddress(pub(super) String);

impl ClauseAddress {
    pub(super) const EXPECTED: &'static str =
        "the number of a clause, such as \"5.1\" or \"annex-1\"";

    /// The address in a value as it was typed, with quotes or without.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let address = text.trim().trim_matches(['"', '\'']).trim_end_matches('.');
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
        let whole = !address.is_empty() && address.chars().all(fits);
        whole.then(|| Self(address.to_owned()))
    }
}

impl<'de> Deserialize<'de> for ClauseAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar(deserializer, Self::EXPECTED, Self::parse)
    }
}

impl<'de> Deserialize<'de> for Clauses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrMany)
    }
}

/// Reads one address or a list of them.
struct OneOrMany;

impl<'de> Visitor<'de> for OneOrMany {
    type Value = Clauses;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ClauseAddress::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Clauses, E> {
        let address = ClauseAddress::parse(text);
        let address =
            address.ok_or_else(|| E::custom(format!("expected {}", ClauseAddress::EXPECTED)));
        Ok(Clauses::Named(vec![address?.0]))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Clauses, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Clauses, E> {
        Ok(Clauses::Fraction)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Clauses, A::Error> {
        let mut clauses = Vec::new();
        while let Some(ClauseAddress(address)) = list.next_element()? {
            if !clauses.contains(&address) {
                clauses.push(address);
            }
        }
        Ok(Clauses::Named(clauses))
    }
}
