//! How a seal is laid out in `seal.yaml`, key by key.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::collapsed;
use crate::model::{
    Digest, Lang, Seal, SealedChange, SealedCorrigendum, SealedEnd, SealedEnding, SealedFacts,
    SealedOrder, Standing,
};
use crate::source::FileId;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealFile {
    sealed: Day,
    edition: String,
    order: OrderFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    updated: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    in_force: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repealed: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeal_order: Option<OrderFile>,
    languages: BTreeMap<Code, Hex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Hex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before_end: Option<Hex>,
    digest: Hex,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    corrigenda: Vec<CorrigendumFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ends: Vec<EndFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderFile {
    number: String,
    date: Day,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrigendumFile {
    date: Day,
    sealed: Day,
    reason: BTreeMap<Code, String>,
    languages: BTreeMap<Code, Hex>,
    changes: Vec<ChangeFile>,
    digest: Hex,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeFile {
    language: Code,
    clause: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digest: Option<Hex>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EndFile {
    sealed: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repealed: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeal_order: Option<OrderFile>,
    digest: Hex,
}

/// Values that are written as words and read from them.
macro_rules! written {
    ($name:ident, $value:ty, $expected:literal, $parse:expr) => {
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
        struct $name($value);

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

impl SealFile {
    /// A seal as it is laid out.
    pub(super) fn of(seal: &Seal) -> Self {
        let facts = &seal.facts;
        Self {
            sealed: Day(seal.sealed),
            edition: facts.edition.clone(),
            order: OrderFile {
                number: facts.order.clone(),
                date: Day(facts.order_date),
            },
            updated: facts.updated.map(Day),
            in_force: facts.in_force.map(Day),
            until: facts.end.until.map(Day),
            repealed: facts.end.repealed.map(Day),
            repeal_order: facts.end.repeal_order.as_ref().map(OrderFile::of),
            languages: written_texts(&seal.languages),
            before: seal.before.map(Hex),
            before_end: seal.before_end.map(Hex),
            digest: Hex(seal.digest),
            corrigenda: seal.corrigenda.iter().map(CorrigendumFile::of).collect(),
            ends: seal.ends.iter().map(EndFile::of).collect(),
        }
    }

    /// The seal that is laid out so.
    pub(super) fn seal(self, id: FileId) -> Seal {
        let corrigenda = self.corrigenda.into_iter();
        let ends = self.ends.into_iter();
        Seal {
            file: id,
            sealed: self.sealed.0,
            digest: self.digest.0,
            before: self.before.map(|digest| digest.0),
            before_end: self.before_end.map(|digest| digest.0),
            facts: SealedFacts {
                edition: self.edition,
                order: self.order.number,
                order_date: self.order.date.0,
                updated: self.updated.map(|day| day.0),
                in_force: self.in_force.map(|day| day.0),
                end: ending(self.until, self.repealed, self.repeal_order),
            },
            corrigenda: corrigenda.map(CorrigendumFile::corrigendum).collect(),
            ends: ends.map(EndFile::end).collect(),
            languages: read_texts(self.languages),
            standing: Standing::default(),
        }
    }
}

impl OrderFile {
    fn of(order: &SealedOrder) -> Self {
        Self {
            number: order.number.clone(),
            date: Day(order.date),
        }
    }
}

impl CorrigendumFile {
    fn of(corrigendum: &SealedCorrigendum) -> Self {
        let reason = corrigendum.reason.iter();
        Self {
            date: Day(corrigendum.date),
            sealed: Day(corrigendum.sealed),
            reason: reason
                .map(|(lang, words)| (Code(lang.clone()), collapsed(words)))
                .collect(),
            languages: written_texts(&corrigendum.languages),
            changes: corrigendum.changes.iter().map(ChangeFile::of).collect(),
            digest: Hex(corrigendum.digest),
        }
    }

    fn corrigendum(self) -> SealedCorrigendum {
        let reason = self.reason.into_iter();
        let changes = self.changes.into_iter();
        SealedCorrigendum {
            date: self.date.0,
            sealed: self.sealed.0,
            reason: reason.map(|(code, words)| (code.0, words)).collect(),
            languages: read_texts(self.languages),
            changes: changes.map(ChangeFile::change).collect(),
            digest: self.digest.0,
        }
    }
}

impl ChangeFile {
    fn of(change: &SealedChange) -> Self {
        Self {
            language: Code(change.language.clone()),
            clause: change.clause.clone(),
            was: change.was.clone(),
            digest: change.digest.map(Hex),
        }
    }

    fn change(self) -> SealedChange {
        SealedChange {
            language: self.language.0,
            clause: self.clause,
            was: self.was,
            digest: self.digest.map(|digest| digest.0),
        }
    }
}

impl EndFile {
    fn of(end: &SealedEnd) -> Self {
        Self {
            sealed: Day(end.sealed),
            until: end.end.until.map(Day),
            repealed: end.end.repealed.map(Day),
            repeal_order: end.end.repeal_order.as_ref().map(OrderFile::of),
            digest: Hex(end.digest),
        }
    }

    fn end(self) -> SealedEnd {
        SealedEnd {
            sealed: self.sealed.0,
            end: ending(self.until, self.repealed, self.repeal_order),
            digest: self.digest.0,
        }
    }
}

fn ending(
    until: Option<Day>,
    repealed: Option<Day>,
    repeal_order: Option<OrderFile>,
) -> SealedEnding {
    SealedEnding {
        until: until.map(|day| day.0),
        repealed: repealed.map(|day| day.0),
        repeal_order: repeal_order.map(|order| SealedOrder {
            number: order.number,
            date: order.date.0,
        }),
    }
}

fn written_texts(texts: &BTreeMap<Lang, Digest>) -> BTreeMap<Code, Hex> {
    let texts = texts.iter();
    texts
        .map(|(lang, digest)| (Code(lang.clone()), Hex(*digest)))
        .collect()
}

fn read_texts(texts: BTreeMap<Code, Hex>) -> BTreeMap<Lang, Digest> {
    let texts = texts.into_iter();
    texts.map(|(code, digest)| (code.0, digest.0)).collect()
}
