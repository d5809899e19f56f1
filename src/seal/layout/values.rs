//! Values that `seal.yaml` writes as words.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Digest, Lang};

/// Values that are written as words and read from them.
macro_rules! written {
    ($name:ident, $value:ty, $expected:literal, $parse:expr) => {
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) struct $name(pub(super) $value);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let parse: fn(&str) -> Option<$value> = $parse;
                parse(&text)
                    .map(Self)
                    .ok_or_else(|| D::Error::custom(concat!("expected ", $expected)))
            }
        }
    };
}

written!(Day, Date, "a date", |text| text.parse().ok());
written!(Hex, Digest, "a digest", Digest::parse);
written!(Code, Lang, "the code of a language", Lang::new);

/// The digests of texts, as they are written.
pub(super) fn written_texts(texts: &BTreeMap<Lang, Digest>) -> BTreeMap<Code, Hex> {
    let texts = texts.iter();
    texts
        .map(|(lang, digest)| (Code(lang.clone()), Hex(*digest)))
        .collect()
}

/// The digests of texts, as they were read.
pub(super) fn read_texts(texts: BTreeMap<Code, Hex>) -> BTreeMap<Lang, Digest> {
    let texts = texts.into_iter();
    texts.map(|(code, digest)| (code.0, digest.0)).collect()
}
