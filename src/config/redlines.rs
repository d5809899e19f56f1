use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor, value::SeqAccessDeserializer};

use super::value::Words;

/// `redlines` in `policy.yaml`: the pairs of editions that have a page of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum RedlinesFile {
    /// Nothing was said.
    #[default]
    Neighbours,
    /// The word `all`.
    All,
    /// A list of pairs.
    Pairs(Vec<PairFile>),
}

/// A pair of editions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PairFile {
    pub(super) from: Option<Words>,
    pub(super) to: Option<Words>,
}

impl<'de> Deserialize<'de> for RedlinesFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AllOrPairs)
    }
}

/// Reads the word `all` or a list of pairs.
struct AllOrPairs;

impl<'de> Visitor<'de> for AllOrPairs {
    type Value = RedlinesFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`all`, or a list of pairs such as `- { from: \"1.0\", to: \"1.2\" }`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RedlinesFile, E> {
        match text.trim() {
            "all" => Ok(RedlinesFile::All),
            _ => Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, pairs: A) -> Result<RedlinesFile, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(pairs)).map(RedlinesFile::Pairs)
    }
}
